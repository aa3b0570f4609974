import PlancDiagnostics
import PlancModel

enum UnusedSystem: Rule {
    static let name = "unused-system"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a system that nothing refers to", fr: "un système auquel rien ne se réfère")
    static let why = Phrase(
        en: """
            A system that nothing depends on and no scenario takes away says nothing about who can be reached. Often a 'depends-on' is \
            missing, and the plan believes in a channel that will be down.
            """,
        fr: """
            Un système dont rien ne dépend et qu’aucun scénario ne retire ne dit rien sur qui peut être joint. Souvent, il manque un \
            « depends-on », et le plan croit en un canal qui sera en panne.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A catalogue that nothing depends on", fr: "Un catalogue dont rien ne dépend"),
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
            Phrase(en: "A system that another one needs", fr: "Un système dont un autre a besoin"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.systems) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "nothing refers to system \(name.english)",
                        fr: "rien ne se réfère au système \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "name it under 'depends-on' of what needs it, or take it away",
                            fr: "nommez-le sous « depends-on » de ce qui en a besoin, ou retirez-le")
                    ]))
        }
    }
}
