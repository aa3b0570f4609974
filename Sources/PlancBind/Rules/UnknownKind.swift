import PlancDiagnostics
import PlancSchema
import PlancSource

enum UnknownKind: FormRule {
    static let name = "unknown-kind"
    static let summary = Phrase(
        "a kind of file that the plan language does not have")
    static let why = Phrase(
        "A file of an unknown kind is not read: what it says would be missing on the day.")

    /// - Parameter fits: whether the file has what a file of the nearest kind must have: only then it is enough to change the
    ///   word.
    static func finding(_ kind: Located<String>, nearest: String?, fits: Bool) -> Finding {
        finding(
            at:
                kind.span,
            Phrase("unknown kind '{kind}'", ["kind": kind.value]),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase("the kinds are: {kinds}", ["kinds": Phrase.list(Schema.kinds.map(\.name), .none)])
                    : nil
            ],
            fixes: nearest.map { fits ? [Say.replace(kind.span, by: $0)] : [] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a slip of the pen"),
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
            Phrase("one thing where a registry is meant"),
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
            Phrase("a kind that planc knows"),
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
