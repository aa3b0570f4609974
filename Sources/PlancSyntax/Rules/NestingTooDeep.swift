import PlancDiagnostics
import PlancSource

public enum NestingTooDeep: RuleDescription {
    public static let name = "nesting-too-deep"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "values lie more than 64 levels deep, or lists and quotations more than 100")
    public static let why = Phrase(

        """
        No sheet of paper has room for so many levels, and no reader follows them. What lies deeper is not \
        read. It is mostly a slip: a row of brackets, or a mail quoted again and again.
        """)
    public static let rejects = [
        Example(
            Phrase("a value inside 65 lists"),
            [
                "more.md": "---\nkind: roles\nroles: " + String(repeating: "[", count: 63) + "⟦[⟧x"
                    + String(repeating: "]", count: 64) + "\n---\n"
            ]),
        Example(
            Phrase("a mail quoted 101 times"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "> ", count: 100)
                    + "⟦>⟧ Shows the way out.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("a list in a list"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n- Ground floor\n  - Hall\n    - Doors\n"
            ])
    ]

    static func frontMatter(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "values lie more than 64 levels deep here, so the rest is not read"),
            help: [Phrase("write fewer levels")])
    }

    static func body(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "lists or quotations lie more than 100 levels deep here, so what is in them is not read"),
            help: [Phrase("write fewer levels")])
    }
}
