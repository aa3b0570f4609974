import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum SeveralSenders: Rule {
    static let name = "several-senders"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a message that steps of two roles send in one scenario")
    static let why = Phrase(

        """
        The role of the step that links to a message sends it; the message's `owner` answers for its text. \
        When steps of two roles send the same message in one scenario, each of them may count on the other, \
        or the readers get it twice. Let one role send it, and have the others call or remind that role \
        without a link. One role that sends it several times is no mistake.
        """)
    static let rejects = [
        Example(
            Phrase("Two roles tell the staff"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+40min @press Tell those who are on the way: [](⟦../messages/staff-closed.md⟧)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The same role sends it again"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+40min @press Ask the director whether the staff were told
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        - [ ] T+2h @director Tell the staff again: [](../messages/staff-closed.md)
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        var places: [Span: Int] = [:]
        var found: [(sending: PlannedStep, span: Span, message: Message, first: Sender, scenarios: [Scenario])] = []
        for judged in context.scenarios {
            for number in judged.messages {
                let message = context.plan.messages[number]
                guard let (first, other, entry) = secondSender(of: message, in: judged.timeline) else { continue }
                if let place = places[other.span] {
                    found[place].scenarios.append(judged.scenario)
                } else {
                    places[other.span] = found.count
                    found.append((entry, other.span, message, first, [judged.scenario]))
                }
            }
        }
        for item in found {
            let roles = { (references: [Reference]) in
                Phrase.list(references.compactMap { context.plan.roles[$0] })
            }
            report(
                finding(
                    at: item.span,
                    Phrase(
                        "{others} and {first} both send message {title} {place}",
                        [
                            "others": roles(item.sending.roles), "first": roles(item.first.roles),
                            "title": item.message.quoted, "place": Phrase.inScenarios(item.scenarios),
                        ]),
                    labels: [Label(item.first.span, Phrase("it is sent here already"))],
                    help: [
                        Phrase("let one role send it; a step that only reminds of it names it without a link")
                    ]))
        }
    }

    private struct Sender {
        var roles: [Reference]
        var span: Span
    }

    /// The first sending of a message, and the first one by none of the same roles.
    private static func secondSender(
        of message: Message, in timeline: Timeline
    ) -> (first: Sender, other: Sender, entry: PlannedStep)? {
        var first: Sender?
        for sending in timeline.sendings(of: message.id) {
            let entry = timeline.entries[sending.entry]
            if entry.roles.isEmpty { continue }
            guard let known = first else {
                first = Sender(roles: entry.roles, span: sending.span)
                continue
            }
            let isShared = entry.roles.contains { role in known.roles.contains { $0.id == role.id } }
            if !isShared { return (known, Sender(roles: entry.roles, span: sending.span), entry) }
        }
        return nil
    }
}
