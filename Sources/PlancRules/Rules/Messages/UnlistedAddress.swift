import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum UnlistedAddress: Rule {
    static let name = "unlisted-address"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a telephone number in a text that the plan does not know")
    static let why = Phrase(

        """
        A number that is written only into a text is on no contact sheet, nobody tries it, nobody answers \
        for it, and nothing says when it is out of order. Make it the `address` of a channel, or of a \
        person, and write `{{ channel.ID.address }}` in the text: then one change is enough, and planc \
        checks that it works in each scenario.
        """)
    static let rejects = [
        Example(
            Phrase("A number that is nowhere else"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call ⟦+44 1632 960177⟧ for news at {{ next-time }}.
                        """)
            ]),
        Example(
            Phrase("In a subject"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "subject: \"Closed: call ⟦+44 1632 960177⟧\"")
            ]),
        Example(
            Phrase(
                "As people of the plan's country write it, in a step"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                timezone: Europe/London
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                ---
                """,
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Call the insurer: ⟦01632 960188⟧
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                "The number of a channel, of a person, and a service for all"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [landline]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Please stay at home and call +44 1632 960177 or +44 7700 900001; in danger 999. News at {{ next-time }}.
                        """),
            ]),
        Example(
            Phrase("The number of an account, and of a customer"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "timezone: Europe/Berlin"),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Have the account DE89 3704 0044 0532 0130 00 blocked; customer number 0172 445588
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.person) { return }
        let reader = context.pointers
        var bodies: [Body] = []
        for message in plan.messages { bodies += message.versions.map(\.body) }
        for snippet in plan.snippets { bodies += snippet.versions.map(\.body) }
        for list in plan.checklists { bodies += list.versions.map(\.body) }
        for scenario in plan.scenarios { bodies += scenario.body.bodies }
        var found = bodies.flatMap { reader.numbers(in: $0.blocks) }
        for message in plan.messages { found += message.subject.versions.flatMap { reader.numbers(in: $0.text) } }
        for (number, words, span) in found where !reader.known.contains(number) {
            report(
                finding(
                    at: span,
                    Phrase("the plan does not know the number {quoted}", ["quoted": Phrase.quoting(words)]),
                    help: [Phrase("make it the address of a channel and write {{ channel.ID.address }}")]))
        }
    }
}
