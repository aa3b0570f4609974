import PlancDiagnostics
import PlancSource

public enum TooManyFindings: RuleDescription {
    public static let name = "too-many-findings"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase("a file with more findings than are listed")
    public static let why = Phrase(
        "A file may hold a finding at nearly every character. The first thousand are listed; this says that there are more."
    )
    public static let rejects = [
        Example(
            Phrase("a text with a thousand empty braces"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "{{ }} ", count: 1_000) + "⟦{{ }}⟧\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("a text that shows what it holds"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"])
    ]

    /// - Parameter span: the place of the first finding that is not listed.
    static func finding(_ count: Int, at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "from here on, {count, plural, one {# finding is} other {# findings are}} not listed", ["count": count]),
            help: [Phrase("fix what is listed above, and check again")])
    }
}
