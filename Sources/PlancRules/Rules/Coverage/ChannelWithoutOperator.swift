import PlancDiagnostics
import PlancModel

enum ChannelWithoutOperator: Rule {
    static let name = "channel-without-operator"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a channel that nobody is named to work")
    static let why = Phrase(

        """
        A channel works when somebody has its password, knows its buttons and can be reached. Where no one \
        is named, the message is ready and nobody can send it. Name the role with `operated-by`, and say \
        with `access` where the credentials are.
        """)
    static let rejects = [
        Example(
            Phrase("Who prints the posters?"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  ⟦posters⟧: {title: Posters at the doors, type: display}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The caretaker does"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  posters: {title: Posters at the doors, type: display, operated-by: caretaker}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for channel in context.plan.channels where channel.operatedBy == nil {
            if context.plan.unread.contains(channel, ["operated-by"]) { continue }
            let name = channel.quoted
            report(
                finding(
                    at: channel.nameSpan,
                    Phrase(
                        "nobody is named to work channel {name}", ["name": name]),
                    caption: Phrase("add 'operated-by'"),
                    help: [
                        Phrase(
                            "name the role that can send on it: 'operated-by: role-id'")
                    ]))
        }
    }
}
