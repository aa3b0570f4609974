import PlancDiagnostics
import PlancModel

enum AudienceWithoutAftermath: Rule {
    static let name = "audience-without-aftermath"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "an audience that is never told anything after a crisis")
    static let why = Phrase(

        """
        Whoever was told that something is wrong wants to hear that it is over, what was learned, and what \
        is better now. Silence after the storm is remembered longer than the storm. Authorities are not \
        counted.
        """)
    static let rejects = [
        Example(
            Phrase("The staff never hear how it ended"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                    """),
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md", "audiences: readers",
                    text: "The basement is dry and the library is open. Your questions: {{ phone }}."),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The staff have a message of their own"),
            [
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md", "audiences: readers",
                    text: "The basement is dry and the library is open. Your questions: {{ phone }}."),
                "messages/thanks.md": """
                ---
                kind: message
                title: Thank you
                audiences: staff
                scenarios: flood
                phase: after
                channels: [mail]
                owner: director
                subject: Thank you
                ---

                Thank you for carrying four thousand books upstairs. Your questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for audience in context.audiencesToldNothing(.after) {
            let name = audience.quoted
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        "audience {name} is told nothing after a crisis", ["name": name]),
                    help: [
                        Phrase(
                            "write a message with 'phase: after' that tells how it ended and what has changed"
                        )
                    ]))
        }
    }
}
