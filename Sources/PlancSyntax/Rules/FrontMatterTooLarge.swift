import PlancDiagnostics
import PlancSource

public enum FrontMatterTooLarge: RuleDescription {
    public static let name = "front-matter-too-large"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "the front matter of a file is larger than 64 KiB")
    public static let why = Phrase(

        """
        The front matter holds short facts: names, numbers, times. When it grows past 64 KiB, either the \
        closing `---` is missing or one registry has become too long to keep right. A registry may be \
        divided: two files with `kind: people` are one list.
        """)
    public static let rejects = [
        Example(
            Phrase("a registry of several thousand lines"),
            [
                "more.md": "---\n" + String(repeating: "# 3456789abcdef\n", count: 4_096)
                    + "⟦k⟧ind: roles\nroles: {}\n---\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("a registry of ordinary length"),
            ["more.md": "---\nkind: roles\nroles:\n  guide: {title: Guide, holder: ada}\n---\n"])
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "the front matter is larger than 64 KiB, so it is not read"),
            help: [
                Phrase(
                    "divide the registry into several files of the same kind")
            ])
    }
}
