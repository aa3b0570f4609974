import PlancDiagnostics
import PlancSource

public enum RawHTML: RuleDescription {
    public static let name = "raw-html"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a text holds HTML other than comments")
    public static let why = Phrase(

        """
        A plan becomes paper, a page, an e-mail, a text message: HTML means something in one of them only, \
        so it is left out of all. Say it in Markdown, or put it between backticks when readers shall see \
        the tag.
        """)
    public static let rejects = [
        Example(
            Phrase("a tag in a sentence"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nGo ⟦<b>⟧now</b>, by the stairs.\n"]),
        Example(
            Phrase("a block of HTML"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nDoors:\n\n⟦<div class=\"map\">⟧\nEast\n</div>\n"
            ]),
        Example(
            Phrase("words on the line of a comment"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- map --> ⟦East door⟧\n"]),
        Example(
            Phrase("a comment that is not closed"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦<!--⟧ to do\n\nLeave by the stairs.\n"
            ]),
        Example(
            Phrase("a comment that ends with the next one"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦<!--⟧ ask Ada\n\nLeave by the stairs.\n\n"
                    + "<!-- ask Ben -->\n\nMeet outside.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("a comment, and a tag in code"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- checked -->\n\nLook for `<b>` in the log.\n"
            ])
    ]

    /// - Parameter field: the name between the brackets, where HTML has no such tag.
    static func finding(at span: Span, isTag: Bool, field: String? = nil) -> Finding {
        isTag
            ? finding(
                at: span, Phrase("HTML is not printed"),
                help: [
                    field.map { Phrase("if a field is meant, write '{field}'", ["field": "{{ \($0) }}"]) }
                        ?? Phrase("write it in Markdown, or between backticks to show the tag itself")
                ])
            : finding(
                at: span,
                Phrase(
                    "words on the lines of an HTML comment or block are not printed"),
                help: [
                    Phrase(
                        "put them on lines of their own, after an empty line")
                ])
    }

    /// `<!-- to ask` … `<!-- to do -->`: an error, for everything between the two is missing.
    static func openComment(at span: Span, next: Span) -> Finding {
        var finding = finding(
            at: span,
            Phrase("the comment is not closed before the next one begins, so nothing between them is printed"),
            labels: [Label(next, Phrase("the next one begins here"))],
            help: [Phrase("close it with '-->'")])
        finding.severity = .error
        return finding
    }

    /// An error: the rest of the file is missing on paper, and is judged by nobody.
    static func unclosedComment(at span: Span) -> Finding {
        var finding = finding(
            at: span,
            Phrase(
                "the comment is not closed, so nothing after it is printed"),
            help: [Phrase("close it with '-->'")])
        finding.severity = .error
        return finding
    }
}
