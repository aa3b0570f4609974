import PlancDiagnostics
import PlancSource

public enum ConflictMarker: RuleDescription {
    public static let name = "conflict-marker"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "lines that git leaves where two people changed the same place")
    public static let why = Phrase(

        """
        When two people change the same lines, git writes both versions into the file, between rows of `<`, \
        `=` and `>`, and waits for somebody to choose. Printed as it is, a step or a number would appear \
        twice, once in a version that nobody wants. Keep one version, or write a third, and delete the \
        marker lines. Until then planc reads the first version.
        """)
    public static let rejects = [
        Example(
            Phrase("two versions of one number"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\n⟦<<<<<<< HEAD⟧\nholder: ada\n=======\nholder: ben\n"
                    + ">>>>>>> holidays\n---\nShows the way out.\n"
            ]),
        Example(
            Phrase("a marker that was forgotten"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n⟦>>>>>>> holidays⟧\n"
            ]),
        Example(
            Phrase("a row of equals signs that was forgotten"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n\n⟦=======⟧\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("a heading underlined with equals signs"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nThe way\n=======\n\nShows the way out.\n"
            ])
    ]

    static func finding(_ conflict: Conflicts.Conflict, in id: FileID) -> Finding {
        func span(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, range.upperBound) }
        guard let middle = conflict.middle, let end = conflict.end else {
            return finding(
                at: span(conflict.start.words),
                Phrase(
                    "a marker line of an unresolved conflict was left here by git"),
                help: [Phrase("delete the line")],
                fixes: [
                    Fix(
                        Phrase("delete the line", context: "ConflictMarker"),
                        [Fix.Edit(span(conflict.start.line), "")], isSafe: false)
                ])
        }
        let base = conflict.base ?? middle
        return finding(
            at: span(conflict.start.words),
            Phrase(
                "git could not merge two versions here, and nobody has chosen one"),
            labels: [
                Label(
                    span(middle.words), Phrase("the other version begins here")),
                Label(span(end.words), Phrase("and ends here")),
            ],
            help: [
                Phrase(
                    "keep one of the two versions, and delete the marker lines")
            ],
            fixes: [
                Fix(
                    Phrase("keep the first version"),
                    [
                        Fix.Edit(span(conflict.start.line), ""),
                        Fix.Edit(span(base.line.lowerBound..<end.line.upperBound), ""),
                    ], isSafe: false),
                Fix(
                    Phrase("keep the second version"),
                    [
                        Fix.Edit(span(conflict.start.line.lowerBound..<middle.line.upperBound), ""),
                        Fix.Edit(span(end.line), ""),
                    ], isSafe: false),
            ])
    }
}
