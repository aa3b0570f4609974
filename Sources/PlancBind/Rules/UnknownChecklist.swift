import PlancDiagnostics

enum UnknownChecklist: UnknownThing {
    static let name = "unknown-checklist"
    static let summary = Phrase(
        en: "a reference to a checklist that is not in the plan",
        fr: "un renvoi à une liste d'actions qui n'est pas dans le plan")
    static let why = Phrase(
        en: "People sent to a list that does not exist stand still.",
        fr: "Ceux qu'on renvoie à une liste qui n'existe pas restent sans rien faire.")
    static let unknown = Phrase(en: "unknown checklist", fr: "liste d'actions inconnue")
    static let declaredIn = Phrase(
        en: "a checklist is a file of the kind 'checklist'",
        fr: "une liste d'actions est un fichier de la sorte «\u{A0}checklist\u{A0}»")

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a way to go on that is not there", fr: "une solution de repli absente du plan"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Lending books, owner: director, mtpd: 5d, rto: 2d, workaround: ⟦loans-on-paper⟧}
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a checklist of the plan", fr: "une liste d'actions du plan"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Lending books, owner: director, mtpd: 5d, rto: 2d, workaround: flood}
                ---

                """
            ])
    ]
}
