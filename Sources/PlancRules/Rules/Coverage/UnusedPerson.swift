import PlancDiagnostics
import PlancModel

enum UnusedPerson: Rule {
    static let name = "unused-person"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a person whom nothing refers to")
    static let why = Phrase(

        """
        A person with no role is called by nobody and told nothing, and their private numbers are kept for \
        no reason. Give them a role or take them out.
        """)
    static let rejects = [
        Example(
            Phrase("Dan is on the list and has no role"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  ⟦dan⟧: {name: Dan Pike, reach: {mobile: "+44 7700 900004", mail: dan@library.example}}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Dan stands in for the caretaker"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  dan: {name: Dan Pike, reach: {mobile: "+44 7700 900004", mail: dan@library.example}}
                ---
                """,
                "roles.md": ExamplePlan.changing(
                    "roles.md", "caretaker: {title: Caretaker, holder: cleo, deputies: [dan], team: technical}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // Who works elsewhere is printed among those who help from outside.
        for thing in context.unused(context.plan.people) where thing.organisation.isEmpty {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase("nothing refers to {name}", ["name": name]),
                    caption: Phrase("never used", context: "person"),
                    help: [
                        Phrase(
                            "name them as holder or deputy of a role, say their 'organisation' if they help from outside, or remove them"
                        )
                    ]))
        }
    }
}
