import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource

enum LongPost: Rule {
    static let name = "long-post"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        "a post over its network's length")
    static let why = Phrase(

        """
        The network refuses it, or cuts it in the middle of a sentence, at the worst moment. Length is \
        counted as the network counts it: on X an address is 23 characters and an emoji two; fields count \
        with their longest value.
        """)
    static let rejects = [
        Example(
            Phrase("Over 280 characters"),
            [
                "channels.md": ExamplePlan.changing("channels.md", "x: {title: X, type: social, operated-by: press}"),
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site, x]
                owner: director
                ---

                The library is closed.

                # ⟦x⟧

                The library is flooded and will stay closed today and tomorrow. We do not know yet how far the water has come into the basement, where our oldest collections are kept. The fire service is pumping. Keep your books, there will be no fines, and look at our website for the next news at {{ next-time }}.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Within 280 characters"),
            [
                "channels.md": ExamplePlan.changing("channels.md", "x: {title: X, type: social, operated-by: press}"),
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site, x]
                owner: director
                ---

                The library is closed.

                # x

                The library is flooded and closed today. News at {{ next-time }} on our website.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // A text that was not understood has no length yet.
        if context.hasUnknownLengths { return }
        for number in plan.messages.indices {
            let channels = plan.channels(plan.messages[number].channels, type: .social)
            if channels.isEmpty { continue }
            let message = plan.messages[number]
            if plan.unread.contains(message, ["body"]) { continue }
            var seen = Set<Span>()
            for channel in channels where !plan.isGuessed(channel) {
                for version in message.versions {
                    guard let sent = version.sentText(on: channel), sent.isVariant || plan.isShortOnly(message) else {
                        continue
                    }
                    guard let measured = plan.length(of: sent.blocks, message, version.body.locale, on: channel),
                        let limit = measured.limit, measured.isTooLong, seen.insert(sent.place).inserted
                    else { continue }
                    let length = measured.used
                    let name = channel.quoted
                    report(
                        finding(
                            at: sent.place,
                            Phrase(
                                "this text counts {length} characters, {name} takes {limit}",
                                ["length": length, "name": name, "limit": limit]),
                            help: [
                                Phrase(
                                    "keep the fact, the advice and where the rest is told")
                            ]))
                }
            }
        }
    }
}
