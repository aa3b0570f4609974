import PlancDiagnostics
import PlancModel

enum PictureWithoutText: Rule {
    static let name = "picture-without-text"
    static let group = RuleGroup.reading
    static let severity = Severity.warning
    static let summary = Phrase("a picture with no words that stand for it")
    static let why = Phrase(
        """
        Whoever has the pages read aloud, or has the plain text on a telephone, gets the name of a file instead of what \
        the picture shows.
        """)
    static let rejects = [
        Example(
            Phrase("nothing between the brackets"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                ⟦![](way.png)⟧

                """,
                "roles/way.png": "PNG",
            ])
    ]
    static let accepts = [
        Example(
            Phrase("a link to a file"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                The way out is in [the brochure](way.pdf).

                """,
                "roles/way.pdf": "PDF",
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for use in context.plan.pictures.uses where !use.kind.isSentAsWords && use.path != nil {
            guard use.alternative.allSatisfy(\.isWhitespace) else { continue }
            report(
                finding(
                    at: use.span, Phrase("no words stand for this picture where it cannot be seen"),
                    help: [Phrase("write what it shows between the brackets, as in '![The way out by the yard](…)'")]))
        }
    }
}
