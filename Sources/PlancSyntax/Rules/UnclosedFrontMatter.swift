import PlancDiagnostics
import PlancSource

public enum UnclosedFrontMatter: RuleDescription {
    public static let name = "unclosed-front-matter"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "a file opens its front matter with `---` and does not close it")
    public static let why = Phrase(

        """
        Without the closing line nobody can tell the facts of a file from its text, so none of it would be \
        printed. Write a line `---` where the text begins.
        """)
    public static let rejects = [
        Example(
            Phrase("the closing line is missing"),
            ["roles/guide.md": "⟦---⟧\nkind: role\ntitle: Guide\nholder: ada\n\nShows the way out.\n"])
    ]
    public static let accepts = [
        Example(
            Phrase("opened and closed"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"]),
        Example(
            Phrase("a text without front matter is no source"),
            ["README.md": "Our plan.\n\n---\n\nRead plan.md first.\n"]),
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span, Phrase("the front matter is not closed"),
            caption: Phrase("opened here"),
            help: [Phrase("add a line '---' where the text begins")])
    }

    /// Of a front matter that is read up to where its text seems to begin.
    static func finding(_ fence: FrontMatterFence, _ bytes: UnsafeBufferPointer<UInt8>, in file: FileID) -> Finding {
        let body = fence.content.upperBound
        let place = Span(file, body, max(body, bytes.trimmedEnd(of: body..<nextLine(bytes, body))))
        var found = finding(at: Span(file, fence.opening.lowerBound, fence.opening.upperBound))
        found.labels = [Label(place, Phrase("the text seems to begin here"))]
        let line = body > 0 && bytes[body - 1] == .lineFeed ? "---\n" : "\n---\n"
        found.fixes = [
            Fix(
                Phrase("add a line '---' where the text begins"), [Fix.Edit(Span(file, body, body), line)],
                isSafe: false)
        ]
        return found
    }
}
