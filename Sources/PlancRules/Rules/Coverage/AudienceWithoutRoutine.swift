import PlancDiagnostics
import PlancModel

enum AudienceWithoutRoutine: Rule {
    static let name = "audience-without-routine"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "an audience that is never told anything before a crisis")
    static let why = Phrase(

        """
        Trust is made on quiet days. People who have never heard from you do not know where your news will \
        be, nor whether a message in your name is yours. Tell them, once a year at least, where they will \
        find you. Authorities are not counted.
        """)
    static let rejects = [
        Example(
            Phrase("The staff hear of it on the day"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                    """),
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "audiences: [readers]",
                    text: "If the library has to close, look at our website. Your questions: {{ phone }}."),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A supervisor is told what the law asks"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  council: {title: Riverside Council, type: authorities, channels: [mail]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  fire: {title: Fire, affects: [council], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for audience in context.audiencesToldNothing(.before) {
            let name = audience.quoted
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        "audience {name} is told nothing before a crisis", ["name": name]),
                    help: [
                        Phrase(
                            "write a message with 'phase: before' that tells where your news will be and how to know it is yours"
                        )
                    ]))
        }
    }
}
