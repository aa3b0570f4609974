import PlancDiagnostics
import PlancModel

enum PhishingLikeWords: Rule {
    static let name = "phishing-like-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a request that a fraudster would make")
    static let why = Phrase(
        """
        In a crisis fraudsters write in your name. Who has learned from you to log in by a link, or to send a code, a password \
        or a card number, cannot tell their message from yours. Let people type your address themselves, and say what you \
        will never ask for.
        """)
    static let rejects = [
        Example(
            Phrase("A link to log in"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                Your account is locked: ⟦click here to set a new password⟧.
                """
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                ⟦Communiquez-nous le code⟧ que vous venez de recevoir.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What you will never ask for"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                We will never ask you to click a link or to send a code. Type our address into your browser.
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .phishing, message: { Phrase("{words} is what a fraudster would ask", ["words": $0]) },
            report: report)
    }
}
