import PlancDiagnostics
import PlancModel

enum UnusedSystem: Rule {
    static let name = "unused-system"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a system that nothing refers to")
    static let why = Phrase(

        """
        A system that nothing depends on and no scenario takes away says nothing about who can be reached. \
        Often a 'depends-on' is missing, and the plan believes in a channel that will be down.
        """)
    static let rejects = [
        Example(
            Phrase("A catalogue that nothing depends on"),
            [
                "more-systems.md": """
                ---
                kind: systems
                systems:
                  ⟦catalogue⟧: {title: Catalogue, rto: 2d}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A system that another one needs"),
            [
                "more-systems.md": """
                ---
                kind: systems
                systems:
                  catalogue: {title: Catalogue, rto: 2d}
                  loans: {title: Loans, depends-on: [catalogue]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  no-loans: {title: Loans do not work, disables: [loans], affects: [readers], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.systems) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "nothing refers to system {name}", ["name": name]),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "name it under 'depends-on' of what needs it, or take it away")
                    ]))
        }
    }
}
