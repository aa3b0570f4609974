import PlancDiagnostics
import PlancModel

enum WideClassification: Rule {
    static let name = "wide-classification"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a message sent on a channel that is wider than its TLP label allows")
    static let why = Phrase(

        """
        What is said on a website, a network or a hotline is said to everyone: only TLP:CLEAR may go there. \
        What is TLP:RED is for the people in the room or on the line, and is not written into a mailbox. \
        Change the channel, or the label if it is wrong (FIRST, TLP 2.0).
        """)
    static let rejects = [
        Example(
            Phrase("TLP:AMBER on the website"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [text-message, ⟦site⟧]
                owner: press
                classification: TLP:AMBER
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                "TLP:CLEAR on the website, TLP:RED on the telephone"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site, text-message]
                owner: press
                classification: TLP:CLEAR
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
                "messages/board.md": """
                ---
                kind: message
                title: "Staff: what was lost"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: director
                classification: TLP:RED
                ---

                The archive is lost. Say nothing yet. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    private static let wide: Set<ChannelType> = [.web, .statusPage, .social, .press, .radio, .display, .hotline]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages {
            guard let label = message.classification, label.value > .clear else { continue }
            let tooWide = message.channels.filter { reference in
                guard let type = context.plan.channels[reference]?.type.value else { return false }
                return wide.contains(type) || (label.value == .red && type != .inPerson && type != .voice)
            }
            guard let first = tooWide.first else { continue }
            let title = message.quoted
            let names = Phrase.list(tooWide.compactMap { context.plan.channels[$0] })
            report(
                finding(
                    at: first.span,
                    Phrase(
                        "message {title} is {label} and leaves by {names}",
                        ["title": title, "label": label.value.rawValue, "names": names]),
                    caption: Phrase("wider than the label"),
                    labels: [Label(label.span, Phrase("the label"))]
                        + tooWide.dropFirst().map { Label($0.span, Phrase("as wide")) },
                    help: [
                        label.value == .red
                            ? Phrase(
                                "tell it in person or by voice, or lower the label")
                            : Phrase(
                                "send it on a channel with known readers, or label it TLP:CLEAR")
                    ]))
        }
    }
}
