import PlancDiagnostics
import PlancModel

enum UnsentPicture: Rule {
    static let name = "unsent-picture"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a picture in a message: only its words are sent")
    static let why = Phrase(
        """
        planc gives a message to each channel as words. Its author sees the picture in the source, and those who \
        receive the message do not.
        """)
    static let rejects = [
        Example(
            Phrase("a map in a message"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """, text: "Look at our website. ⟦![The way to the door](door.png)⟧"),
                "messages/door.png": "PNG",
            ])
    ]
    static let accepts = [
        Example(
            Phrase("the way in words"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """,
                    text: "Look at our website, or at the notice on the door in Quay Road.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for use in context.plan.pictures.uses where use.kind.isSentAsWords {
            report(
                finding(
                    at: use.span,
                    Phrase("no channel sends this picture: readers get the words that stand for it alone"),
                    help: [Phrase("say in words what it shows, or put it on a page and link to that")]))
        }
    }
}
