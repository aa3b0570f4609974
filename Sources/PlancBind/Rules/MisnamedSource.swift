import PlancDiagnostics
import PlancModel
import PlancSource

/// A file that is a source by what it says, and not by its name. It is read all the same, so that one slip gives one finding.
enum MisnamedSource: FormRule {
    static let name = "misnamed-source"
    static let summary = Phrase(
        "a file that reads like a source of the plan and whose name does not end in '.md'")
    static let why = Phrase(

        """
        The sources of a plan are the files whose names end in '.md', in small letters. An editor that \
        saves 'people.md.txt' or 'people.MD' leaves everybody out of the plan for whoever else reads it. \
        planc reads the file as it was meant until you rename it.
        """)

    static func finding(_ path: String, at span: Span) -> Finding {
        let better = betterName(path)
        return finding(
            at:
                span,
            Phrase(
                "this file reads like a source, and its name does not end in '.md'"),
            help: [Phrase("rename it '{better}'", ["better": better])])
    }

    /// A name that nearly says which language the file is in.
    static func finding(stem: String, locale: Locale, at span: Span) -> Finding {
        found(
            span,
            Phrase(
                "the name of this file nearly says that its language is '{tag}'", ["tag": locale.tag]),
            help: [
                Phrase(
                    "rename it '{stem}.{tag}.md'", ["stem": stem, "tag": locale.tag])
            ])
    }

    /// The file's name with the right ending.
    private static func betterName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".md.txt", ".md.text"] where name.lowercased().hasSuffix(ending) {
            return name.dropLast(ending.count) + ".md"
        }
        if let ending = name.firstRange(of: ".md.") { return name[..<ending.lowerBound] + ".md" }
        guard let dot = name.lastIndex(where: { ".,_".contains($0) }) else { return name + ".md" }
        return name[..<dot] + ".md"
    }

    static let rejects = [
        Example(
            Phrase("another ending"),
            ["more-snippets/how-to-check.markdown": "⟦---⟧\nkind: snippet\n---\n\nLook at our website.\n"]),
        Example(
            Phrase("the ending of what a front matter is written in"),
            ["more-snippets/how-to-check.yaml": "⟦---⟧\nkind: snippet\n---\n\nLook at our website.\n"]),
        Example(
            Phrase("capital letters"),
            ["more-snippets/how-to-check.MD": "⟦---⟧\nkind: snippet\n---\n\nLook at our website.\n"]),
    ]
    static let accepts = [
        Example(
            Phrase("the usual ending"),
            ["more-snippets/how-to-check.md": "---\nkind: snippet\n---\n\nLook at our website.\n"])
    ]
}

extension String.UTF8View {
    /// Whether it ends in `.md`.
    var hasMarkdownEnding: Bool { suffix(3).elementsEqual(".md".utf8) }
}
