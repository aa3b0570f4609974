import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum ChannelWithoutText: Rule {
    static let name = "channel-without-text"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        "a message that names a channel and has no text fit for it")
    static let why = Phrase(

        """
        The plan promises a text message, and on the day somebody has to make one of a page with headings \
        while the telephone rings. Write the text for each channel now: a level-1 heading with the \
        channel's id or type opens its own text.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Headings and a list do not fit a text message"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    channels: [mail, ⟦text-message⟧]
                    subject: The library is closed
                    """,
                    text: """
                        ## What you can do

                        - Please stay at home.
                        - News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("Only the website has a text"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    audiences: [staff, readers]
                    channels: [site, ⟦text-message⟧]
                    """,
                    text: """
                        # web

                        The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                "A page for the website, a line for text messages"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    channels: [mail, text-message]
                    subject: The library is closed
                    """,
                    text: """
                        ## What you can do

                        - Please stay at home.
                        - News at {{ next-time }}, questions: {{ phone }}.

                        # sms

                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let isShort = plan.channels.map { $0.type.value.isShort }
        for number in plan.messages.indices {
            // A text is fit for every channel that shows it whole.
            if plan.messages[number].hasCommonText,
                plan.messages[number].channels.allSatisfy({
                    plan.channels.index(of: $0.id).map { !isShort[$0] } ?? true
                })
            {
                continue
            }
            let message = plan.messages[number]
            // The translations must have the variants of their source (`uneven-translation`).
            guard let version = message.versions.first, !plan.unread.contains(message, ["body"]) else { continue }
            let isShortOnly = plan.isShortOnly(message)
            for reference in message.channels {
                guard let channel = plan.channels[reference],
                    let unfitness = plan.unfitness(version, of: message, for: channel)
                else {
                    continue
                }
                // A heading that nearly names the channel is the cause, and is told as such (`unknown-channel`).
                if hasHeadingLike(channel, version) { continue }
                // A text for short channels alone is meant for this one: `long-sms` and `long-post` speak of its length.
                if case .tooLong = unfitness, isShortOnly, [.sms, .social].contains(channel.type.value) { continue }
                report(finding(message, channel, reference, unfitness))
            }
        }
    }

    private static func finding(
        _ message: Message, _ channel: Channel, _ reference: Reference, _ unfitness: Unfitness
    ) -> Finding {
        let (name, title) = (channel.quoted, message.quoted)
        return finding(
            at: reference.span,
            Phrase(
                "message {title} has no text fit for channel {name}", ["title": title, "name": name]),
            caption: reason(unfitness),
            help: causes(unfitness) + [headings(channel)])
    }

    private static func headings(_ channel: Channel) -> Phrase {
        let type = channel.type.value.rawValue
        return type == channel.id
            ? Phrase("write a text of its own under a heading '# {id}'", ["id": channel.id])
            : Phrase(
                "write a text of its own under a heading '# {type}' or '# {id}'", ["type": type, "id": channel.id])
    }

    private static func causes(_ unfitness: Unfitness) -> [Phrase] {
        if case .tooLong(_, _, let causes) = unfitness { causes } else { [] }
    }

    private static func reason(_ unfitness: Unfitness) -> Phrase {
        switch unfitness {
        case .noText: Phrase("no text for it")
        case .structure:
            Phrase(
                "the common text has headings, lists or tables")
        case .tooLong(let length, let limit, _):
            Phrase(
                "the common text takes {length} of {limit}", ["length": length, "limit": limit])
        }
    }

    private static func hasHeadingLike(_ channel: Channel, _ version: Message.Version) -> Bool {
        let names = [channel.id, channel.type.value.rawValue]
        return version.body.blocks.contains { block in
            guard case .heading(level: 1, let inlines) = block.content else { return false }
            let words = inlines.plainText
            return !names.contains(words) && nearestName(to: words, among: names) != nil
        }
    }
}
