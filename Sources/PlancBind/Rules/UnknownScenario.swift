import PlancDiagnostics

enum UnknownScenario: UnknownThing {
    static let name = "unknown-scenario"
    static let summary = Phrase(
        en: "a reference to a scenario that is not in the plan",
        fr: "un renvoi à un scénario qui n'est pas dans le plan")
    static let why = Phrase(
        en: "What is made for a mistyped scenario is missing when it happens.",
        fr: "Ce qui est prévu pour un scénario mal nommé manque quand il arrive.")
    static let unknown = Phrase(en: "unknown scenario", fr: "scénario inconnu")
    static let declaredIn = Phrase(
        en: "scenarios are declared in a file of the kind 'scenarios' or 'scenario'",
        fr: "les scénarios se déclarent dans un fichier de la sorte «\u{A0}scenarios\u{A0}» ou «\u{A0}scenario\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a scenario that is not there", fr: "un scénario absent du plan"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: [⟦fire⟧]
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
            Phrase(en: "a scenario of the plan, or all", fr: "un scénario du plan, ou all"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: all
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
