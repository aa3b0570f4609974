import PlancDiagnostics
import PlancSource

enum UnknownKind: FormRule {
    static let name = "unknown-kind"
    static let summary = Phrase(
        en: "a kind of file that the plan language does not have",
        fr: "une sorte de fichier que la langue des plans n'a pas")
    static let why = Phrase(
        en: "A file of an unknown kind is not read: what it says would be missing on the day.",
        fr: "Un fichier d'une sorte inconnue n'est pas lu\u{A0}: ce qu'il dit manquerait le jour venu.")

    static func finding(_ kind: Located<String>, nearest: String?) -> Finding {
        finding(
            at:
                kind.span,
            Phrase(en: "unknown kind '\(kind.value)'", fr: "sorte de fichier inconnue «\u{A0}\(kind.value)\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        en: "the kinds are: " + Schema.kinds.map(\.name).joined(separator: ", "),
                        fr: "les sortes sont\u{A0}: " + Schema.kinds.map(\.name).joined(separator: ", "))
                    : nil
            ],
            fixes: nearest.map { [Say.replace(kind.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a slip of the pen", fr: "une faute de frappe"),
            [
                "notes.md": """
                ---
                kind: ⟦mesage⟧
                title: Extra
                ---

                Hello.

                """
            ]),
        Example(
            Phrase(en: "one thing where a registry is meant", fr: "le singulier pour un registre"),
            [
                "more.md": """
                ---
                kind: ⟦channel⟧
                channels:
                  fax: {title: Fax, type: letter}
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a kind that planc knows", fr: "une sorte que planc connaît"),
            [
                "snippets/how.md": """
                ---
                kind: snippet
                ---

                Ring us.

                """
            ])
    ]
}
