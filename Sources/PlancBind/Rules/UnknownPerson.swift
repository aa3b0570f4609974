import PlancDiagnostics

enum UnknownPerson: UnknownThing {
    static let name = "unknown-person"
    static let summary = Phrase(
        en: "a reference to a person that is not in the plan",
        fr: "un renvoi à une personne qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A role whose holder does not exist is held by nobody.",
        fr: "Un rôle dont le titulaire n'existe pas n'est tenu par personne.")
    static let unknown = Phrase(en: "unknown person", fr: "personne inconnue")
    static let declaredIn = Phrase(
        en: "people are declared in a file of the kind 'people'",
        fr: "les personnes se déclarent dans un fichier de la sorte «\u{A0}people\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a holder who is not there", fr: "un titulaire absent du plan"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: ⟦aida⟧, deputies: [ben]}
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "people of the plan", fr: "des personnes du plan"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: ada, deputies: [ben]}
                ---

                """
            ])
    ]
}
