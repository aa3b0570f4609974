import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

enum WrongType: FormRule {
    static let name = "wrong-type"
    static let summary = Phrase(
        en: "a value of another shape than the one expected: a text for a list, a list for a text",
        fr: "une valeur d'une autre forme que celle attendue\u{A0}: un texte pour une liste, une liste pour un texte")
    static let why = Phrase(
        en: "Such a value cannot be read, and what it says would be missing on the day.",
        fr: "Une telle valeur ne peut pas être lue, et ce qu'elle dit manquerait le jour venu.")

    static func finding(_ node: YAMLNode, expected: ValueForm, key: String?, help: Phrase? = nil, fixes: [Fix] = [])
        -> Finding
    {
        let what: Phrase =
            switch node.content {
            case .scalar: Phrase(en: "a text", fr: "un texte")
            case .sequence: Phrase(en: "a list", fr: "une liste")
            case .mapping: Phrase(en: "a map", fr: "une table")
            }
        let subject =
            key.map { Phrase(en: "'\($0)' is", fr: "«\u{A0}\($0)\u{A0}» est") } ?? Phrase(en: "this is", fr: "ceci est")
        return finding(
            at: span(of: node),
            subject + Phrase(en: " ", fr: " ") + what
                + Phrase(en: " where another form is expected", fr: " là où une autre forme est attendue"),
            caption: Phrase(en: "expected: ", fr: "attendu\u{A0}: ") + expected.name,
            help: [help], fixes: fixes)
    }

    static func finding(scalar: Located<String>, expected: ValueForm, help: Phrase? = nil, fixes: [Fix] = []) -> Finding
    {
        finding(
            at:
                scalar.span,
            Phrase(
                en: "'\(Say.quoted(scalar.value))' is not ", fr: "«\u{A0}\(Say.quoted(scalar.value))\u{A0}» n'est pas ")
                + expected.name,
            help: [help], fixes: fixes)
    }

    /// Of a map or list, what is on its first line is enough to see it.
    private static func span(of node: YAMLNode) -> Span {
        switch node.content {
        case .scalar: node.span
        case .mapping(let entries): entries.first?.key.span ?? node.span
        case .sequence(let nodes): nodes.first.map(span) ?? node.span
        }
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "names with commas where a list is meant", fr: "des noms et des virgules au lieu d'une liste"),
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
                    holder: ada
                    deputies: ⟦ben, cleo⟧
                ---

                """
            ]),
        Example(
            Phrase(en: "a list where one value is meant", fr: "une liste là où il faut une valeur"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: [⟦ada⟧, ben]}
                ---

                """
            ]),
        Example(
            Phrase(en: "a number in words", fr: "un nombre en lettres"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail], size: ⟦many⟧}
                  staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                en: "a list, and one value for a list of one", fr: "une liste, et une valeur seule pour une liste d'un"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: ada, deputies: [ben, cleo]}
                  usher: {title: Usher, holder: ada, deputies: ben}
                ---

                """
            ])
    ]
}
