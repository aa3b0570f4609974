import PlancDiagnostics
import PlancModel
import PlancSource

enum ReservedID: Rule {
    static let name = "reserved-id"
    static let group = RuleGroup.binding
    static let severity = Severity.error
    static let summary = Phrase(
        "an id that cannot be the name of a file")
    static let why = Phrase(

        """
        Files are named after ids. A scenario called 'all', 'call-tree' or 'wallet-cards' would have its \
        contact sheet in the file in which planc writes its own, and one of the two would be lost. Windows \
        keeps 'con', 'nul' and a few other names for devices, whatever extension follows: a pack with such \
        a file cannot be opened there, nor copied onto many memory sticks.
        """)
    static let rejects = [
        Example(
            Phrase(
                "A scenario called like the sheet of all contacts"),
            [
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  ⟦wallet-cards⟧: {title: Wallet cards are lost, affects: [readers], activated-by: director}
                ---
                """
            ]),
        Example(
            Phrase("A pack that Windows cannot open"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦con⟧: {title: Conference, for: [role:press], include: [contacts]}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Names that only begin like those"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  conference: {title: Conference, for: [role:press], include: [contacts]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  wallet-cards-lost: {title: Wallet cards are lost, affects: [readers], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for scenario in plan.scenarios where ReservedName(outputOf: .scenario, id: scenario.id) == .contactSheet {
            report(
                finding(
                    at: scenario.nameSpan,
                    Phrase(
                        "scenario '{id}' would have the same file as planc’s own 'contacts/{id}'", ["id": scenario.id]
                    ),
                    caption: Phrase("taken"),
                    help: [
                        Phrase(
                            "give it another id, such as '{id}-lost'", ["id": scenario.id])
                    ]))
        }
        let named: [any Entity] = Array(plan.scenarios) + Array(plan.messages) + Array(plan.packs)
        for thing in named where ReservedName(outputOf: type(of: thing).kind, id: thing.id) == .device {
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "Windows cannot open a file called '{id}'", ["id": thing.id]),
                    caption: Phrase("kept for a device"),
                    help: [
                        Phrase(
                            "give it a longer id: files are named after it")
                    ]))
        }
    }
}
