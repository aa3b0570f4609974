import PlancDiagnostics
import PlancModel

enum VagueTime: Rule {
    static let name = "vague-time"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "no time where a time belongs",
        fr: "pas d’heure là où il en faut une")
    static let why = Phrase(
        en: """
            'As soon as possible' is a promise that cannot be kept or checked, and people call in the \
            meantime. A time, even for news that says 'nothing new', lets them wait in peace.
            """,
        fr: """
            « Dès que possible » est une promesse qu’on ne peut ni tenir ni vérifier, et en attendant les \
            gens appellent. Une heure, même pour dire « rien de nouveau », permet d’attendre tranquille.
            """)
    static let rejects = [
        Example(
            Phrase(en: "As soon as possible", fr: "Dès que possible"),
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

                We will write to you ⟦as soon as possible⟧. Questions: {{ phone }}.
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

                Plus d’informations ⟦bientôt⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "A time", fr: "Une heure"),
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

                News at {{ next-time }}. Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .vague,
            message: { words in
                Phrase(en: "\(words.english) is no time", fr: "\(words.french) n’est pas une heure")
            }, report: report)
    }
}
