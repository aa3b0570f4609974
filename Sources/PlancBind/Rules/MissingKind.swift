import PlancDiagnostics
import PlancSource

enum MissingKind: FormRule {
    static let name = "missing-kind"
    static let summary = Phrase(
        en: "a source whose front matter does not say what it is",
        fr: "une source dont l'en-tête ne dit pas ce qu'elle est")
    static let why = Phrase(
        en: "Without 'kind', nobody can tell a checklist from a message, and the file is left out of what is printed.",
        fr: "Sans « kind », rien ne distingue une liste d'actions d'un message, et le fichier manque à ce que l'on imprime.")

    static func finding(at span: Span, likely: String?) -> Finding {
        found(
            span, Phrase(en: "the front matter does not say what this file is", fr: "l'en-tête ne dit pas ce qu'est ce fichier"),
            caption: Phrase(en: "add 'kind'", fr: "ajoutez « kind »"),
            help: [
                likely.map { Phrase(en: "add the line 'kind: \($0)'", fr: "ajoutez la ligne « kind: \($0) »") }
                    ?? Phrase(
                        en: "add a line 'kind: message' (or checklist, roles, people …)",
                        fr: "ajoutez une ligne « kind: message » (ou checklist, roles, people …)")
            ])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
