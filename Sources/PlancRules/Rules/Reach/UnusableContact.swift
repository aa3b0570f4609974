import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
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
        scenario of the text; a sentence that warns ("do not call …", "… is down") is left alone. \
        The names of channels, systems and people are followed, too, where a text says to use or to call them.
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
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦{{ channel.desk.address }}⟧. News at {{ next-time }}.
                        """),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Call the [desk](⟦channel:desk⟧) and ask who is in the building
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
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
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦+44 1632 960177⟧. News at {{ next-time }}.
                        """),
            ]),
        Example(
            Phrase("The same number as what a field always is"),
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
                "desk-field.md": """
                ---
                kind: fields
                fields:
                  desk: {title: Number of the desk, type: phone, example: "+44 1632 960177", value: "+44 1632 960177"}
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦{{ desk }}⟧. News at {{ next-time }}.
                        """),
            ]),
        Example(
            Phrase("The number of somebody who is not there"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server, person:cleo]
                    affects: [readers, staff]
                    activated-by: director
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦{{ person.cleo.phone }}⟧. News at {{ next-time }}.
                        """),
            ]),
        Example(
            Phrase("A step that is done by e-mail, when e-mail is down"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+20min @press ⟦Send an e-mail⟧ to the neighbours
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """)
            ]),
        Example(
            Phrase("A message that asks for an e-mail, when e-mail is down"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed, stay at home. The telephone is busy: ⟦send us an e-mail⟧. News at {{ next-time }}.
                        """)
            ]),
        Example(
            Phrase("An e-mail address of ours in a message"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed, stay at home. Write to ⟦help@library.example⟧. News at {{ next-time }}.
                        """)
            ]),
        Example(
            Phrase("A step that is done by writing to an address, when e-mail is down"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+20min @press Write to ⟦desk@gazette.example⟧ that the evening class is off
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """)
            ]),
        Example(
            Phrase("What is said before the steps, when e-mail is down"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        ## First hour

                        Whoever finds another room under water writes to ⟦help@library.example⟧.

                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """)
            ]),
        Example(
            Phrase("A role that nobody can reach"),
            [
                "archive.md": """
                ---
                kind: people
                people:
                  dora: {name: Dora Finch, reach: {mail: dora@library.example}, verified: 2026-01-05}
                ---
                """,
                "roles/archivist.md": """
                ---
                kind: role
                title: Archivist
                holder: dora
                ---

                Knows the basement.
                """,
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement, and ask ⟦@archivist⟧ which shelves come first
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
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
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed, stay at home. Do not call {{ channel.desk.address }}: it is down. Do not write to desk@library.example. Help is also at info@council.example. Do not send us an e-mail. Questions: {{ phone }}. News at {{ next-time }}.
                        """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.channel, .system, .person, .role]) { return }
        let reader = context.pointers
        var found = UnusablePointers()
        let scenarios = context.scenarios
        var out: Set<EntityReference> = []
        for judged in scenarios {
            out.formUnion(judged.reach.systemsOut.map { EntityReference(.system, $0.system.id) })
            out.formUnion(judged.reach.channelsOut.map { EntityReference(.channel, $0.channel.id) })
            out.formUnion(judged.scenario.disables.map(\.target).filter { $0.kind == .person })
        }
        let names = UsedNames(out, reader)
        addMessages(context, reader, names, to: &found)
        addSteps(context, reader, names, to: &found)
        found.addIntroductions(context, reader, names)
        for item in found.items { report(finding(item, scenarios)) }
    }

    private static func addMessages(
        _ context: RuleContext, _ reader: PointerReader, _ names: UsedNames, to found: inout UnusablePointers
    ) {
        func pointers(_ blocks: [Block], _ locale: Locale) -> [Pointer] {
            reader.pointers(in: blocks, locale) + names.pointers(in: blocks, locale)
        }
        let (plan, scenarios) = (context.plan, context.scenarios)
        let requests = MailRequests(context)
        let mail = plan.mailChannels
        var scenariosByMessage: [Int: [Int]] = [:]
        for (place, judged) in scenarios.enumerated() {
            for number in judged.messages where plan.messages[number].phase.value == .during {
                scenariosByMessage[number, default: []].append(place)
            }
        }
        for (number, places) in scenariosByMessage.sorted(by: { $0.key < $1.key }) {
            let message = plan.messages[number]
            for version in message.versions {
                let locale = version.body.locale
                let common = pointers(version.common, locale)
                let variants = version.variants.map { ($0, pointers($0.blocks, locale)) }
                for place in places {
                    let reach = scenarios[place].reach(sending: message)
                    found.add(common, in: place, scenarios[place], reach, reader)
                    // A text for a channel that is out itself is not sent.
                    for (variant, pointers) in variants where mayBeSent(variant, of: message, reach) {
                        found.add(pointers, in: place, scenarios[place], reach, reader)
                    }
                }
            }
            for place in places {
                let reach = scenarios[place].reach(sending: message)
                guard let channel = mail.first, !mail.contains(where: { reach.isUp(channel: $0) }) else { continue }
                let asked = requests.places(in: number) { mayBeSent($0, of: message, reach) }
                let pointers = asked.map { Pointer(target: .channel(channel), span: $0, words: "", isWarning: false) }
                found.add(pointers, in: place, scenarios[place], reach, reader)
            }
        }
    }

    private static func addSteps(
        _ context: RuleContext, _ reader: PointerReader, _ names: UsedNames, to found: inout UnusablePointers
    ) {
        let plan = context.plan
        var named = NamesInSteps(names, plan.sourceLocale)
        var tasks = MailTasks(plan)
        let mail = plan.mailChannels
        for (place, judged) in context.scenarios.enumerated() {
            for (entry, hour) in zip(judged.timeline.entries, judged.timeline.hours) where entry.phase == .during {
                let step = entry.step
                var pointers = reader.pointers(in: step.text, plan.sourceLocale)
                pointers += reader.pointers(in: step.detail, plan.sourceLocale)
                for branch in step.branches {
                    pointers += reader.pointers(in: branch.text, plan.sourceLocale)
                    pointers += reader.pointers(in: branch.detail, plan.sourceLocale)
                }
                pointers += named.pointers(in: entry)
                let reach = judged.reach.at(hour)
                // Whoever the address is of, ours is what it is done by; and every channel for it is out.
                let addresses = pointers.filter { if case .mail = $0.target { !$0.isWarning } else { false } }
                pointers.removeAll { if case .mail = $0.target { true } else { false } }
                if let channel = mail.first, entry.messages.isEmpty, !mail.contains(where: { reach.isUp(channel: $0) }),
                    let span = tasks.place(in: step) ?? addresses.first?.span
                {
                    pointers.append(Pointer(target: .channel(channel), span: span, words: "", isWarning: false))
                }
                found.add(pointers, in: place, judged, reach, reader)
            }
        }
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
        switch item.contact {
        case .channel(let id): return finding(at: item.span, channel: id, place, judged)
        case .role(let id): return finding(at: item.span, role: id, place, judged)
        case .person(let id): return finding(at: item.span, person: id, place, judged)
        case .system(let id): return finding(at: item.span, system: id, place, judged)
        }
    }

    private static func finding(at span: Span, system id: String, _ place: Phrase, _ judged: JudgedScenario) -> Finding
    {
        let reference = EntityReference(.system, id)
        let isDistrusted = judged.reach.outage(system: id)?.manner.isDistrusted ?? false
        let labels = judged.reach.labels(for: judged.reach.losses(system: id), in: judged.scenario)
        return asked(at: span, judged.reach.plan.quoted(reference), isDistrusted, place, labels)
    }

    private static func asked(
        at span: Span, _ name: Phrase, _ isDistrusted: Bool, _ place: Phrase, _ labels: [Label]
    ) -> Finding {
        finding(
            at: span,
            isDistrusted
                ? Phrase(
                    "the reader is asked to use {name}, which is not to be trusted {place}",
                    ["name": name, "place": place])
                : Phrase(
                    "the reader is asked to use {name}, which is down {place}", ["name": name, "place": place]),
            labels: labels,
            help: [
                Phrase(
                    "name one that works there, or write a text of its own for that scenario")
            ])
    }

    private static func finding(
        at span: Span, channel id: String, _ place: Phrase, _ judged: JudgedScenario
    ) -> Finding {
        let name = judged.reach.chainTold(channel: id) ?? Phrase.quoting(id)
        let isDistrusted = judged.reach.outage(channel: id)?.manner.isDistrusted ?? false
        let labels = judged.reach.labels(for: judged.reach.losses(channel: id), in: judged.scenario)
        return asked(at: span, name, isDistrusted, place, labels)
    }

    private static func finding(
        at span: Span, person id: String, _ place: Phrase, _ judged: JudgedScenario
    ) -> Finding {
        finding(
            at: span,
            Phrase(
                "the reader is asked to call {name}, who is not there {place}",
                ["name": judged.reach.plan.people[id]?.quoted ?? Phrase.quoting(id), "place": place]),
            labels: judged.reach.labels(for: Losses(things: [EntityReference(.person, id)]), in: judged.scenario),
            help: [Phrase("name somebody who is there, or write a text of its own for that scenario")])
    }

    private static func finding(at span: Span, role id: String, _ place: Phrase, _ judged: JudgedScenario) -> Finding {
        let role = judged.reach.plan.roles[id]
        return finding(
            at: span,
            Phrase(
                "the reader is asked to turn to {name}, whom nobody can reach {place}",
                ["name": role?.quoted ?? Phrase.quoting(id), "place": place]),
            labels: role.map { judged.reach.labels(for: judged.reach.losses(role: $0), in: judged.scenario) } ?? [],
            help: [
                Phrase("name a role that can be reached there, or give this one a deputy or another way")
            ])
    }
}
