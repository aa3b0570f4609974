import PlancDiagnostics
import PlancSource

public enum YAMLSyntax: RuleDescription {
    public static let name = "yaml-syntax"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "the front matter cannot be read as YAML")
    public static let why = Phrase(

        """
        From the place of the error on, nobody can tell which value belongs to which key, so nothing after \
        it is used. It is mostly a missing quote or bracket, an indentation that fits no line above, or a \
        value with `: ` in it that needs quotes.
        """)

    private static func role(_ lines: String) -> [String: String?] {
        ["roles/guide.md": "---\nkind: role\n\(lines)holder: ada\n---\nShows the way out.\n"]
    }

    public static let rejects = [
        Example(
            Phrase("a colon in a value"),
            role("title: Guide⟦:⟧ first floor\n")),
        Example(
            Phrase("a tab as indentation"),
            role("deputies:\n⟦\t⟧- ben\ntitle: Guide\n")),
        Example(Phrase("a quote that is not closed"), role("title: ⟦\"⟧Guide\n")),
        Example(
            Phrase("an apostrophe inside quotes"),
            role("title: 'L'⟦accueil'⟧\n")),
        Example(
            Phrase("words after a closed quote"),
            role("title: \"Guide\" ⟦first floor⟧\n")),
        Example(
            Phrase("no space after the colon"), role("⟦title:Guide⟧\n")),
        Example(Phrase("no colon"), role("⟦title Guide⟧\n")),
        Example(
            Phrase("a list that is not closed"),
            role("title: Guide\ndeputies: ⟦[⟧ben, cleo\n")),
        Example(
            Phrase("a value that begins with @"), role("title: ⟦@⟧guide\n")),
        Example(
            Phrase("an indentation that fits no line above"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n    guide: {title: Guide, holder: ada}\n"
                    + "  ⟦usher⟧: {title: Usher, holder: ben}\n---\n"
            ]),
        Example(
            Phrase("a key below a value"),
            ["more.md": "---\nkind: roles\nroles:\n  guide: Guide\n    ⟦holder:⟧ ada\n---\n"]),
        Example(
            Phrase("indented with a no-break space"), role("title: Guide\ndeputies:\n⟦\u{A0}\u{A0}⟧- ben\n  - cleo\n")),
        Example(
            Phrase("braces without quotes"), role("title: {⟦{ name }⟧}\n")),
    ]
    public static let accepts = [
        Example(
            Phrase("values in quotes"),
            role("title: \"Guide: first floor\"\nduties: 'L''accueil'\n"))
    ]

    static func finding(_ problem: YAMLProblem, _ places: YAMLPlaces, in id: FileID) -> Finding {
        let mistake = places.mistake(problem)
        let range = places.range(of: mistake)
        if let comment = comment(at: range.lowerBound, places, in: id) { return comment }
        return finding(
            at: Span(id, range.lowerBound, range.upperBound), mistake.message, help: [mistake.help])
    }

    /// `{every:6mo, last:2026-11-02}`, `review {every: 6mo}`
    ///
    /// - Parameters:
    ///   - gap: the first place of a line where a space or a colon is missing.
    ///   - edits: what is missing in the line.
    static func gap(
        _ gap: MendedText.Change, _ edits: [Fix.Edit], _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>,
        in id: FileID
    ) -> Finding {
        let mistake: YAMLMistake = gap.text == ":" ? .noColon : .noSpaceAfterColon
        let place = gap.range.lowerBound
        var lower = gap.text == ":" ? place : place - 1
        while lower > content.lowerBound, bytes[lower - 1].isAlphanumeric || bytes[lower - 1] == .dash { lower -= 1 }
        var upper = place
        var isQuoted = false
        var depth = 0
        while upper < content.upperBound, bytes[upper] != .lineFeed {
            if bytes[upper] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted {
                if "{[".utf8.contains(bytes[upper]) { depth += 1 }
                if depth == 0, ",}]".utf8.contains(bytes[upper]) { break }
                if "}]".utf8.contains(bytes[upper]) { depth -= 1 }
            }
            upper += 1
        }
        upper = bytes.trimmedEnd(of: place..<upper)
        let key = String(decoding: bytes[lower..<place], as: UTF8.self)
        let value = String(decoding: bytes[place..<upper], as: UTF8.self)
        return finding(
            at: Span(id, lower, upper), mistake.message, help: [mistake.help],
            fixes: [Fix(Phrase("write '{text}'", ["text": key + gap.text + value]), edits, isSafe: false)])
    }

    static func ordinarySpaces(_ span: Span, _ count: Int) -> Fix {
        Fix(
            Phrase("write {count, plural, one {an ordinary space} other {# ordinary spaces}}", ["count": count]),
            [Fix.Edit(span, String(repeating: " ", count: count))], isSafe: false)
    }

    /// `<!-- … -->`, on the line of a place or the one above: a comment as texts have it.
    static func comment(at offset: Int, _ places: YAMLPlaces, in id: FileID) -> Finding? {
        let bytes = places.bytes
        var end = min(offset, bytes.count)
        for _ in 0..<2 {
            var lower = end
            while lower > 0, bytes[lower - 1] != .lineFeed { lower -= 1 }
            while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
            let start = (lower..<end).first { !bytes[$0].isBlank } ?? end
            let upper = bytes.trimmedEnd(of: start..<end)
            let line = String(decoding: bytes[start..<upper], as: UTF8.self)
            if line.hasPrefix("<!--"), line.hasSuffix("-->"), line.utf8.count > 7 {
                let inside = bytes[start + 4..<upper - 3].trimmedText
                let place = Span(id, start, upper)
                return finding(
                    at: place, Phrase("a comment in front matter begins with '#'"),
                    fixes: [
                        Fix(
                            Phrase("write '{better}'", ["better": "# " + inside]), [Fix.Edit(place, "# " + inside)],
                            isSafe: false)
                    ])
            }
            guard lower > 0 else { return nil }
            end = lower - 1
        }
        return nil
    }

    static func notAMapping(_ node: YAMLNode, in id: FileID) -> Finding {
        finding(
            at: node.span,
            Phrase("the front matter has no keys"),
            help: [
                Phrase(
                    "write each fact on a line as 'key: value', 'kind: role' to begin with")
            ])
    }

    static func keyIsNoText(_ key: YAMLNode, in id: FileID) -> Finding {
        finding(
            at: key.span,
            Phrase("a list or map cannot be a key"),
            help: [
                Phrase(
                    "put quotes around a text that begins with '{' or '['")
            ])
    }
}
