import PlancDiagnostics
import PlancSource

public enum UnlikeForge: RuleDescription {
    public static let name = "unlike-forge"
    public static let group = RuleGroup.reading
    public static let severity = Severity.note
    public static let summary = Phrase(
        "what is printed looks different from the preview on the forge")
    public static let why = Phrase(

        """
        Authors read their plan on GitHub or GitLab before it is printed. Where paper cannot show the same, \
        they should know: a footnote at the end of a file would be missing from the sheet of a role that \
        holds only some of its steps, so its words stand in brackets where the note is called.
        """)
    public static let rejects = [
        Example(
            Phrase("a footnote"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                Call the insurer[^1] first.

                ⟦[^1]: Contract 4711, at night too.⟧

                """
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("the same in brackets"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall the insurer (contract 4711) first.\n"
            ])
    ]

    static func footnote(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "a footnote is printed in brackets where it is called, not at the end"),
            help: [
                Phrase(
                    "write it in brackets yourself to see it so on the forge too")
            ])
    }
}
