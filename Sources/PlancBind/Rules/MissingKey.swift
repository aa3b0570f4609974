import PlancDiagnostics
import PlancSource

enum MissingKey: FormRule {
    static let name = "missing-key"
    static let summary = Phrase(
        en: "a key that must be there and is not",
        fr: "une clé obligatoire qui manque")
    static let why = Phrase(
        en: "The plan cannot be used without it: a role without a holder is a step that nobody does.",
        fr: "Le plan ne sert à rien sans elle : un rôle sans titulaire, c'est une action que personne ne fait.")

    static func finding(_ key: KeySchema, of owner: String?, at span: Span, isEmpty: Bool = false) -> Finding {
        let of = owner.map { Phrase(en: " of '\($0)'", fr: " de « \($0) »") } ?? Phrase(verbatim: "")
        return found(
            span,
            isEmpty
                ? Phrase(en: "'\(key.name)'", fr: "« \(key.name) »") + of + Phrase(en: " is empty", fr: " est vide")
                : Phrase(en: "'\(key.name)'", fr: "« \(key.name) »") + of + Phrase(en: " is missing", fr: " manque"),
            caption: isEmpty ? nil : Phrase(en: "add '\(key.name)'", fr: "ajoutez « \(key.name) »"),
            help: [key.summary + Phrase(en: "; ", fr: " ; ") + Say.example(key)])
    }

    static func choices(at span: Span) -> Finding {
        found(
            span, Phrase(en: "a field to choose from has no 'choices'", fr: "un champ à choix n'a pas de « choices »"),
            caption: Phrase(en: "add 'choices'", fr: "ajoutez « choices »"),
            help: [Phrase(en: "for example 'choices: [Lyon, Nantes]'", fr: "par exemple « choices: [Lyon, Nantes] »")])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
