import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum UnsentMessage: Rule {
    static let name = "unsent-message"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a message with a deadline that no step sends")
    static let why = Phrase(

        """
        The message is written, approved and translated, and no checklist says who sends it and when. On \
        the day people follow the checklists: it will stay in the drawer. Link to it from a step. A \
        deadline is the message's `send: {within}`, an obligation that it satisfies, or the `inform-within` \
        of an audience that nothing else is sent to.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The readers have four hours, and no step tells them"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        """),
                "messages/readers-closed.md": """
                ---
                kind: message
                title: ⟦"Readers: the library is closed"⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ]),
        Example(
            Phrase("Only a step of quiet times sends what is for the flood"),
            [
                "checklists/before.md": ExamplePlan.changing(
                    "checklists/before.md",
                    text: """
                        - [ ] T-30d @press Remind everyone where news will be: [](../messages/ready.md)
                        - [ ] T-7d @press Tell the readers: [](../messages/fines.md)
                        """),
                "messages/fines.md": """
                ---
                kind: message
                title: ⟦No fines this week⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: director
                ---

                There are no fines this week. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                "A message without a deadline may wait in the plan"),
            [
                "messages/fines.md": """
                ---
                kind: message
                title: No fines this week
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                There are no fines this week. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let messages = context.plan.messages
        var isSent = Set<String>()
        var missed: [String: [Missed]] = [:]
        for judged in context.scenarios {
            let early = linksOfPreparations(in: judged)
            for number in judged.messages {
                let id = messages[number].id
                if judged.timeline.firstSending(of: id) != nil {
                    isSent.insert(id)
                    continue
                }
                let message = messages[number]
                if context.mayBeSent(message, in: judged.scenario.id) { continue }
                let tooEarly = message.inReplyTo == nil && message.phase.value != .before ? early[id] : nil
                if let label = tooEarly.map({ Label($0, Phrase("this step is for before the crisis")) })
                    ?? deadline(of: message, in: judged, context.plan)
                {
                    missed[id, default: []].append(Missed(judged: judged, label: label, isEarly: tooEarly != nil))
                }
            }
        }
        if missed.isEmpty { return }
        for message in messages {
            // A message for all scenarios has to be sent in one of them; one for named scenarios in each.
            guard let scenarios = missed[message.id], let first = scenarios.first,
                !(message.scenarios.isAll && isSent.contains(message.id))
            else { continue }
            let title = message.quoted
            let place = Phrase.inScenarios(scenarios.map(\.judged.scenario))
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        "no step sends message {title} {place}", ["title": title, "place": place]),
                    labels: [first.label],
                    help: [
                        first.isEarly
                            ? Phrase(
                                "send it by a step of a checklist with 'phase: {phase}'",
                                ["phase": message.phase.value.rawValue])
                            : Phrase("link to it from the step that sends it: '[](…/{id}.md)'", ["id": message.id])
                    ]))
        }
    }

    /// A scenario in which no step sends a message, and what shows that one should.
    private struct Missed {
        var judged: JudgedScenario
        var label: Label
        /// A step of before the crisis sends it.
        var isEarly: Bool
    }

    /// Where steps of before the crisis link to messages, by their ids.
    private static func linksOfPreparations(in judged: JudgedScenario) -> [String: Span] {
        var found: [String: Span] = [:]
        for entry in judged.timeline.entries where entry.phase == .before {
            for message in entry.messages where found[message.id] == nil { found[message.id] = message.span }
        }
        return found
    }

    private static func deadline(of message: Message, in judged: JudgedScenario, _ plan: Plan) -> Label? {
        if let within = message.send.within {
            return Label(within.span, Phrase("it has to leave within this"))
        }
        for satisfaction in message.satisfies
        where judged.scenario.obligations.contains(where: { $0.id == satisfaction.obligation.id }) {
            // A step that names the obligation meets it without the message.
            let duties = judged.timeline.duties.filter {
                $0.obligation == satisfaction.obligation.id && $0.fulfilment?.message == message.id
            }
            if !duties.isEmpty {
                return Label(
                    satisfaction.obligation.span, Phrase("it has to meet this"))
            }
        }
        guard message.phase.value == .during, message.inReplyTo == nil else { return nil }
        for reference in message.audiences {
            guard let audience = plan.audiences[reference], let within = audience.informWithin,
                judged.timeline.clock(of: audience.id)?.first == nil
            else { continue }
            return Label(
                within.span, Phrase("nothing else keeps this promise"))
        }
        return nil
    }
}
