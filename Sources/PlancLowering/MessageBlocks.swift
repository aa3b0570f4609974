import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

extension ScenarioContext {
    /// One message: who sends it to whom, by what and by when, then its text for each channel. `scenes`: told once for them.
    func blocks(of message: Message, in scenes: [ScenarioContext] = [], level: Int) -> [Block] {
        let there = when(message)
        guard there.moment == moment else { return there.blocks(of: message, in: scenes, level: level) }
        let scenes = scenes.map { $0.when(message) }
        let time =
            scenes.isEmpty
            ? sendingTimes(message).joined(separator: ", ") : sendingTimes(message, in: scenes).shared
        var heading: [Run] = time.isEmpty ? [] : [.text(time, .time), .text(" – ")]
        heading.append(.text(edition.title(.message, message.id)))
        if isComposed { heading.insert(.text(edition.mark(of: message) + " – "), at: 0) }
        var blocks: [Block] = [.heading(level: level, heading, anchor: anchor(ofMessage: message.id))]
        if let elsewhere = elsewhere(message.id) {
            let label = message.classification?.value.rawValue ?? ""
            return blocks + [
                .callout(
                    Callout(
                        .remark, title: [.text("\(label) – \(words.notInThisCopy)")],
                        blocks: [.paragraph([.text(elsewhere)], .body)]))
            ]
        }
        blocks +=
            isComposed
            ? factsInLines(of: message, in: scenes)
            : [.facts(facts(of: message, in: scenes) + boxes(of: message, in: scenes))]
        if !isForOutsiders { blocks += warnings(message, in: scenes) }
        if scenario != nil, !isForOutsiders {
            blocks += undelivered(message, reach(for: message)).map { .callout(Callout(.warning, title: [.text($0)])) }
        }
        if message.version(edition.locale)?.body.locale != edition.locale {
            blocks.append(.paragraph([.text(words.notTranslated, .emphasis)], .note))
        }
        // What it is and its first text stand on one page if they fit on one.
        let texts = texts(of: message)
        let glossary: [Block] =
            message.glossary.isEmpty
            ? [] : [.facts(message.glossary.map { Fact($0.term.value, [.text(edition.text($0.meaning))]) })]
        // In a pack of many, a long text goes on over the page: its beginning stays with what it is and who approves it.
        if isComposed { return [.together(blocks)] + texts.map(runIn) + glossary }
        if texts.count < 2 { return [.together(blocks + texts + glossary)] }
        return [.together(blocks + texts.prefix(1))] + texts.dropFirst() + glossary
    }

    /// A text whose headings stand before their first words, on one line with them.
    private func runIn(_ block: Block) -> Block {
        guard case .message(var message) = block else { return block }
        var blocks: [Block] = []
        for part in message.blocks {
            if case .paragraph(let runs, .body) = part, case .heading(_, let title, _)? = blocks.last {
                let lead = title.map { $0.adding(.strong) }
                let isClosed = title.plainText.last.map { ".:!?".contains($0) } ?? false
                blocks[blocks.count - 1] = .paragraph(lead + [.text(isClosed ? " " : ". ", .strong)] + runs, .body)
            } else {
                blocks.append(part)
            }
        }
        message.blocks = blocks
        message.fillsPages = true
        return .message(message)
    }

    /// What is known of a message before it is sent.
    func facts(of message: Message, in scenes: [ScenarioContext] = []) -> [Fact] {
        let times = scenes.isEmpty ? [] : sendingTimes(message, in: scenes).times
        var facts = times.isEmpty ? [] : [Fact(words.when, times)]
        let between = words.separator(message.audiences.map { edition.title(.audience, $0.id) })
        facts += [
            Fact(
                words.toWhom,
                message.audiences.enumerated().flatMap { place, reference -> [Run] in
                    let size = plan.audiences[reference]?.size.map {
                        $0.value > 1 ? " (\(words.number($0.value)))" : ""
                    }
                    return [
                        .text((place > 0 ? between : "") + edition.title(.audience, reference.id), .strong),
                        .text(size ?? ""),
                    ] + usable(message).flatMap { address(of: reference.id, on: $0.id) }
                }),
            Fact(words.byWhat, channels(of: message, in: scenes)),
        ]
        facts += responsible(for: message, in: scenes)
        let limits = limits(of: message, in: scenes)
        if !limits.isEmpty { facts.append(Fact(words.within, [.text(limits.joined(separator: " · "))])) }
        if let kind = message.inReplyTo {
            let text = words.reply(kind.value) + (message.replyWithin.map { " – " + words.within($0.value) } ?? "")
            facts.append(Fact(words.inReplyTo, [.text(text)]))
        }
        if !message.after.isEmpty {
            facts.append(
                Fact(
                    words.afterMessages,
                    message.after.enumerated().flatMap { place, other -> [Run] in
                        [
                            .text(place > 0 ? ", " : ""),
                            .text(edition.title(.message, other.id), link: destination(of: .init(.message, other.id))),
                        ]
                    }))
        }
        if !message.satisfies.isEmpty {
            let duties = message.satisfies.map { duty in
                edition.title(.obligation, duty.obligation.id) + stageName(duty)
            }
            facts.append(Fact(words.satisfies, [.text(duties.joined(separator: ", "))]))
        }
        for confirmation in message.confirmed {
            var text = edition.text(confirmation.claim)
            if let role = confirmation.by { text += " – " + edition.title(.role, role.id) }
            if let at = confirmation.at { text += ", " + words.time(at.value) }
            facts.append(Fact(words.confirmed, [.text(text)]))
        }
        if let label = message.classification {
            facts.append(Fact(words.classification, [.text(label.value.rawValue)]))
        }
        return isForOutsiders ? facts : facts + unusableNames(in: message, scenes)
    }

    /// Approval and sending, to be filled in with a time and a name; on a screen, who approves and who reviews.
    func boxes(of message: Message, in scenes: [ScenarioContext] = [], isOnScreen: Bool = false) -> [Fact] {
        let isInLines = isComposed && !isOnScreen
        // In a pack of many they stand in lines, and what the blanks are for is said once.
        let time = Run(.blank(label: isInLines ? "" : words.timeBlank, width: isInLines ? 6 : 8))
        func line(_ role: Role) -> [Run] {
            let who = whoAndNumber(role, in: scenes)
            if isOnScreen { return who }
            // A box never ends a line, and its blank never begins one.
            return isInLines
                ? [Run(.tick), .text("\u{A0}")] + who + [.text("\u{A0}"), time]
                : [Run(.tick), .text(" ")] + who + [.text("  "), time]
        }
        var facts: [Fact] = []
        func add(_ label: String, _ lines: [[Run]]) {
            guard isInLines else {
                facts += lines.map { Fact(label, $0) }
                return
            }
            if lines.isEmpty { return }
            facts.append(Fact("\(label) (\(words.timeBlank))", Array(lines.joined(separator: [.text("   ")]))))
        }
        add(words.legalReview, message.legalReview.flatMap { plan.roles[$0] }.map { [line($0)] } ?? [])
        add(words.approvedBy, edition.roles(message.approvers).map(line))
        if isOnScreen { return facts }
        facts.append(
            Fact(
                words.sentAt,
                isInLines
                    ? [Run(.tick), .text("\u{A0}"), time]
                    : [Run(.tick), .text(" "), time, .text("  "), Run(.blank(label: words.nameBlank, width: 18))]))
        return facts
    }

    /// Who sends the message: the roles of the steps that do, in the order of the steps; empty when no step sends it.
    func senders(of message: Message) -> [Role] {
        guard let timeline else { return [] }
        var ids: [String] = []
        for sending in timeline.sendings(of: message.id) {
            for role in timeline.entries[sending.entry].roles where !ids.contains(role.id) { ids.append(role.id) }
        }
        return ids.compactMap { plan.roles[$0] }
    }

    /// Who sends the message and who answers for its text, in one line where it is the same role.
    private func responsible(for message: Message, in scenes: [ScenarioContext]) -> [Fact] {
        var senders: [Role] = []
        for context in scenes.isEmpty ? [self] : scenes {
            for role in context.senders(of: message) where !senders.contains(where: { $0.id == role.id }) {
                senders.append(role)
            }
        }
        let owner = message.owner.flatMap { plan.roles[$0] }
        // What no step sends is sent by whoever answers for it.
        if senders.isEmpty { senders = owner.map { [$0] } ?? [] }
        if senders.isEmpty { return [] }
        // Where they differ: else they are those of the message.
        let hours = senders.map { self.hours(of: $0, sending: message, in: scenes) }
        let areToldApart = Set(hours).count > 1
        let lines = senders.enumerated().flatMap { place, role -> [Run] in
            let there = areToldApart ? when(message, sentBy: role) : self
            let scenes = areToldApart ? scenes.map { $0.when(message, sentBy: role) } : scenes
            return (place > 0 ? [Run(.lineBreak)] : []) + there.whoAndNumber(role, in: scenes)
                + (areToldApart && !hours[place].isEmpty ? [.text(hours[place])] : [])
        }
        guard let owner, senders.count > 1 || senders[0].id != owner.id else { return [Fact(words.sender, lines)] }
        return [Fact(words.sender, lines), Fact(words.answersForText, whoAndNumber(owner, in: scenes))]
    }

    /// When a role sends a message, behind its name; where scenarios differ, each time with its scenarios.
    private func hours(of role: Role, sending message: Message, in scenes: [ScenarioContext]) -> String {
        let groups = groups(scenes.isEmpty ? [self] : scenes) { context in
            context.sendingTimes(message, by: role).joined(separator: ", ")
        }
        let told = groups.filter { !$0.value.isEmpty }
        let lines = told.map { groups.count == 1 ? $0.value : "\($0.value) – \(named($0.scenarios))" }
        return lines.isEmpty ? "" : " (\(lines.joined(separator: " · ")))"
    }

    private func whoAndNumber(_ role: Role, in scenes: [ScenarioContext]) -> [Run] {
        if isForOutsiders { return [.text(edition.title(of: role))] }
        if !scenes.isEmpty { return [.text(edition.title(of: role))] + acting(role, in: scenes) }
        return [.text(edition.title(of: role))] + (acting(role).map { [.text(" – ")] + nameAndNumber($0) } ?? [])
    }

    /// "every day until …": as often as the steps that send it and the message itself ask for, whichever is more often.
    private func rhythms(of message: Message, in scenes: [ScenarioContext]) -> [String] {
        guard let own = message.send.every?.value else { return [] }
        let until = edition.text(message.send.until)
        let groups = groups(scenes.isEmpty ? [self] : scenes) { context in
            (context.timeline?.sendings(of: message.id) ?? []).map(\.rhythm).reduce(own) {
                Sending.shorter($0, $1) ?? $0
            }
        }
        return groups.map { rhythm, scenarios in
            words.every(rhythm) + (until.isEmpty ? "" : " " + words.until(until))
                + (groups.count == 1 ? "" : " – " + named(scenarios))
        }
    }

    private func limits(of message: Message, in scenes: [ScenarioContext]) -> [String] {
        var limits: [String] = []
        if let within = message.send.within { limits.append(words.sendWithin(within.value)) }
        limits += rhythms(of: message, in: scenes)
        var told: [(limit: TimeAmount, names: [String])] = []
        for audience in message.audiences.compactMap({ plan.audiences[$0] }) {
            // A limit counts where the audience is affected, for what tells it first; a reply is no news.
            guard let limit = audience.informWithin?.value, message.phase.value == .during, message.inReplyTo == nil,
                (scenes.isEmpty ? [self] : scenes).contains(where: { context in
                    context.affects(audience) && context.tells(audience, first: message)
                })
            else { continue }
            let name = edition.title(.audience, audience.id)
            if let place = told.firstIndex(where: { $0.limit == limit }) {
                told[place].names.append(name)
            } else {
                told.append((limit, [name]))
            }
        }
        limits += told.map { words.audienceWithin(words.list($0.names), $0.limit) }
        if let limit = message.approveWithin { limits.append(words.approveWithin(limit.value)) }
        return limits
    }

    /// The usable channels in order, the first strong; those that do not work struck, with why.
    private func channels(of message: Message, in scenes: [ScenarioContext]) -> [Run] {
        var runs: [Run] = []
        let usable = usable(message)
        var isTold = false
        for (place, channel) in usable.enumerated() {
            if place > 0 { runs.append(isTold ? Run(.lineBreak) : .text(", ")) }
            runs.append(.text(edition.title(.channel, channel.id), place == 0 ? .strong : []))
            runs += addressUnlessNamed(channel)
            if isForOutsiders { continue }
            if scenario != nil { runs += state(of: channel, reach(for: message)) }
            // In lines, what holds of a channel stands behind its name.
            let obstacles = isComposed ? obstacles(channel, to: message, in: scenes, isBehind: true) : []
            isTold = !obstacles.isEmpty
            runs += obstacles
        }
        if usable.isEmpty { runs.append(.text(words.noRoute, .strong)) }
        if isForOutsiders { return runs }
        for channel in message.channels.compactMap({ plan.channels[$0] }) {
            if !scenes.isEmpty, !isComposed || !usable.contains(where: { $0.id == channel.id }) {
                runs += obstacles(channel, to: message, in: scenes)
            }
            guard let why = obstacle(channel, to: message) else { continue }
            runs += [Run(.lineBreak), .text(edition.title(.channel, channel.id), .struck)] + why
        }
        return runs
    }

    /// Why a channel cannot be used here; nil when it can.
    func obstacle(_ channel: Channel, to message: Message) -> [Run]? {
        guard scenario != nil else { return nil }
        let reach = reach(for: message)
        if let outage = reach.outage(channel: channel.id) {
            return [.text(" – " + words.state(outage))] + reason(outage, of: channel)
        }
        if !reach.hasOperator(channel: channel.id), let role = channel.operatedBy {
            return [.text(" – " + nobodyReachable(role.id, reach))]
        }
        return nil
    }

    /// The text of each channel; channels that share one stand together, usable ones first.
    private func texts(of message: Message) -> [Block] {
        let channels = message.channels.compactMap { plan.channels[$0] }
        let first = usable(message)
        let ordered = first + channels.filter { channel in !first.contains { $0.id == channel.id } }
        var shared: [(variant: String?, channels: [Channel])] = []
        for channel in ordered {
            let variant = message.version(edition.locale)?.variant(for: channel)?.name.value
            if let place = shared.firstIndex(where: { $0.variant == variant }) {
                shared[place].channels.append(channel)
            } else {
                shared.append((variant, [channel]))
            }
        }
        return shared.map { text(of: message, on: $0.channels) }
    }

    /// Of an obligation that has more than one.
    private func stageName(_ duty: Message.Satisfaction) -> String {
        guard let stage = duty.stage, let obligation = plan.obligations[duty.obligation], obligation.stages.count > 1
        else {
            return ""
        }
        return " – " + edition.stage(stage.value, of: obligation)
    }

    /// A channel, and under which name its messages arrive unless its title says so.
    func titleAndSender(_ channel: Channel) -> String {
        let title = edition.title(.channel, channel.id)
        guard let sender = channel.sender?.value, !title.contains(sender) else { return title }
        return "\(title) (\(words.senderName(sender)))"
    }

    func text(of message: Message, on channels: [Channel]) -> Block {
        let names = channels.enumerated().flatMap { place, channel -> [Run] in
            [
                .text(
                    (place > 0 ? " · " : "") + titleAndSender(channel),
                    obstacle(channel, to: message) == nil ? [] : .struck)
            ]
        }
        let identifier = "\(message.id).\(channels[0].id)"
        guard let composed = composed(message, on: channels) else {
            return .message(
                MessageText(
                    channel: names, blocks: [.paragraph([.text(words.noText)], .note)], identifier: identifier,
                    template: ""))
        }
        let title = names.marked(.text(of: message.id))
        let blocked = channels.compactMap { channel in obstacle(channel, to: message).map { (channel, $0) } }
        // Said once when nothing of it can be used; else each channel's own state is told above.
        let sent = forSending()
        let reason: [Run]? =
            blocked.count == channels.count && !isForOutsiders
            ? blocked.first.map { [.text(edition.title(.channel, $0.id))] + $1 } : nil
        return .message(
            MessageText(
                channel: title, measure: composed.measure,
                subject: composed.subject.isEmpty
                    ? nil : [.text(words.subject + " ", .small)] + sent.lowered(composed.subject),
                blocks: sent.lowered(composed.blocks, anchors: anchor("message", message.id, channels[0].id), level: 4),
                obstacle: reason, identifier: identifier, template: composed.template))
    }

    /// The words of a message on channels that share a text, and what is measured of them; nil of a text that nobody wrote.
    func textComposed(_ message: Message, on channels: [Channel]) -> ComposedText? {
        guard let composed = edition.composer.words(of: message, on: channels[0]) else { return nil }
        let mail = channels.first { $0.type.value == .email }.flatMap { edition.composer.words(of: message, on: $0) }
        let head = mail?.plainSubject() ?? ""
        return ComposedText(
            subject: mail?.subject ?? [], blocks: composed.blocks, measure: measure(composed, on: channels),
            template: head.isEmpty ? composed.plainText() : head + "\n\n" + composed.plainText())
    }
}

/// A text as it is in every pack that prints it.
struct ComposedText: Sendable {
    var subject: [Inline]
    var blocks: [PlancMarkup.Block]
    var measure: String?
    /// To be copied from a screen.
    var template: String
}
