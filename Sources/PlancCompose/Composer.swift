import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// Turns what authors wrote into what readers read, in one locale: snippets are put in place, names known when compiling are
/// filled in, empty links take the title of what they lead to, comments to planc go. The fields to fill in on the day
/// stay placeholders.
public struct Composer: Sendable {
    public let plan: Plan
    public let locale: Locale
    private var chosen: Held<Scenario>?
    /// What `{{ scenario.title }}` stands for; nil leaves it to be filled in by hand.
    public var scenario: Scenario? {
        get { chosen?.value }
        set { chosen = newValue.map(Held.init) }
    }
    /// Put before every message and its subject: EXERCISE.
    public var exercise: String?
    public let phones: PhoneHabit
    /// What is shown in one situation for a dotted name, and for a link to a channel or a system (`channel.mail.title`): nil where
    /// the situation adds nothing. Not for texts that are sent.
    public var situated: (@Sendable (_ name: String) -> Situated?)?
    /// What a situation makes of words as they are written: numbers with what holds of them. Not for texts that are sent.
    public var remarked: (@Sendable (_ words: String) -> String)?

    /// What a situation makes of a name.
    public struct Situated: Sendable {
        /// Instead of the usual value; nil keeps that.
        public var value: String?
        /// What stands beside it, in brackets; empty for nothing.
        public var state: String

        public init(value: String? = nil, state: String) {
            self.value = value
            self.state = state
        }
    }

    public init(plan: Plan, locale: Locale, scenario: Scenario? = nil, exercise: String? = nil) {
        self.plan = plan
        self.locale = locale
        chosen = scenario.map(Held.init)
        self.exercise = exercise
        phones = PhoneHabit(plan: plan, locale: locale)
    }

    /// Blocks with snippets, fields and roles put in.
    public func blocks(_ blocks: [Block]) -> [Block] { expand(blocks, within: []) }

    /// Inlines with snippets, fields and roles put in.
    public func inlines(_ inlines: [Inline]) -> [Inline] { expand(inlines, within: []) }

    /// A plain text with placeholders in it, as the front matter holds them.
    public func text(_ text: LocalizedText) -> [Inline] {
        guard let version = text.version(locale) else { return [] }
        return inlines(placeholders(in: version.text.value, at: version.text.span))
    }

    /// The title of a thing, or its id when it is nowhere.
    public func title(of reference: EntityReference) -> String {
        let title = plan.title(of: reference.kind, reference.id)
        let text = title?.text(locale) ?? ""
        return text.isEmpty ? reference.id : text
    }

    /// What a dotted name stands for; nil when it is unknown, or nothing may be told.
    public func value(of name: String) -> String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("plan", 2):
            switch parts[1] {
            case "title": return plan.info.title.text(locale)
            case "organisation": return plan.info.organisation.text(locale)
            case "version": return plan.info.version.value
            default: return nil
            }
        case ("scenario", 2): return parts[1] == "title" ? scenario?.title.text(locale) : nil
        case ("role", 3):
            guard let role = plan.roles[parts[1]] else { return nil }
            let holder = role.holder.flatMap { plan.people[$0] }
            switch parts[2] {
            case "title": return role.title.text(locale)
            case "name": return holder?.name
            case "phone": return holder.flatMap(openPhone)
            default: return nil
            }
        case ("person", 3):
            guard let person = plan.people[parts[1]] else { return nil }
            switch parts[2] {
            case "name": return person.name
            case "phone": return openPhone(person)
            case "organisation": return person.organisation.text(locale)
            case "contract": return person.contract?.value
            default: return nil
            }
        case ("audience", 3): return parts[2] == "title" ? plan.audiences[parts[1]]?.title.text(locale) : nil
        case ("channel", 3):
            guard let channel = plan.channels[parts[1]] else { return nil }
            switch parts[2] {
            case "title": return channel.title.text(locale)
            case "address": return channel.address.map { phones.text($0.value) }
            default: return nil
            }
        default: return nil
        }
    }

    /// What a field always is, as it is printed; nil of one that is filled in on the day.
    public func constant(_ field: String) -> String? {
        guard let field = plan.fields[field], !field.value.isEmpty else { return nil }
        let text = field.value.text(locale)
        return field.type.value == .phone ? phones.text(text) : text
    }

    /// What stands in a blank for a name that has no value here: a field's title; of the scenario's title, where no scenario is meant, that.
    public func blankTitle(_ name: String) -> String {
        if let field = plan.fields[name] {
            let title = field.title.text(locale)
            return title.isEmpty ? name : title
        }
        return name == "scenario.title" ? Phrase("Name of the scenario").text(locale.spoken) : name
    }

    /// The first number of a person that is not private.
    private func openPhone(_ person: Person) -> String? {
        person.reach.first { address in
            guard let type = plan.channels[address.channel]?.type.value else { return false }
            return type.isTelephone && !person.isPrivate(address.channel.id)
        }.map { phones.text($0.value.value) }
    }
}

// MARK: Expansion

extension Composer {
    private func expand(_ blocks: [Block], within open: [String]) -> [Block] {
        var result: [Block] = []
        for block in blocks {
            switch block.content {
            case .directive: continue
            case .paragraph(let inlines):
                // A snippet that stands alone brings its blocks, not only its words.
                if let only = inlines.loneSnippet, let snippet = snippet(only, within: open) {
                    result += expand(snippet, within: open + [only])
                } else {
                    result.append(Block(.paragraph(expand(inlines, within: open)), block.span))
                }
            case .heading(let level, let inlines):
                result.append(Block(.heading(level: level, expand(inlines, within: open)), block.span))
            case .list(var list):
                for place in list.items.indices {
                    list.items[place].blocks = expand(list.items[place].blocks, within: open)
                }
                result.append(Block(.list(list), block.span))
            case .quote(let children): result.append(Block(.quote(expand(children, within: open)), block.span))
            case .alert(let alert, let children):
                result.append(Block(.alert(alert, expand(children, within: open)), block.span))
            case .table(var table):
                table.header = table.header.map { .init(expand($0.inlines, within: open), $0.span) }
                table.rows = table.rows.map { row in row.map { .init(expand($0.inlines, within: open), $0.span) } }
                result.append(Block(.table(table), block.span))
            case .code, .rule: result.append(block)
            }
        }
        return result
    }

    private func expand(_ inlines: [Inline], within open: [String]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline.content {
            case .emphasis(let children): result.append(Inline(.emphasis(expand(children, within: open)), inline.span))
            case .strong(let children): result.append(Inline(.strong(expand(children, within: open)), inline.span))
            case .strikethrough(let children):
                result.append(Inline(.strikethrough(expand(children, within: open)), inline.span))
            case .link(let link):
                var children = expand(link.children, within: open)
                if children.plainText.allSatisfy(\.isWhitespace), let shown = words(of: link) {
                    children = [Inline(.text(shown), inline.span)]
                }
                result.append(Inline(.link(link.with(children)), inline.span))
                if let situated, case .entity(let target) = plan.links[link],
                    let shown = situated("\(target.kind.rawValue).\(target.id).title"), !shown.state.isEmpty
                {
                    result.append(Inline(.text(" (\(shown.state))"), inline.span))
                }
            case .placeholder(let placeholder):
                if let value = placeholder.isComputed ? value(of: placeholder.name) : constant(placeholder.name) {
                    let shown = situated?(placeholder.name)
                    let state = shown.map { $0.state.isEmpty ? "" : " (\($0.state))" } ?? ""
                    result.append(Inline(.text((shown?.value ?? value) + state), inline.span))
                } else {
                    result.append(inline)
                }
            case .snippet(let id):
                guard let blocks = snippet(id.value, within: open) else { continue }
                var isFirst = true
                for block in expand(blocks, within: open + [id.value]) {
                    guard case .paragraph(let words) = block.content else { continue }
                    if !isFirst { result.append(Inline(.lineBreak, inline.span)) }
                    result += words
                    isFirst = false
                }
            case .roleMention(let id):
                result.append(
                    Inline(.strong([Inline(.text(title(of: EntityReference(.role, id))), inline.span)]), inline.span))
            case .image(let image):
                result.append(Inline(.image(image.with(expand(image.children, within: open))), inline.span))
            case .text(let text):
                let words = text.withoutRepeatedSpaces
                result.append(Inline(.text(remarked?(words) ?? words), inline.span))
            case .code, .softBreak, .lineBreak: result.append(inline)
            }
        }
        return result
    }

    /// What stands for a link without words: the title of a thing, the address of a page, the name of a file.
    private func words(of link: Link) -> String? {
        switch plan.links[link] {
        case .entity(let target): title(of: target)
        case .external:
            ["mailto:", "tel:"].first { link.destination.hasPrefix($0) }.map {
                String(link.destination.dropFirst($0.count))
            } ?? link.destination
        case .file(let path): path.split(separator: "/").last.map(String.init)
        case .anchor, .unresolved: nil
        }
    }

    /// nil for one that is unknown or already being put in place (a ring, which binding reports).
    private func snippet(_ id: String, within open: [String]) -> [Block]? {
        open.contains(id) ? nil : plan.snippets[id]?.version(locale)?.body.blocks
    }
}

extension [Inline] {
    /// The snippet that is all of a paragraph: it brings all that it has, one among other words its paragraphs alone.
    package var loneSnippet: String? {
        let words = filter { inline in
            switch inline.content {
            case .softBreak: false
            case .text(let text): !text.allSatisfy(\.isWhitespace)
            default: true
            }
        }
        guard words.count == 1, case .snippet(let id) = words[0].content else { return nil }
        return id.value
    }
}

extension ChannelType {
    /// Whether its addresses are numbers to dial.
    public var isTelephone: Bool {
        switch self {
        case .voice, .sms, .hotline, .satellite: true
        default: false
        }
    }

    /// Whether a text for it stands on one piece, without headings and the like.
    public var isShort: Bool {
        switch self {
        case .sms, .social, .push, .voice, .hotline: true
        default: false
        }
    }
}
