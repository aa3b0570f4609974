import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource

enum LongSpeech: Rule {
    static let name = "long-speech"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a spoken text that takes longer than its channel has")
    static let why = Phrase(
        """
        A recorded message that goes on for two minutes is not heard to its end, and a radio station cuts what does not fit into its \
        slot. Length is counted at 135 words a minute, fields with their longest value; the limit is the channel's `limit`, and a \
        minute on the telephone where it has none.
        """)

    private static func spoken(_ text: String) -> [String: String?] {
        [
            "channels.md": ExamplePlan.changing(
                "channels.md", "fm: {title: Riverside FM, type: radio, operated-by: press, limit: 10}"),
            "messages/readers-closed.md": """
            ---
            kind: message
            title: "Readers: the library is closed"
            audiences: readers
            scenarios: flood
            phase: during
            channels: [site, fm]
            owner: director
            ---

            The library is closed.

            \(text)
            """,
        ]
    }

    static let rejects = [
        Example(
            Phrase("Over the ten seconds of the station"),
            spoken(
                """
                # ⟦fm⟧

                The library is flooded and stays closed today and tomorrow. Keep your books, there will be no fines. The next news \
                is at {{ next-time }}, here and on our website.
                """))
    ]
    static let accepts = [
        Example(
            Phrase("Within ten seconds"),
            spoken("# fm\n\nThe library is flooded and closed. News at {{ next-time }}, here and on our website."))
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // A text that was not understood has no length yet.
        if context.hasUnknownLengths { return }
        for message in plan.messages where !plan.unread.contains(message, ["body"]) {
            var seen = Set<Span>()
            for reference in message.channels {
                guard let channel = plan.channels[reference], spokenTypes.contains(channel.type.value),
                    !plan.isGuessed(channel)
                else { continue }
                for version in message.versions {
                    // A common text that does not fit is no text for the channel.
                    guard let sent = version.sentText(on: channel), sent.isVariant,
                        let measured = plan.length(of: sent.blocks, message, version.body.locale, on: channel),
                        let limit = measured.limit, measured.isTooLong, seen.insert(sent.place).inserted
                    else { continue }
                    report(finding(at: sent.place, channel, measured.used, limit))
                }
            }
        }
    }

    private static let spokenTypes: Set<ChannelType> = [.voice, .hotline, .radio]

    private static func finding(at place: Span, _ channel: Channel, _ used: Int, _ limit: Int) -> Finding {
        finding(
            at: place,
            Phrase(
                "this text takes {length} seconds to say, {name} has {limit}",
                ["length": used, "name": channel.quoted, "limit": limit]),
            labels: channel.limit.map { [Label($0.span, Phrase("its limit"))] } ?? [],
            help: [Phrase("keep the fact, the advice and where the rest is told")])
    }
}
