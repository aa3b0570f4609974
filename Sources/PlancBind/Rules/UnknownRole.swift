import PlancDiagnostics

enum UnknownRole: UnknownThing {
    static let name = "unknown-role"
    static let summary = Phrase(
        en: "a reference to a role that is not in the plan",
        fr: "un renvoi à un rôle qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A step for a role that does not exist is done by nobody.",
        fr: "L'action d'un rôle qui n'existe pas n'est faite par personne.")
    static let unknown = Phrase(en: "unknown role", fr: "rôle inconnu")
    static let declaredIn = Phrase(
        en: "roles are declared in a file of the kind 'roles' or 'role'",
        fr: "les rôles se déclarent dans un fichier de la sorte «\u{A0}roles\u{A0}» ou «\u{A0}role\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a step for nobody", fr: "une action pour personne"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 ⟦@directr⟧ Call the mayor

                """
            ]),
        Example(
            Phrase(en: "an owner who is not there", fr: "un responsable absent du plan"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: ⟦boss⟧
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                en: "a role of the plan; no role in a quotation of code",
                fr: "un rôle du plan\u{A0}; aucun dans du code"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call the mayor, who is `@mayor` on the network

                """
            ])
    ]
}
