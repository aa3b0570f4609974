import PlancDiagnostics
import PlancSource

public enum MalformedFrontMatter: RuleDescription {
    public static let name = "malformed-front-matter"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "the lines that open and close a file's front matter are not written as they should be")
    public static let why = Phrase(

        """
        A file belongs to the plan when its very first line is `---`, three hyphens and nothing else, and a \
        second such line ends the front matter. With an empty line or a comment above it, or with a dash \
        that a word processor has put there, other programs take the file for ordinary text: a whole \
        checklist or message would be missing from the pack. planc reads such a file as it was meant and \
        asks you to correct it.
        """)

    private static let rest = "kind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"

    public static let rejects = [
        Example(
            Phrase("an empty line comes first"),
            ["roles/guide.md": "\n⟦---⟧\n" + rest]),
        Example(
            Phrase("a comment comes first"),
            ["roles/guide.md": "⟦<!-- checked in May -->⟧\n---\n" + rest]),
        Example(
            Phrase("text comes first"), ["roles/guide.md": "⟦As of 3.12.2026⟧\n\n---\n" + rest]),
        Example(
            Phrase("four hyphens"), ["roles/guide.md": "⟦----⟧\n" + rest]),
        Example(
            Phrase("a word processor’s dash"),
            ["roles/guide.md": "⟦—⟧\n" + rest]),
        Example(
            Phrase("another program’s fence"),
            ["roles/guide.md": "⟦+++⟧\nkind: role\ntitle: Guide\nholder: ada\n⟦+++⟧\nShows the way out.\n"]),
        Example(
            Phrase("the opening line is missing"),
            ["roles/guide.md": "⟦kind: role⟧\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"]),
        Example(
            Phrase("the closing line is indented"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦  ---⟧\nShows the way out.\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("three hyphens, first and last"),
            ["roles/guide.md": "---\n" + rest]),
        Example(
            Phrase("a page about the plan"),
            ["README.md": "<!-- written in May -->\n\n---\n\nRead plan.md first. The people: see people.md.\n"]),
    ]

    static func finding(
        _ slip: FrontMatterFence.Slip, _ fence: FrontMatterFence, _ bytes: UnsafeBufferPointer<UInt8>, in id: FileID
    ) -> Finding {
        let end = lineEnd(bytes)
        func span(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, range.upperBound) }
        switch slip {
        case .before(let range, isBlank: true):
            return finding(
                at: span(fence.opening), Phrase("empty lines come before the front matter"),
                help: [Phrase("'---' must be the first line of the file: delete the empty lines above it")],
                fixes: [Fix(Phrase("delete the empty lines"), [Fix.Edit(span(range), "")], isSafe: true)])
        case .before(let range, isBlank: false):
            return textBefore(range, fence, bytes, in: id)
        case .opening(let range):
            return notAFence(
                span(range), Phrase("this line should open the front matter, and is not '---'"))
        case .closing(let range):
            return notAFence(
                span(range), Phrase("this line should close the front matter, and is not '---'"))
        case .keyOnFence(let key):
            return finding(
                at: span(fence.opening.lowerBound..<bytes.trimmedEnd(of: key..<nextLine(bytes, key))),
                Phrase("the line that opens the front matter also holds a key"),
                help: [Phrase("begin a new line after '---'")],
                fixes: [Fix(Phrase("begin a new line"), [Fix.Edit(Span(id, key, key), end)], isSafe: true)])
        case .noOpening(let before):
            let line = before.upperBound
            return finding(
                at: span(line..<bytes.trimmedEnd(of: line..<nextLine(bytes, line))),
                Phrase("the line '---' that opens the front matter is missing"),
                help: [Phrase("add a line '---' above this one, as the first line of the file")],
                fixes: [Fix(Phrase("add the line '---'"), [Fix.Edit(span(before), "---" + end)], isSafe: true)])
        }
    }

    /// A text or a comment above the first line: it can be moved below the front matter, where that has an end.
    private static func textBefore(
        _ range: Range<Int>, _ fence: FrontMatterFence, _ bytes: UnsafeBufferPointer<UInt8>, in id: FileID
    ) -> Finding {
        let end = lineEnd(bytes)
        let words = bytes.trimmedEnd(of: range)
        var first = range.lowerBound
        while first < words, bytes[first].isWhitespace { first += 1 }
        let text = String(decoding: bytes[first..<words], as: UTF8.self)
        let moved = fence.body.map { body in
            Fix(
                Phrase("move it below the front matter"),
                [
                    Fix.Edit(Span(id, range.lowerBound, range.upperBound), ""),
                    Fix.Edit(Span(id, body, body), end + text + end + (body == bytes.count ? "" : end)),
                ], isSafe: false)
        }
        let isComment = continues(bytes, first, words, "<!--")
        return finding(
            at: Span(id, first, words),
            isComment
                ? Phrase("a comment comes before the front matter") : Phrase("text comes before the front matter"),
            help: [
                isComment
                    ? Phrase("'---' must be the first line of the file: move the comment below the front matter")
                    : Phrase("'---' must be the first line of the file: move the text below the front matter")
            ],
            fixes: moved.map { [$0] } ?? [])
    }

    private static func notAFence(_ span: Span, _ message: Phrase) -> Finding {
        finding(
            at: span, message,
            help: [Phrase("write three hyphens at the beginning of the line, and nothing else")],
            fixes: [Fix(Phrase("write '---'"), [Fix.Edit(span, "---")], isSafe: true)])
    }

    /// Keys below the line that closes the front matter.
    static func second(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase("these keys are below the front matter, so they are printed as text and mean nothing"),
            help: [Phrase("a file has one front matter: move them above the line '---' that closes it")])
    }

    /// As the file ends its lines.
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let first = bytes.first(.lineFeed, from: 0)
        return first > 0 && first < bytes.count && bytes[first - 1] == .carriageReturn ? "\r\n" : "\n"
    }
}
