import PlancDiagnostics
import PlancSource

enum MissingKey: FormRule {
    static let name = "missing-key"
    static let summary = Phrase(
        en: "a key that must be there and is not",
        fr: "une clé obligatoire qui manque")
    static let why = Phrase(
        en: "The plan cannot be used without it: a role without a holder is a step that nobody does.",
        fr: "Le plan ne sert à rien sans elle\u{A0}: un rôle sans titulaire, c'est une action que personne ne fait.")

    static func finding(_ key: KeySchema, of owner: String?, at span: Span, isEmpty: Bool = false) -> Finding {
        let of = owner.map { Phrase(en: " of '\($0)'", fr: " de «\u{A0}\($0)\u{A0}»") } ?? Phrase(verbatim: "")
        return finding(
            at:
                span,
            isEmpty
                ? Phrase(en: "'\(key.name)'", fr: "«\u{A0}\(key.name)\u{A0}»") + of
                    + Phrase(en: " is empty", fr: " est vide")
                : Phrase(en: "'\(key.name)'", fr: "«\u{A0}\(key.name)\u{A0}»") + of
                    + Phrase(en: " is missing", fr: " manque"),
            caption: isEmpty ? nil : Phrase(en: "add '\(key.name)'", fr: "ajoutez «\u{A0}\(key.name)\u{A0}»"),
            help: [key.summary + Phrase(en: "; ", fr: " ; ") + Say.example(key)])
    }

    static func choices(at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "a field to choose from has no 'choices'", fr: "un champ à choix n'a pas de «\u{A0}choices\u{A0}»"),
            caption: Phrase(en: "add 'choices'", fr: "ajoutez «\u{A0}choices\u{A0}»"),
            help: [
                Phrase(
                    en: "for example 'choices: [Lyon, Nantes]'", fr: "par exemple «\u{A0}choices: [Lyon, Nantes]\u{A0}»"
                )
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a role that nobody holds", fr: "un rôle que personne ne tient"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  ⟦guide⟧: {title: Guide, deputies: [ben]}
                ---

                """
            ]),
        Example(
            Phrase(en: "a checklist without its phase", fr: "une liste d'actions sans phase"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: ⟦Extra⟧
                scenarios: flood
                ---

                - [ ] T0 @director Call

                """
            ]),
        Example(
            Phrase(en: "a key with nothing after it", fr: "une clé sans rien après"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide:
                    title: Guide
                    ⟦holder⟧:
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "all that must be there", fr: "tout ce qu'il faut"),
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
