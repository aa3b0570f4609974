import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnusableContact: Rule {
    static let name = "unusable-contact"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        "a text that asks its reader to use what does not work in that scenario")
    static let why = Phrase(

        """
        The message reaches its readers, and gives them the number of a switchboard that is down, or a page \
        that the attacker can change. They call, nobody answers, and they call everyone else. Addresses of \
        channels in messages and steps – as a placeholder, as a link or written out – are followed in each \
        scenario of the text; a sentence that warns ("do not call …", "… is down") is left alone.
        """)
    static let rejects = [
        Example(
            Phrase(
                "A number that is down when the message leaves, and a step that needs it"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [mail-server]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                The library is closed. Please stay at home and call ⟦{{ channel.desk.address }}⟧. News at {{ next-time }}.
                """,
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Call the [desk](⟦channel:desk⟧) and ask who is in the building
                - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                """,
            ]),
        Example(
            Phrase("The same number written out"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [mail-server]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                The library is closed. Please stay at home and call ⟦+44 1632 960177⟧. News at {{ next-time }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("It works, or the sentence warns"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [mail-server]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                The library is closed, stay at home. Do not call {{ channel.desk.address }}: it is down. Questions: {{ phone }}. News at {{ next-time }}.
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.system) { return }
        let reader = PointerReader(plan, judgement.sources)
        var found = UnusablePointers()
        let scenarios = judgement.scenarios
        var scenariosByMessage: [Int: [Int]] = [:]
        for (place, judged) in scenarios.enumerated() {
            for number in judged.messages where plan.messages[number].phase.value == .during {
                scenariosByMessage[number, default: []].append(place)
            }
        }
        for (number, places) in scenariosByMessage.sorted(by: { $0.key < $1.key }) {
            for version in plan.messages[number].versions {
                let locale = version.body.locale
                let common = reader.pointers(in: version.common, locale)
                let variants = version.variants.map { ($0, reader.pointers(in: $0.blocks, locale)) }
                for place in places {
                    let reach = scenarios[place].reach
                    found.add(common, in: place, reach, reader)
                    // A text for a channel that is out itself is not sent.
                    for (variant, pointers) in variants where mayBeSent(variant, of: plan.messages[number], reach) {
                        found.add(pointers, in: place, reach, reader)
                    }
                }
            }
        }
        for (place, judged) in scenarios.enumerated() {
            for entry in judged.timeline.entries where entry.phase == .during {
                let step = entry.step
                var pointers = reader.pointers(in: step.text, plan.sourceLocale)
                pointers += reader.pointers(in: step.detail, plan.sourceLocale)
                for branch in step.branches {
                    pointers += reader.pointers(in: branch.text, plan.sourceLocale)
                    pointers += reader.pointers(in: branch.detail, plan.sourceLocale)
                }
                found.add(pointers, in: place, judged.reach, reader)
            }
        }
        for item in found.items { report(finding(item, scenarios)) }
    }

    private static func mayBeSent(_ variant: Message.Variant, of message: Message, _ reach: Reach) -> Bool {
        let own = message.channels.map(\.id).filter { id in
            id == variant.name.value || reach.plan.channels[id]?.type.value.rawValue == variant.name.value
        }
        return own.isEmpty || own.contains { reach.canCarry($0) }
    }

    private static func finding(_ item: UnusablePointers.Item, _ scenarios: [JudgedScenario]) -> Finding {
        let judged = scenarios[item.scenarios[0]]
        let place = Phrase.inScenarios(item.scenarios.map { scenarios[$0].scenario })
        let name = judged.reach.chainTold(channel: item.channel) ?? Phrase.quoting(item.channel)
        let isDistrusted = judged.reach.outage(channel: item.channel)?.manner == .distrusted
        return finding(
            at: item.span,
            isDistrusted
                ? Phrase(
                    "the reader is asked to use {name}, which is not to be trusted {place}",
                    ["name": name, "place": place])
                : Phrase(
                    "the reader is asked to use {name}, which is down {place}", ["name": name, "place": place]),
            labels: judged.reach.labels(for: judged.reach.losses(channel: item.channel), in: judged.scenario),
            help: [
                Phrase(
                    "name one that works there, or write a text of its own for that scenario")
            ])
    }
}

/// Pointers to what is out, each once for all scenarios in which it is.
private struct UnusablePointers {
    struct Item {
        var span: Span
        var channel: String
        var scenarios: [Int]
    }

    private(set) var items: [Item] = []
    private var places: [Span: Int] = [:]

    mutating func add(_ pointers: [Pointer], in scenario: Int, _ reach: Reach, _ reader: PointerReader) {
        for pointer in pointers where !pointer.isWarning {
            guard let channel = Self.channelOut(pointer, reach, reader) else { continue }
            if let place = places[pointer.span] {
                if items[place].scenarios.last != scenario, !items[place].scenarios.contains(scenario) {
                    items[place].scenarios.append(scenario)
                }
            } else {
                places[pointer.span] = items.count
                items.append(Item(span: pointer.span, channel: channel, scenarios: [scenario]))
            }
        }
    }

    /// The channel that the reader would use and that is out; nil when one of those with the address works.
    private static func channelOut(_ pointer: Pointer, _ reach: Reach, _ reader: PointerReader) -> String? {
        let channels: [String]
        switch pointer.target {
        case .channel(let id): channels = reach.plan.channels[id] == nil ? [] : [id]
        case .number(let address), .address(let address): channels = reader.channelsByAddress[address] ?? []
        case .phone(let role):
            let holder = reach.plan.roles[role]?.holder.flatMap { reach.plan.people[$0] }
            let way = holder?.reach.first { way in
                guard let type = reach.plan.channels[way.channel]?.type.value else { return false }
                return [.voice, .sms, .hotline, .satellite].contains(type)
                    && !(holder?.isPrivate(way.channel.id) ?? false)
            }
            channels = way.map { [$0.channel.id] } ?? []
        }
        guard let first = channels.first, !channels.contains(where: { reach.isUp(channel: $0) }) else { return nil }
        return first
    }
}
