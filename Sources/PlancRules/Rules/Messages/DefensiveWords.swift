import PlancDiagnostics
import PlancModel

enum DefensiveWords: Rule {
    static let name = "defensive-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that protect the speaker")
    static let why = Phrase(

        """
        The reader wants to know what to do; legal phrases, self-praise and ready-made formulas say that \
        you are busy with yourself. A short fact serves better, in law too.
        """)
    static let rejects = [
        Example(
            Phrase("A formula"),
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
            Phrase("In French"),
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
            Phrase("What is being done"),
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

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .defensive,
            message: { words in
                Phrase(
                    "{words} protects the speaker, not the reader", ["words": words])
            }, report: report)
    }
}
