import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

enum WrongType: FormRule {
    static let name = "wrong-type"
    static let summary = Phrase(
        "a value of another shape than the one expected: a text for a list, a list for a text")
    static let why = Phrase(
        "Such a value cannot be read, and what it says would be missing on the day.")

    static func finding(_ node: YAMLNode, expected: ValueForm, key: String?, help: Phrase? = nil, fixes: [Fix] = [])
        -> Finding
    {
        if case .scalar(let text, _) = node.content, text.isEmpty {
            return finding(
                at: node.span, key.map { Phrase("'{name}' is empty", ["name": $0]) } ?? Phrase("this value is empty"),
                caption: Phrase("expected: ") + expected.name, help: [help], fixes: fixes)
        }
        let what: Phrase =
            switch node.content {
            case .scalar: Phrase("a text")
            case .sequence: Phrase("a list")
            case .mapping: Phrase("a map")
            }
        let subject =
            key.map { Phrase("'{name}' is", ["name": $0]) } ?? Phrase("this is")
        return finding(
            at: span(of: node),
            subject + Phrase(" ") + what
                + Phrase(" where another form is expected"),
            caption: Phrase("expected: ") + expected.name,
            help: [help], fixes: fixes)
    }

    static func finding(scalar: Located<String>, expected: ValueForm, help: Phrase? = nil, fixes: [Fix] = []) -> Finding
    {
        finding(
            at:
                scalar.span,
            Phrase(
                "'{scalar}' is not ", ["scalar": Say.quoted(scalar.value)])
                + expected.name,
            help: [help], fixes: fixes)
    }

    /// `fr: Salariés, en: Employees`: languages that are no keys.
    static func finding(languages text: Located<String>, better: String) -> Finding {
        finding(
            at: text.span, Phrase("the languages are words of one text here, and are printed with it"),
            help: [Phrase("write one text for each language, in braces")], fixes: [Say.replace(text.span, by: better)])
    }

    /// `Write the batch: on the sheet`, as an item: a colon that makes a key of words.
    static func finding(colonIn text: Located<String>, key: Located<String>) -> Finding {
        let quoted = "\"" + text.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        return finding(
            at: key.span, Phrase("a value with ': ' in it needs quotes"),
            help: [Phrase("put the value in double quotes")], fixes: [Say.replace(text.span, by: quoted)])
    }

    /// - Parameter isTight: whether the bullets are dashes without the space behind them.
    static func finding(bullets span: Span, edits: [Fix.Edit], isTight: Bool) -> Finding {
        finding(
            at: Span(span.file, Int(edits[0].span.lower), Int(edits[0].span.upper)),
            isTight
                ? Phrase("a space is missing after the dash")
                : Phrase("this sign begins no item: the lines would be one text"),
            help: [Phrase("write '- item', each on a line of its own")],
            fixes: [Fix(Phrase("write '{text}'", ["text": "- "]), edits, isSafe: false)])
    }

    /// A number of which nothing can come.
    static func finding(nothing scalar: Located<String>) -> Finding {
        finding(
            at: scalar.span, Phrase("'{value}' is too small", ["value": scalar.value]),
            help: [Phrase("write a number above zero, or take the key away")])
    }

    /// Words with commas between them, where one is looked for.
    static func finding(several words: Located<String>) -> Finding {
        var finding = found(
            words.span,
            Phrase("'{words}' is looked for as it is written, with its commas", ["words": Say.quoted(words.value)]),
            help: [Phrase("write an entry of its own for each word")])
        finding.severity = .warning
        return finding
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
            Phrase("names with commas where a list is meant"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    guide:
                      title: Guide
                      holder: ada
                      deputies: ⟦ben, cleo⟧
                    """)
            ]),
        Example(
            Phrase("a list where one value is meant"),
            [
                "roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: [⟦ada⟧, ben]}")
            ]),
        Example(
            Phrase("a number in words"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail], size: ⟦many⟧}
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                "a list, and one value for a list of one"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    guide: {title: Guide, holder: ada, deputies: [ben, cleo]}
                    usher: {title: Usher, holder: ada, deputies: ben}
                    """)
            ])
    ]
}
