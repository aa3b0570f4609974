import PlancDiagnostics
import PlancModel

enum BlamingWords: Rule {
    static let name = "blaming-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that put the blame on somebody")
    static let why = Phrase(

        """
        Whoever is blamed will not report the next time, and whoever reads it sees a company that looks for \
        a culprit. Naming an attacker without a source can be wrong, and is never needed to protect anyone.
        """)
    static let rejects = [
        Example(
            Phrase("An employee is to blame"),
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

                An ⟦employee clicked⟧ on a link. Questions: {{ phone }}.
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

                C'est une ⟦erreur humaine⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What happened"),
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

                A fraudulent message gave access to an account. Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .blaming,
            message: { words in
                Phrase(
                    "{words} puts the blame on somebody", ["words": words])
            }, report: report)
    }
}
