import PlancDiagnostics
import PlancSource

enum UnknownKind: FormRule {
    static let name = "unknown-kind"
    static let summary = Phrase(
        en: "a kind of file that the plan language does not have",
        fr: "une sorte de fichier que la langue des plans n'a pas")
    static let why = Phrase(
        en: "A file of an unknown kind is not read: what it says would be missing on the day.",
        fr: "Un fichier d'une sorte inconnue n'est pas lu : ce qu'il dit manquerait le jour venu.")

    static func finding(_ kind: Located<String>, nearest: String?) -> Finding {
        found(
            kind.span, Phrase(en: "unknown kind '\(kind.value)'", fr: "sorte de fichier inconnue « \(kind.value) »"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        en: "the kinds are: " + Schema.kinds.map(\.name).joined(separator: ", "),
                        fr: "les sortes sont : " + Schema.kinds.map(\.name).joined(separator: ", "))
                    : nil
            ],
            fixes: nearest.map { [Say.replace(kind.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
