import PlancDiagnostics
import PlancSource

enum MalformedID: FormRule {
    static let name = "malformed-id"
    static let summary = Phrase(
        en: "an id that is not made of small letters, digits and single hyphens",
        fr: "un identifiant qui n'est pas fait de minuscules, de chiffres et de traits d'union")
    static let why = Phrase(
        en: "Ids become the names of files and links, on every system and on paper: they must be the same everywhere.",
        fr: "Les identifiants deviennent des noms de fichiers et de liens, sur tous les systèmes et sur papier : ils doivent être partout les mêmes.")

    static func finding(_ id: Located<String>) -> Finding {
        let better = Form.id(from: id.value)
        return found(
            id.span, Phrase(en: "'\(Say.quoted(id.value))' is not an id", fr: "« \(Say.quoted(id.value)) » n'est pas un identifiant"),
            caption: better.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "small letters, digits and single hyphens, as in 'first-message'",
                    fr: "des minuscules sans accent, des chiffres et des traits d'union, comme « premier-message »")
            ],
            fixes: better.map { [Say.replace(id.span, by: $0)] } ?? [])
    }

    /// The id that a file would have by its name.
    static func finding(fileName: String, at span: Span) -> Finding {
        let better = Form.id(from: fileName) ?? "premier-message"
        return found(
            span,
            Phrase(
                en: "the file's name '\(Say.quoted(fileName))' gives no id", fr: "le nom du fichier, « \(Say.quoted(fileName)) », ne donne pas d'identifiant"),
            help: [
                Phrase(
                    en: "rename it '\(better).md', or add 'id: \(better)'", fr: "nommez-le « \(better).md », ou ajoutez « id: \(better) »")
            ])
    }

    /// An id alone, where things of two kinds have it.
    static func finding(ambiguous id: Located<String>, choices: [String]) -> Finding {
        found(
            id.span,
            Phrase(en: "'\(id.value)' could be several things", fr: "« \(id.value) » peut désigner plusieurs choses"),
            help: [
                Phrase(
                    en: "write " + choices.map { "'\($0)'" }.joined(separator: " or "),
                    fr: "écrivez " + choices.map { "« \($0) »" }.joined(separator: " ou "))
            ])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
