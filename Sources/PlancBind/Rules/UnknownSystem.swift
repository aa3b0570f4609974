import PlancDiagnostics

enum UnknownSystem: UnknownThing {
    static let name = "unknown-system"
    static let summary = Phrase(
        en: "a reference to a system that is not in the plan",
        fr: "un renvoi à un système qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A dependency on nothing hides that a channel will fail.",
        fr: "Une dépendance qui ne mène à rien cache la panne d'un canal.")
    static let unknown = Phrase(en: "unknown system", fr: "système inconnu")
    static let declaredIn = Phrase(
        en: "systems are declared in a file of the kind 'systems'",
        fr: "les systèmes se déclarent dans un fichier de la sorte «\u{A0}systems\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a dependency on nothing", fr: "une dépendance qui ne mène à rien"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server, ⟦lift⟧]
                    affects: [readers, staff]
                    activated-by: director
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                en: "systems of the plan, and a channel by its kind",
                fr: "des systèmes du plan, et un canal par sa sorte"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server, channel:home]
                    affects: [readers, staff]
                    activated-by: director
                ---

                """
            ])
    ]
}
