import PlancDiagnostics
import PlancSource

public enum DuplicateKey: RuleDescription {
    public static let name = "duplicate-key"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "the same key is written twice in one place")
    public static let why = Phrase(

        """
        Only one of the two values can count, and the reader cannot know which: a corrected telephone \
        number may stand below the old one. Keep one of them.
        """)
    public static let rejects = [
        Example(
            Phrase("two holders"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦holder⟧: ben\n---\n"])
    ]
    public static let accepts = [
        Example(
            Phrase("the same key in two entries"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n  guide: {title: Guide, holder: ada}\n"
                    + "  usher: {title: Usher, holder: ben}\n---\n"
            ])
    ]

    static func finding(_ key: Located<String>, first: Span) -> Finding {
        finding(
            at: key.span,
            Phrase("the key '{key}' is written twice", ["key": key.value]),
            caption: Phrase("not read"),
            labels: [Label(first, Phrase("first written here"))],
            help: [Phrase("keep one of the two")])
    }
}
