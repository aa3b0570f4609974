import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource

enum UnknownChannel: UnknownThing {
    static let kind = EntityKind.channel
    static let name = "unknown-channel"
    static let summary = Phrase(
        "a reference to a channel that is not in the plan")
    static let why = Phrase(
        "A message for a channel that does not exist is never sent.")
    static let unknown = Phrase("unknown channel")
    static let declaredIn = Phrase(
        "channels are declared in a file of the kind 'channels'")

    /// A heading of level 1 in a message that opens the text of a channel that is not there.
    ///
    /// - Parameter isLikely: whether the nearest channel can hardly not be meant.
    static func finding(heading name: String, at span: Span, nearest: String?, isLikely: Bool) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "'{name}' is neither a channel nor a type of channel", ["name": Say.quoted(name)]),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    "a heading with one '#' opens the text of a channel; write '##' for a part of the text"
                )
            ],
            fixes: isLikely ? nearest.map { [Say.replace(span, by: $0)] } ?? [] : [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a channel that is not there"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message, ⟦fax⟧]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase("a text for a channel with a slip in its name"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                # ⟦text-mesage⟧

                Hello. {{ phone }}

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a channel, and a text for its type"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                # sms

                Hello. {{ phone }}

                """
            ])
    ]
}
