import PlancDiagnostics
import PlancModel

enum UnusedChannel: Rule {
    static let name = "unused-channel"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a channel that nothing refers to")
    static let why = Phrase(

        """
        A channel that nobody is told on and no message uses may be the very one that still works on the \
        day: nobody will think of it. Put it to use, or take it out of the plan.
        """)
    static let rejects = [
        Example(
            Phrase("A radio that nobody listens to"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  ⟦river-radio⟧: {title: River Radio, type: radio, operated-by: press}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The staff listen to it"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  river-radio: {title: River Radio, type: radio, operated-by: press}
                ---
                """,
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail, river-radio], inform-within: 1h}
                    """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.channels) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "nothing refers to channel {name}", ["name": name]
                    ),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "give it to an audience, a person or a message, or take it away")
                    ]))
        }
    }
}
