import PlancDiagnostics
import PlancModel

enum CertainTooEarly: Rule {
    static let name = "certain-too-early"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a categorical statement while the facts are still being established",
        fr: "une affirmation catégorique alors que les faits ne sont pas établis")
    static let why = Phrase(
        en: """
            What is said for certain in the first hours is often taken back, and a message that is taken \
            back costs all the others. Say what was checked and what is not known yet; once somebody has \
            confirmed it, write who and when under 'confirmed'.
            """,
        fr: """
            Ce qu’on affirme dans les premières heures est souvent démenti, et un message démenti discrédite \
            tous les autres. Dites ce qui est vérifié et ce qui ne l’est pas encore ; quand quelqu’un l’a \
            confirmé, écrivez qui et quand sous « confirmed ».
            """)
    static let rejects = [
        Example(
            Phrase(en: "Nothing was stolen", fr: "Rien n’a été volé"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                ⟦No data was⟧ stolen. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "In French", fr: "En français"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [fr]
                owner: director
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                L'attaque est ⟦totalement maîtrisée⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "What is not known yet", fr: "Ce qui n’est pas encore connu"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                We do not know yet whether data was copied. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "Confirmed by somebody", fr: "Confirmé par quelqu’un"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                confirmed:
                  - {claim: no data was stolen, by: director, at: 2026-01-05 14:00}
                ---

                No data was stolen. Questions: {{ phone }}.
                """
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .tooCertain,
            message: { words in
                Phrase(
                    en: "\(words.english) is certain before anyone has confirmed it",
                    fr: "\(words.french) affirme ce que personne n’a confirmé")
            }, report: report)
    }
}
