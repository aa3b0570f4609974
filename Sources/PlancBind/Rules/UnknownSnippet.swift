import PlancDiagnostics

enum UnknownSnippet: UnknownThing {
    static let name = "unknown-snippet"
    static let summary = Phrase(
        en: "a reference to a snippet that is not in the plan",
        fr: "un renvoi à un extrait qui n'est pas dans le plan")
    static let why = Phrase(
        en: "The message would go out without that piece of text.",
        fr: "Le message partirait sans ce morceau de texte.")
    static let unknown = Phrase(en: "unknown snippet", fr: "extrait inconnu")
    static let declaredIn = Phrase(
        en: "a snippet is a file of the kind 'snippet'",
        fr: "un extrait est un fichier de la sorte «\u{A0}snippet\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a piece of text that is not there", fr: "un extrait absent du plan"),
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

                Hello. {{> ⟦how-to-chek⟧ }} Questions: {{ phone }}.

                """,
                "snippets/how-to-check.md": """
                ---
                kind: snippet
                ---

                Look at our website.

                """,
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a snippet of the plan", fr: "un extrait du plan"),
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

                Hello. {{> how-to-check }} Questions: {{ phone }}.

                """,
                "snippets/how-to-check.md": """
                ---
                kind: snippet
                ---

                Look at our website.

                """,
            ])
    ]
}
