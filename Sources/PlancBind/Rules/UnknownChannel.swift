import PlancDiagnostics
import PlancSource

enum UnknownChannel: UnknownThing {
    static let name = "unknown-channel"
    static let summary = Phrase(
        en: "a reference to a channel that is not in the plan",
        fr: "un renvoi à un canal qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A message for a channel that does not exist is never sent.",
        fr: "Un message pour un canal qui n'existe pas ne part jamais.")
    static let unknown = Phrase(en: "unknown channel", fr: "canal inconnu")
    static let declaredIn = Phrase(
        en: "channels are declared in a file of the kind 'channels'",
        fr: "les canaux se déclarent dans un fichier de la sorte «\u{A0}channels\u{A0}»")

    /// A heading of level 1 in a message that opens the text of a channel that is not there.
    static func finding(heading name: String, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "'\(Say.quoted(name))' is no channel and no type of channel",
                fr: "«\u{A0}\(Say.quoted(name))\u{A0}» n'est ni un canal ni un type de canal"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "a heading with one '#' opens the text of a channel; write '##' for a part of the text",
                    fr:
                        "un intertitre à un seul «\u{A0}#\u{A0}» ouvre le texte d'un canal\u{A0}; écrivez "
                        + "«\u{A0}##\u{A0}» pour une partie du texte"
                )
            ],
            fixes: nearest.map { [Say.replace(span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a channel that is not there", fr: "un canal absent du plan"),
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
            Phrase(en: "a text for a channel with a slip in its name", fr: "le texte d'un canal mal nommé"),
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
            Phrase(en: "a channel, and a text for its type", fr: "un canal, et un texte pour son type"),
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
