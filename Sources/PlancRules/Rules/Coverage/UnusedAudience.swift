import PlancDiagnostics
import PlancModel

enum UnusedAudience: Rule {
    static let name = "unused-audience"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "an audience that nothing refers to", fr: "un public auquel rien ne se réfère")
    static let why = Phrase(
        en: """
            Somebody thought of these people, and then no scenario affects them and no message is for them. On the day they hear it from \
            others. Say where they are affected and write to them, or take them out.
            """,
        fr: """
            Quelqu’un a pensé à ces gens, puis aucun scénario ne les touche et aucun message ne leur est destiné. Le jour venu, ils \
            l’apprendront par d’autres. Dites où ils sont touchés et écrivez-leur, ou retirez-les.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Donors whom nobody writes to", fr: "Des donateurs à qui personne n’écrit"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  ⟦donors⟧: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A scenario affects the donors", fr: "Un scénario touche les donateurs"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  no-loans: {title: Loans do not work, affects: [donors], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.audiences) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "nothing refers to audience \(name.english)",
                        fr: "rien ne se réfère au public \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "name it under 'affects' of a scenario and in a message, or take it away",
                            fr: "nommez-le sous « affects » d’un scénario et dans un message, ou retirez-le")
                    ]))
        }
    }
}
