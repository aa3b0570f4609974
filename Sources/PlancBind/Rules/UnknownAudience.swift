import PlancDiagnostics

enum UnknownAudience: UnknownThing {
    static let name = "unknown-audience"
    static let summary = Phrase(
        en: "a reference to an audience that is not in the plan",
        fr: "un renvoi à un public qui n'est pas dans le plan")
    static let why = Phrase(
        en: "An audience that is mistyped is told nothing.",
        fr: "Un public mal nommé n'est jamais informé.")
    static let unknown = Phrase(en: "unknown audience", fr: "public inconnu")
    static let declaredIn = Phrase(
        en: "audiences are declared in a file of the kind 'audiences'",
        fr: "les publics se déclarent dans un fichier de la sorte «\u{A0}audiences\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "an audience in the singular", fr: "un public au singulier"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: [staff, ⟦reader⟧]
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "audiences of the plan", fr: "des publics du plan"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: [staff, readers]
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
