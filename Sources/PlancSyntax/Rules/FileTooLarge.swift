import PlancDiagnostics
import PlancSource

public enum FileTooLarge: RuleDescription {
    public static let name = "file-too-large"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "a file of the plan is larger than 1 MiB")
    public static let why = Phrase(

        """
        A text of more than a mebibyte is some 200 printed pages: nobody reads it in a crisis, and it is \
        nearly always a mistake, such as a pasted image. Such a file is not read. Divide it, or take out \
        what does not belong there.
        """)
    public static let rejects = [
        Example(
            Phrase("a text pasted a hundred thousand times"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "0123456789abcde\n", count: 65_532) + "0123456789abcdefghij⟦k⟧lm\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("a text of ordinary length"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"])
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "the file is larger than 1 MiB, so it is not read"
            ),
            help: [Phrase("divide the text into several files")])
    }
}
