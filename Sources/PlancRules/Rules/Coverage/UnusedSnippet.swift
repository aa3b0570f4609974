import PlancDiagnostics
import PlancModel

enum UnusedSnippet: Rule {
    static let name = "unused-snippet"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a snippet that no text uses")
    static let why = Phrase(

        """
        A shared text that no message shares is either forgotten, and then the messages say it differently, \
        or old, and then somebody may copy it by mistake.
        """)
    static let rejects = [
        Example(
            Phrase("How to check a message, told nowhere"),
            [
                "snippets/genuine.md": """
                ---
                kind: snippet
                title: ⟦How to check that this comes from us⟧
                covers: authenticity
                ---

                You can read the same text on our website.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A message puts it in place"),
            [
                "snippets/genuine.md": """
                ---
                kind: snippet
                title: How to check that this comes from us
                covers: authenticity
                ---

                You can read the same text on our website.
                """,
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    text: """
                        ## What you can do

                        If the library has to close, look at our website. Your questions: {{ phone }}.

                        {{> genuine }}
                        """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.snippets) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "no text uses snippet {name}", ["name": name]
                    ),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "write '{{> {id} }}' where it belongs, or take the file away", ["id": thing.id])
                    ]))
        }
    }
}
