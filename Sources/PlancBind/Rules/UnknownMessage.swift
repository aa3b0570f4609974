import PlancDiagnostics

enum UnknownMessage: UnknownThing {
    static let name = "unknown-message"
    static let summary = Phrase(
        en: "a reference to a message that is not in the plan",
        fr: "un renvoi à un message qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A message that waits for one that does not exist never leaves.",
        fr: "Un message qui en attend un qui n'existe pas ne part jamais.")
    static let unknown = Phrase(en: "unknown message", fr: "message inconnu")
    static let declaredIn = Phrase(
        en: "a message is a file of the kind 'message'",
        fr: "un message est un fichier de la sorte «\u{A0}message\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a message to wait for that is not there", fr: "l'attente d'un message absent du plan"),
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
                after: [⟦staff-close⟧]
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a message of the plan", fr: "un message du plan"),
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
                after: [staff-closed]
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
