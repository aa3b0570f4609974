import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancMarkup
import PlancModel

extension ScenarioContext {
    /// Every message of a scenario in the order of sending, ready to read aloud, to copy or to fill in by pen.
    func messageSheet() -> Document {
        var sheet = edition.document(
            "messages-\(id)", title: words.messagesTitle(title), purpose: [.text(words.messagesPurpose)],
            blocks: messageBlocks(level: 1))
        // For readers outside it holds their messages alone, and bears the highest label of these, not the plan's.
        if edition.options.reader != nil {
            sheet.classification = messagesInOrder.filter(holds).compactMap { $0.classification?.value }.max()?.rawValue
        }
        return sheet
    }

    func messageBlocks(level: Int) -> [Block] {
        let messages = messagesInOrder.filter(holds)
        var blocks = isForOutsiders ? [] : outages()
        guard !messages.isEmpty else { return blocks + [.paragraph([.text(words.noMessages)], .body)] }
        blocks.append(.heading(level: level, [.text(words.orderOfSending)], anchor: anchor("order")))
        blocks.append(orderTable(messages))
        blocks += fieldLegend(messages.filter { elsewhere($0.id) == nil }, level: level)
        for phase in [Phase.during, .after, .before] {
            let some = messages.filter { self.phase(of: $0) == phase && !isShared($0.id) }
            if some.isEmpty { continue }
            blocks.append(
                .heading(level: level, [.text(words.messagesOf(phase))], anchor: anchor("messages", phase.rawValue)))
            for message in some { blocks += self.blocks(of: message, level: level + 1) }
        }
        blocks.append(.end([.text(words.endOfMessages)]))
        return blocks
    }

    /// Those of the crisis first, each phase by the time of its first sending; what no step sends comes last.
    static func ordered(_ messages: Entities<Message>, in scenario: Scenario?, _ timeline: Timeline?) -> [Message] {
        guard let id = scenario?.id else { return Array(messages) }
        let order: [Phase: Int] = [.during: 0, .after: 1, .before: 2]
        return messages.filter { $0.scenarios.contains(id) }.enumerated().map { place, message in
            let sending = timeline?.firstSending(of: message.id)
            let phase = phase(of: message, in: timeline.map { [$0] } ?? [])
            return (
                message, order[phase] ?? 3, sending == nil ? 1 : 0, sending?.minutes ?? .max,
                sending?.entry ?? .max, place
            )
        }.sorted { ($0.1, $0.2, $0.3, $0.4, $0.5) < ($1.1, $1.2, $1.3, $1.4, $1.5) }.map(\.0)
    }

    /// `T+45 min`, or empty when no step sends it.
    func sendingTime(_ message: Message) -> String {
        timeline?.sureSending(of: message.id).flatMap { time(of: $0) } ?? ""
    }

    /// The times of all its sendings, in order; empty when no step sends it.
    func sendingTimes(_ message: Message) -> [String] {
        sendingTimes(message) { _ in true }
    }

    /// The times at which a role sends it, in order; `other`: without those of steps that are this role's too.
    func sendingTimes(_ message: Message, by role: Role, without other: Role? = nil) -> [String] {
        sendingTimes(message) { step in
            step.roles.contains { $0.id == role.id } && !step.roles.contains { $0.id == other?.id }
        }
    }

    private func sendingTimes(_ message: Message, where isMeant: (PlannedStep) -> Bool) -> [String] {
        guard let timeline else { return [] }
        let sendings = timeline.sendings(of: message.id).filter { isMeant(timeline.entries[$0.entry]) }
        return sendings.compactMap { time(of: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The same plan at the hour at which a message first leaves: who is there then sends and approves it.
    func when(_ message: Message) -> ScenarioContext {
        guard scenario != nil, moment == nil else { return self }
        if message.phase.value == .before { return at(.ordinaryDay) }
        return timeline?.firstSending(of: message.id).map { at(.hour($0.hour)) } ?? self
    }

    /// The same plan at the hour at which a role first sends a message.
    func when(_ message: Message, sentBy role: Role) -> ScenarioContext {
        guard let timeline, message.phase.value != .before else { return self }
        let sending = timeline.sendings(of: message.id).first { sending in
            timeline.entries[sending.entry].roles.contains { $0.id == role.id }
        }
        return sending.map { at(.hour($0.hour)) } ?? self
    }

    /// A message's title, and on paper the page of its text.
    func pointer(to message: Message) -> [Run] {
        let anchor = anchor(ofMessage: message.id)
        let link = Run.Destination.anchor(anchor)
        let mark = isComposed ? edition.mark(of: message) + "\u{A0}· " : ""
        var runs: [Run] = [.text(mark + edition.title(.message, message.id), .strong, link: link)]
        if isShared(message.id), !isComposed { runs.append(.text(" – " + words.everyScenario, .small, link: link)) }
        if elsewhere(message.id) != nil { runs.append(.text(" – " + words.notInThisCopy, [.small, .emphasis])) }
        return runs + [Run(.page(of: anchor, before: words.onPage), .small, link: link)]
    }

    private func orderTable(_ messages: [Message]) -> Block {
        let phases = Set(messages.map(phase))
        var current: Phase?
        let rows = sendings(of: messages).flatMap { message, sending -> [Table.Row] in
            // Where a list holds more than one phase, each begins with its name.
            let phase = phase(of: message)
            let isNew = phases.count > 1 && current != phase
            current = phase
            let group: [Table.Row] =
                isNew
                ? [.init([[.paragraph([.text(words.phase(phase), .strong)], .body)]], isGroup: true)] : []
            let there = message.phase.value == .before ? at(.ordinaryDay) : sending.map { at(.hour($0.hour)) } ?? self
            let time = sending.flatMap { timeline?.entries[$0.entry].at.map(words.offset) } ?? ""
            let condition = sending.flatMap { self.condition($0) }.map { [Run(.lineBreak), .text($0, .small)] } ?? []
            let channels = there.leaving(message)
            return group + [
                .init(runs: [
                    [.text(time, .time)] + condition,
                    [Run(.tick), .text(" ")] + pointer(to: message),
                    [.text(words.list(message.audiences.map { edition.title(.audience, $0.id) }))],
                    channels.isEmpty ? [.text(words.noRoute, .strong)] : [.text(channels.joined(separator: ", "))],
                    [Run(.blank(label: "", width: 8))],
                ])
            ]
        }
        return .table(
            Table(
                summary: words.orderOfSending,
                columns: [
                    .init([.text(words.when)], weight: 0), .init([.text(words.message)], weight: 4),
                    .init([.text(words.toWhom)], weight: 3), .init([.text(words.byWhat)], weight: 2),
                    .init([.text(words.sentAt)], weight: 0),
                ], rows: rows, hasRowHeaders: false))
    }

    /// Each sending of the messages, in the order of phases and times; what no step sends comes last in its phase.
    private func sendings(of messages: [Message]) -> [(message: Message, sending: Sending?)] {
        let order: [Phase: Int] = [.during: 0, .after: 1, .before: 2]
        var all: [(message: Message, sending: Sending?, phase: Int)] = []
        for message in messages {
            let phase = order[phase(of: message)] ?? 3
            let found = timeline?.sendings(of: message.id) ?? []
            all += found.isEmpty ? [(message, nil, phase)] : found.map { (message, $0, phase) }
        }
        func key(_ one: (message: Message, sending: Sending?, phase: Int)) -> (Int, Int, Int, Int) {
            (one.phase, one.sending == nil ? 1 : 0, one.sending?.minutes ?? .max, one.sending?.entry ?? .max)
        }
        return all.enumerated().sorted { a, b in
            let (first, second) = (key(a.element), key(b.element))
            return first == second ? a.offset < b.offset : first < second
        }.map { ($0.element.message, $0.element.sending) }
    }

    /// By which channels a message leaves here, in its own order, with what holds of each.
    private func leaving(_ message: Message) -> [String] {
        let taken = reach(for: message).routes(of: message).filter { $0.channel != nil }
        return message.channels.compactMap { plan.channels[$0] }.flatMap { channel -> [String] in
            let routes = taken.filter { $0.channel == channel.id }
            let conditions = routes.map { route in
                route.back.map {
                    words.condition($0, else: route.fallback.map { edition.title(.channel, $0) })
                }
            }.reduce(into: [String?]()) { if !$0.contains($1) { $0.append($1) } }
            return conditions.map { edition.title(.channel, channel.id) + ($0.map { " (\($0))" } ?? "") }
        }
    }

    /// The channels by which a message can leave here: its routes first, in its own order.
    func usable(_ message: Message) -> [Channel] {
        let first = routes(of: message)
        let reach = reach(for: message)
        return first
            + message.channels.compactMap { plan.channels[$0] }.filter { channel in
                reach.canCarry(channel.id) && !first.contains { $0.id == channel.id }
            }
    }

    /// The channels that are to be tried first, one or more audiences each.
    private func routes(of message: Message) -> [Channel] {
        let ids = Set(reach(for: message).routes(of: message).compactMap(\.channel))
        return message.channels.compactMap { plan.channels[$0] }.filter { ids.contains($0.id) }
    }

    /// What the blanks in the messages stand for, with room to note it once.
    func fieldLegend(_ messages: [Message], level: Int) -> [Block] {
        var ids: [String] = []
        for message in messages {
            for channel in message.channels.compactMap({ plan.channels[$0] }) {
                for id in edition.composer.words(of: message, on: channel)?.fields ?? [] where !ids.contains(id) {
                    ids.append(id)
                }
            }
        }
        if ids.isEmpty { return [] }
        let cells = ids.map { id -> (name: [Run], example: [Run]) in
            let field = plan.fields[id]
            var name = [Run.text(edition.composer.blankTitle(id), .strong)].marked(.value(id))
            if let role = field?.confirmedBy.flatMap({ plan.roles[$0] }) {
                let by = words.confirmedBy(edition.title(of: role))
                name += isComposed ? [.text(" – " + by, .small)] : [Run(.lineBreak), .text(by, .small)]
            }
            let choices = field?.choices.map { edition.text($0) } ?? []
            let example = choices.isEmpty ? field.map { self.example($0) } ?? "" : choices.joined(separator: " / ")
            let state = field.map { self.state(ofExample: $0) } ?? ""
            return (name, [.text(example, .small)] + (state.isEmpty ? [] : [.text(" (\(state))", .small)]))
        }
        return [
            .heading(level: level, [.text(words.fields)], anchor: anchor("fields")),
            .paragraph([.text(words.fieldsNote)], .note),
            .table(isComposed && !isLargePrint ? fieldsInLines(cells) : fieldTable(cells)),
        ]
    }

    private func fieldTable(_ fields: [(name: [Run], example: [Run])]) -> Table {
        Table(
            summary: words.fields,
            columns: [
                .init([.text(words.field)], weight: isComposed ? 3 : 2), .init([.text(words.example)], weight: 2),
                .init([.text(words.value)], weight: isComposed ? 2 : 3),
            ], rows: fields.map { .init(runs: [$0.name, $0.example, [Run(.blank(label: "", width: 24))]]) })
    }

    /// A field on a row, with its example behind its name: what is left of the width is there to write in.
    private func fieldsInLines(_ fields: [(name: [Run], example: [Run])]) -> Table {
        Table(
            summary: words.fields,
            columns: [.init([.text(words.field)], weight: 3), .init([.text(words.value)], weight: 2)],
            rows: fields.map { name, example in
                let said = example.plainText.isEmpty ? [] : [.text(" – ", .small)] + example
                return .init(runs: [name + said, [Run(.blank(label: "", width: 26))]])
            }, hasRowHeaders: false)
    }

    /// That the number or the address which a field's example offers cannot be used here: it is the first to be copied.
    func state(ofExample field: Field) -> String {
        switch field.type.value {
        case .phone, .url, .text: state(ofValue: edition.text(field.example))
        default: ""
        }
    }

    /// A field's example in the form of the locale.
    private func example(_ field: Field) -> String {
        let text = edition.text(field.example)
        switch field.type.value {
        case .date: return CalendarDate(iso: text).map(words.date) ?? text
        case .time, .datetime: return words.time(text)
        case .phone: return unbroken(edition.composer.phones.text(text))
        default: return text
        }
    }
}
