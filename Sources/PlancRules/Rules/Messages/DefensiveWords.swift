import PlancDiagnostics
import PlancModel

enum DefensiveWords: Rule {
    static let name = "defensive-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "words that protect the speaker",
        fr: "des mots qui protègent celui qui parle")
    static let why = Phrase(
        en: """
            The reader wants to know what to do; legal phrases, self-praise and ready-made formulas say that \
            you are busy with yourself. A short fact serves better, in law too.
            """,
        fr: """
            Le lecteur veut savoir quoi faire ; formules juridiques, éloges de soi et phrases toutes faites \
            disent que vous pensez à vous. Un fait court sert mieux, en droit aussi.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A formula", fr: "Une formule"),
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

                We ⟦take your safety very seriously⟧. Questions: {{ phone }}.
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

                ⟦Merci de votre compréhension⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "What is being done", fr: "Ce qui est fait"),
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

                The fire service is pumping out the basement. Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .defensive,
            message: { words in
                Phrase(
                    en: "\(words.english) protects the speaker, not the reader",
                    fr: "\(words.french) protège celui qui parle, non le lecteur")
            }, report: report)
    }
}
