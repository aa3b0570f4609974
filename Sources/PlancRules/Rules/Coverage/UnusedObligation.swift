import PlancDiagnostics
import PlancModel

enum UnusedObligation: Rule {
    static let name = "unused-obligation"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an obligation that no scenario carries", fr: "une obligation qu’aucun scénario ne porte")
    static let why = Phrase(
        en: """
            A duty to tell an authority that hangs on no scenario will not be on anybody's sheet, and its deadline passes unseen. Say in which \
            scenarios it applies, or take it out.
            """,
        fr: """
            Une obligation d’informer une autorité qui ne tient à aucun scénario ne sera sur la fiche de personne, et son délai passera \
            inaperçu. Dites dans quels scénarios elle s’applique, ou retirez-la.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A duty to the council in no scenario", fr: "Un devoir envers la mairie dans aucun scénario"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  ⟦council⟧:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-12-01
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The flood carries it", fr: "L’inondation la porte"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  council:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-12-01
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server]
                    affects: [readers, staff]
                    obligations: [council]
                    activated-by: director
                ---
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.obligations) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "no scenario carries obligation \(name.english)",
                        fr: "aucun scénario ne porte l’obligation \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisée"),
                    help: [
                        Phrase(
                            en: "name it under 'obligations' of the scenarios it applies to, or take it away",
                            fr: "nommez-la sous « obligations » des scénarios où elle s’applique, ou retirez-la")
                    ]))
        }
    }
}
