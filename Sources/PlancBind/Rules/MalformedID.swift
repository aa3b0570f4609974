import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedID: FormRule {
    static let name = "malformed-id"
    static let summary = Phrase(
        "an id that is not made of small letters, digits and single hyphens")
    static let why = Phrase(
        "Ids become the names of files and links, on every system and on paper: they must be the same everywhere."
    )

    /// - Parameter likely: the id that was meant, where more is known than the words.
    static func finding(_ id: Located<String>, likely: String? = nil) -> Finding {
        let better = likely ?? Form.id(from: id.value)
        return finding(
            at:
                id.span,
            Phrase(
                "'{value}' is not an id", ["value": Say.quoted(id.value)]),
            caption: better.map(Say.didYouMean),
            help: [
                Phrase(
                    "small letters, digits and single hyphens, as in 'first-message'"
                )
            ],
            fixes: better.map { [Say.replace(id.span, by: $0)] } ?? [])
    }

    /// The id that a file would have by its name.
    static func finding(fileName: String, at span: Span) -> Finding {
        let better = Form.id(from: fileName) ?? "premier-message"
        return finding(
            at:
                span,
            Phrase(
                "the file's name '{fileName}' gives no id", ["fileName": Say.quoted(fileName)]),
            help: [
                Phrase(
                    "rename it '{better}.md', or add 'id: {better}'", ["better": better])
            ])
    }

    /// An id alone, where things of two kinds have it.
    static func finding(ambiguous id: Located<String>, choices: [String]) -> Finding {
        finding(
            at:
                id.span,
            Phrase(
                "'{value}' could be several things", ["value": id.value]),
            help: [
                Phrase("write {choices}", ["choices": Phrase.list(choices.map(Say.quoting), .or)])
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("capitals and spaces"),
            [
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server}
                    mobile-network: {title: Mobile network}
                    website: {title: Website}
                    ⟦Wi-Fi 2⟧: {title: Wireless}
                    """)
            ]),
        Example(
            Phrase("a file whose name gives no id"),
            [
                "snippets/How to check.md": """
                ---
                kind: ⟦snippet⟧
                ---

                Look at our website.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("small letters, digits and hyphens"),
            [
                "snippets/How to check.md": """
                ---
                kind: snippet
                id: how-to-check
                ---

                Look at our website.

                """
            ])
    ]
}
