import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// What a text asks its reader to use: a number, an address, a page, a channel, somebody's telephone.
public struct Pointer {
    /// What is to be used.
    public enum Target: Hashable {
        /// A channel by name: `{{ channel.x.address }}`, a link to it.
        case channel(String)
        /// A telephone number in E.164, an e-mail address or a web address, as the author wrote it out.
        case number(String)
        case address(String)
        /// An e-mail address that is no channel's.
        case mail(String)
        /// `{{ role.x.phone }}`.
        case phone(role: String)
        /// `{{ person.x.phone }}`.
        case personPhone(String)
        /// `@x`: a role that the reader is told to turn to.
        case role(String)
        /// A channel, a system or somebody by name, where the text tells its reader to use it.
        case named(channel: String)
        case system(String)
        case person(String)
    }

    public var target: Target
    public var span: Span
    /// What was written there.
    public var words: String
    /// The sentence around it warns: `do not call …`, `… is down`.
    public var isWarning: Bool

    public init(target: Target, span: Span, words: String, isWarning: Bool) {
        self.target = target
        self.span = span
        self.words = words
        self.isWarning = isWarning
    }
}

/// Finds pointers, and telephone numbers of any origin, in the texts of one plan. (A class only to spare its copies: every leaf
/// of every text has it at hand.)
public final class PointerReader: Sendable {
    let plan: Plan
    private let ownCode: String?
    /// The channels that have an address, by it.
    public let channelsByAddress: [String: [String]]
    /// The people whose number or address it is, and the channels that they have it for.
    public let peopleByAddress: [String: [(person: String, channel: String)]]
    /// Every number and address that the plan has, of channels and of people.
    public let known: Set<String>
    /// The plan's e-mail, and by what follows the `@` the channels of it on which our own addresses are.
    private let mail: [String]
    private let mailByDomain: [Substring: [String]]

    public init(_ plan: Plan) {
        self.plan = plan
        ownCode = WrittenForms.callingCode(timezone: plan.info.timezone?.value ?? "", locale: plan.sourceLocale)
        var channels: [String: [String]] = [:]
        for channel in plan.channels {
            guard let address = channel.address?.value else { continue }
            channels[Self.key(address, ownCode), default: []].append(channel.id)
        }
        channelsByAddress = channels
        var known = Set(channels.keys)
        var people: [String: [(person: String, channel: String)]] = [:]
        for person in plan.people {
            for way in person.reach {
                people[Self.key(way.value.value, ownCode), default: []].append((person.id, way.channel.id))
            }
        }
        peopleByAddress = people
        known.formUnion(people.keys)
        for way in plan.audiences.flatMap(\.reach) { known.insert(Self.key(way.value.value, ownCode)) }
        self.known = known
        let mail = plan.channels.filter { $0.type.value == .email }
        self.mail = mail.map(\.id)
        var byDomain: [Substring: [String]] = [:]
        func add(_ address: String, _ channel: String) {
            guard let domain = Self.domain(of: Self.key(address, nil)) else { return }
            if byDomain[domain]?.contains(channel) ?? false { return }
            byDomain[domain, default: []].append(channel)
        }
        for channel in mail { if let address = channel.address?.value { add(address, channel.id) } }
        // Those of other houses have their addresses there.
        for person in plan.people where person.organisation.isEmpty {
            for way in person.reach where self.mail.contains(way.channel.id) { add(way.value.value, way.channel.id) }
        }
        mailByDomain = byDomain
    }

    /// The channels by which mail to an address that is no channel's comes to us; none where it goes to another house. Where the plan has
    /// no address of ours to compare it with, it comes to us: whoever else is meant has a channel of their own.
    public func channels(ofMail address: String) -> [String] {
        mailByDomain.isEmpty ? mail : Self.domain(of: address).flatMap { mailByDomain[$0] } ?? []
    }

    /// The channels that a pointer leads to by their own name or address.
    func channels(of target: Pointer.Target) -> [String] {
        switch target {
        case .channel(let id), .named(let id): [id]
        case .number(let address), .address(let address): channelsByAddress[address] ?? []
        default: []
        }
    }

    /// The people whose number or address is pointed to.
    func people(of target: Pointer.Target) -> [String] {
        switch target {
        case .personPhone(let id): [id]
        case .number(let address), .address(let address), .mail(let address):
            (peopleByAddress[address] ?? []).map(\.person)
        default: []
        }
    }

    /// nil of what is no e-mail address.
    private static func domain(of address: String) -> Substring? {
        guard let sign = address.lastIndex(of: "@"), sign > address.startIndex else { return nil }
        let domain = address[address.index(after: sign)...]
        return domain.contains(".") ? domain : nil
    }

    /// One form for all ways to write a number or an address.
    public func key(_ text: String) -> String { Self.key(text, ownCode) }

    private static func key(_ text: String, _ ownCode: String?) -> String {
        if let number = WrittenForms.phone(text, ownCode: ownCode) { return number }
        var plain = text.lowercased()
        for prefix in ["https://", "http://", "mailto:", "tel:", "www."] where plain.hasPrefix(prefix) {
            plain = String(plain.dropFirst(prefix.count))
        }
        while let last = plain.last, last == "/" { plain.removeLast() }
        return plain
    }

    /// The pointers of blocks, those of snippets too, in reading order.
    public func pointers(in blocks: [Block], _ locale: Locale) -> [Pointer] {
        var found: [Pointer] = []
        var open: Set<String> = []
        visit(blocks, locale, &open) { found += pointers(in: $0, locale) }
        return found
    }

    /// Telephone numbers written out in blocks, snippets left out.
    public func numbers(in blocks: [Block]) -> [(number: String, words: String, span: Span)] {
        var found: [(number: String, words: String, span: Span)] = []
        blocks.forEachInline { inline in
            guard case .text(let text) = inline.content else { return }
            for (number, range) in telephoneNumbers(in: text) {
                found.append((number, String(text[range]), span(of: range, in: text, inline)))
            }
        }
        return found
    }

    /// Telephone numbers in a value of front matter.
    public func numbers(in text: Located<String>) -> [(number: String, words: String, span: Span)] {
        telephoneNumbers(in: text.value).map { number, range in
            // Between quotation marks, when the value is in the source as it is.
            let marks = (text.span.range.count - text.value.utf8.count) / 2
            let lower = text.value.utf8.distance(from: text.value.startIndex, to: range.lowerBound)
            let words = String(text.value[range])
            guard (0...1).contains(marks) else { return (number, words, text.span) }
            let start = Int(text.span.lower) + marks + lower
            return (number, words, Span(text.span.file, start, start + words.utf8.count))
        }
    }

    /// Those of somebody's telephone, not of an account or a device.
    private func telephoneNumbers(in text: String) -> [(number: String, range: Range<String.Index>)] {
        WrittenForms.phones(in: text, ownCode: ownCode) { OtherNumbers.follow($0) }
    }

    /// Every paragraph, heading, item and cell, in reading order; a snippet's in its place.
    func visit(_ blocks: [Block], _ locale: Locale, _ open: inout Set<String>, _ read: ([Inline]) -> Void) {
        func inlines(_ inlines: [Inline]) {
            read(inlines)
            var called: [String] = []
            inlines.forEachDeep { if case .snippet(let id) = $0.content { called.append(id.value) } }
            for id in called where open.insert(id).inserted {
                if let blocks = plan.snippets[id]?.version(locale)?.body.blocks { visit(blocks, locale, &open, read) }
                open.remove(id)
            }
        }
        for block in blocks {
            switch block.content {
            case .paragraph(let words), .heading(_, let words): inlines(words)
            case .list(let list): for item in list.items { visit(item.blocks, locale, &open, read) }
            case .quote(let children), .alert(_, let children): visit(children, locale, &open, read)
            case .table(let table):
                for cell in table.header { inlines(cell.inlines) }
                for row in table.rows { for cell in row { inlines(cell.inlines) } }
            default: break
            }
        }
    }

    /// The pointers of one text, snippets left out, in reading order.
    public func pointers(in inlines: [Inline], _ locale: Locale) -> [Pointer] {
        if !Self.mayPoint(inlines) { return [] }
        var text = ""
        var found: [(pointer: Pointer, place: Int)] = []
        func add(_ target: Pointer.Target, _ words: String, _ span: Span, at place: Int) {
            found.append((Pointer(target: target, span: span, words: words, isWarning: false), place))
        }
        inlines.forEachDeep { inline in
            let place = text.utf8.count
            switch inline.content {
            case .text(let words):
                for (target, range) in written(in: words) {
                    let offset = words.utf8.distance(from: words.startIndex, to: range.lowerBound)
                    add(target, String(words[range]), span(of: range, in: words, inline), at: place + offset)
                }
                text += words
            case .code(let words): text += words
            case .softBreak, .lineBreak: text += " "
            case .placeholder(let placeholder):
                for (target, words) in targets(of: placeholder, locale) { add(target, words, inline.span, at: place) }
                text += placeholder.name
            case .roleMention(let id):
                add(.role(id), "@" + id, inline.span, at: place)
                text += "@" + id
            case .link(let link):
                switch plan.links[link] {
                case .entity(let target) where target.kind == .channel:
                    add(.channel(target.id), target.id, link.destinationSpan, at: place)
                case .external:
                    let address = key(link.destination)
                    guard let target = target(ofAddress: address) else { break }
                    add(target, link.destination, link.destinationSpan, at: place)
                default: break
                }
            default: break
            }
        }
        if found.isEmpty { return [] }
        let warnings = warningSentences(of: text, locale)
        return found.map { pointer, place in
            var pointer = pointer
            pointer.isWarning = warnings.contains { $0.contains(place) }
            return pointer
        }
    }

    /// What a placeholder stands for. The value that a field always has stands there as if it were written out.
    private func targets(of placeholder: Placeholder, _ locale: Locale) -> [(target: Pointer.Target, words: String)] {
        let parts = placeholder.name.split(separator: ".").map(String.init)
        if parts.count == 1, let value = plan.fields[parts[0]]?.value.text(locale) {
            return written(in: value).map { ($0.target, String(value[$0.range])) }
        }
        guard parts.count == 3 else { return [] }
        switch (parts[0], parts[2]) {
        case ("channel", "address"): return [(.channel(parts[1]), placeholder.name)]
        case ("role", "phone"): return [(.phone(role: parts[1]), placeholder.name)]
        case ("person", "phone"): return [(.personPhone(parts[1]), placeholder.name)]
        default: return []
        }
    }

    /// The numbers and addresses of words as they are written.
    private func written(in words: String) -> [(target: Pointer.Target, range: Range<String.Index>)] {
        let numbers = telephoneNumbers(in: words).map { (target: Pointer.Target.number($0.number), range: $0.range) }
        return numbers
            + wordRanges(of: words).compactMap { range in
                let address = key(String(words[range]))
                if address.hasPrefix("+") { return nil }
                return target(ofAddress: address).map { ($0, range) }
            }
    }

    private func target(ofAddress address: String) -> Pointer.Target? {
        if channelsByAddress[address] != nil { return .address(address) }
        return Self.domain(of: address).map { _ in .mail(address) }
    }

    /// Whether there is anything that could be a pointer: most texts hold none and need not be put together.
    private static func mayPoint(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            switch inline.content {
            case .text(let words): WrittenForms.mayHoldPhone(words) || hasInnerSign(words)
            case .placeholder, .roleMention, .link: true
            case .emphasis(let children), .strong(let children), .strikethrough(let children): mayPoint(children)
            case .image(let link): mayPoint(link.children)
            case .code, .softBreak, .lineBreak, .snippet: false
            }
        }
    }

    /// The place of a part of a text; of the whole where entities and escapes hide which bytes it comes from.
    func span(of range: Range<String.Index>, in text: String, _ inline: Inline) -> Span {
        let whole = inline.span
        guard Int(whole.upper - whole.lower) == text.utf8.count else { return whole }
        let lower = Int(whole.lower) + text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Span(whole.file, lower, lower + text[range].utf8.count)
    }
}

/// Words that could be an address, without the punctuation around them.
func wordRanges(of text: String) -> [Range<String.Index>] {
    guard hasInnerSign(text) else { return [] }
    return text.split(whereSeparator: { $0.isWhitespace || "<>()[]«»\"“”".contains($0) }).compactMap { word in
        var word = word
        while let last = word.last, ".,;:!?'’".contains(last) { word.removeLast() }
        guard word.contains(".") || word.hasPrefix("@") else { return nil }
        return word.startIndex..<word.endIndex
    }
}

/// Whether a text has a sign of an address: `@`, or a full stop with no space behind it.
private func hasInnerSign(_ text: String) -> Bool {
    func has(_ bytes: some Sequence<UInt8>) -> Bool {
        var last: UInt8 = 0x20
        for byte in bytes {
            if byte == UInt8(ascii: "@") || last == UInt8(ascii: ".") && byte > 0x20 { return true }
            last = byte
        }
        return false
    }
    return text.utf8.withContiguousStorageIfAvailable { has($0) } ?? has(text.utf8)
}

/// The stretches of sentences that say themselves that something does not work or must not be used, in bytes.
private func warningSentences(of text: String, _ locale: Locale) -> [Range<Int>] {
    guard let language = Language(locale.language), let words = warningStarts[language], !words.isEmpty else {
        return []
    }
    let bytes = Array(text.utf8)
    var found: [Range<Int>] = []
    var start = 0
    func close(_ end: Int) {
        let sentence = sentenceWords(bytes[start..<end])
        if !invitations.contains(where: { sentence.hasStretch($0) }), words.contains(where: { sentence.hasStretch($0) })
        {
            found.append(start..<end)
        }
        start = end
    }
    for place in bytes.indices where [0x21, 0x2E, 0x3F].contains(bytes[place]) {
        if place + 1 == bytes.count || bytes[place + 1] <= 0x20 || bytes[place + 1] == 0xC2 { close(place + 1) }
    }
    close(bytes.count)
    return found
}

/// Whether a text has a sentence that says that something does not work or must not be used.
func isWarning(_ text: String, _ locale: Locale) -> Bool { !warningSentences(of: text, locale).isEmpty }

/// A sentence in small letters, a space before it and for each sign that is no letter and no apostrophe.
private func sentenceWords(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = [0x20]
    for byte in String(decoding: bytes, as: UTF8.self).lowercased().utf8 {
        if byte == 0xA0, words.last == 0xC2 {
            words[words.count - 1] = 0x20
        } else {
            words.append((0x61...0x7A).contains(byte) || byte == 0x27 || byte >= 0x80 ? byte : 0x20)
        }
    }
    return words
}

extension [UInt8] {
    fileprivate func hasStretch(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, count >= wanted.count else { return false }
        return (0...count - wanted.count).contains {
            self[$0] == first && self[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
}

/// How warnings begin in each language, behind a space.
private let warningStarts = Dictionary(
    uniqueKeysWithValues: Language.all.map { ($0, $0.rules.messages.warnings.map { Array(" \($0)".utf8) }) })
private let invitations = LanguageRules.all.flatMap(\.messages.invitations).map { Array($0.utf8) }
