import PlancDiagnostics
import PlancModel

enum UnusedField: Rule {
    static let name = "unused-field"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a field that no text uses", fr: "un champ qu’aucun texte n’emploie")
    static let why = Phrase(
        en: """
            On the day somebody has to fill in every field of the plan. One that no text uses costs a minute that nobody has, and often \
            means that a text says the thing by hand.
            """,
        fr: """
            Le jour venu, quelqu’un doit remplir chaque champ du plan. Un champ qu’aucun texte n’emploie coûte une minute que personne n’a, et \
            signifie souvent qu’un texte dit la chose à la main.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A water level that no text tells", fr: "Un niveau d’eau qu’aucun texte ne dit"),
            [
                "more-fields.md": """
                ---
                kind: fields
                fields:
                  ⟦water-level⟧: {title: Water level, type: number, example: "40", longest: "140"}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A step tells it", fr: "Une étape le dit"),
            [
                "more-fields.md": """
                ---
                kind: fields
                fields:
                  water-level: {title: Water level, type: number, example: "40", longest: "140"}
                ---
                """,
                "checklists/water.md": """
                ---
                kind: checklist
                title: The water
                scenarios: flood
                phase: during
                ---

                - [ ] T+2h @caretaker Write the level on the door: {{ water-level }} cm
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.fields) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "no text uses field \(name.english)", fr: "aucun texte n’emploie le champ \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "write '{{ \(thing.id) }}' where the value belongs, or take the field away",
                            fr: "écrivez « {{ \(thing.id) }} » là où va la valeur, ou retirez le champ")
                    ]))
        }
    }
}
