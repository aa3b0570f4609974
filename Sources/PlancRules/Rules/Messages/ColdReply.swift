import PlancDiagnostics
import PlancModel
import PlancProse

enum ColdReply: Rule {
    static let name = "cold-reply"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a reply to a report that does not thank, or blames")
    static let why = Phrase(

        """
        Whoever reports something strange is an ally, all the more when it was a false alarm. A dry answer \
        teaches everybody to keep quiet the next time. Thank first, give the verdict, and say that it was \
        right to ask.
        """)
    static let rejects = [
        Example(
            Phrase("No word of thanks"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Reply: false alarm"⟧
                    channels: [mail]
                    in-reply-to: false-alarm
                    """, text: "We have checked: this message is safe.")
            ]),
        Example(
            Phrase("Thanks, and a reproach"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Reply: false alarm"⟧
                    channels: [mail]
                    in-reply-to: false-alarm
                    """, text: "Thanks, but it was nothing.")
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Thanks first"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: "Reply: false alarm"
                    channels: [mail]
                    in-reply-to: false-alarm
                    """,
                    text: """
                        Thank you for having told us. We have checked: this message is safe, and you were right to ask.
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let texts = context.texts
        for (number, message) in plan.messages.enumerated() {
            guard let kind = message.inReplyTo else { continue }
            let name = message.quoted
            let label = Label(
                kind.span, Phrase("somebody has reported something"))
            let reproaches = texts.words.filter {
                $0.verdict == .blaming && texts.written[$0.text].messages.contains(number)
            }
            if let first = reproaches.first {
                report(
                    finding(
                        at: message.nameSpan,
                        Phrase(
                            "the reply {name} blames whoever reported", ["name": name]),
                        labels: [Label(first.span, Phrase("the reproach"))]))
                continue
            }
            // Whoever asks for help with a tool has reported nothing.
            if kind.value == "tool-help" || context.elementsTold[number].contains(.thanks) { continue }
            if texts.thanks.contains(where: { texts.written[$0].messages.contains(number) }) { continue }
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        "the reply {name} does not thank for the report", ["name": name]),
                    labels: [label],
                    help: [
                        Phrase(
                            "a sentence to start from: '{sourceLocale}'",
                            ["sourceLocale": Element.thanks.sentence(plan.sourceLocale)]
                        )
                    ]))
        }
    }
}
