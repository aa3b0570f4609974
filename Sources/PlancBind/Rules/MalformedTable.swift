import PlancDiagnostics
import PlancSource

/// Lines between bars that almost are a table: they are printed and sent as one line of text.
enum MalformedTable: FormRule {
    static let name = "malformed-table"
    static let summary = Phrase("lines between bars that are almost, but not quite, written as a table")
    static let why = Phrase(
        """
        A table is a line of cells between bars, a line '| --- | --- |' with as many cells, and the rows. Without \
        that line, or right below the words of a step, the rows run on as one line of text, bars and all: nobody \
        can read which number belongs to which name.
        """)

    /// - Parameters:
    ///   - rule: the line that should stand below the first.
    ///   - edit: what writes it, or puts it right.
    static func finding(at span: Span, rule: String, isBelowStep: Bool, edit: Fix.Edit?) -> Finding {
        found(
            span, Phrase("this looks like a table, and is not written as one: its lines are printed as one"),
            help: [
                isBelowStep
                    ? Phrase("write an empty line above the table, and indent its lines by two spaces below a step")
                    : nil,
                Phrase("below the first line of a table stands a line '{rule}'", ["rule": rule]),
            ],
            fixes: edit.map { [Fix(Phrase("write '{better}'", ["better": rule]), [$0], isSafe: false)] } ?? [])
    }

    private static func guide(_ text: String) -> [String: String?] {
        ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n\n" + text]
    }

    static let rejects = [
        Example(
            Phrase("no line below the first"), guide("⟦| Door | Open |⟧\n| East | no |\n| West | yes |\n")),
        Example(
            Phrase("a line of another number of cells"),
            guide("⟦| Door | Open |⟧\n| --- |\n| East | no |\n")),
        Example(
            Phrase("a table of plus signs"),
            guide("⟦+------+------+⟧\n| Door | Open |\n+======+======+\n| East | no   |\n+------+------+\n")),
        Example(
            Phrase("cells with tabs, or bars, between them"),
            guide("⟦Door\tOpen⟧\nEast\tno\n\nThen:\n\n⟦Door | Room⟧\nWest | 12\n")),
    ]
    static let accepts = [
        Example(
            Phrase("a table, and a bar in a sentence"),
            guide("| Door | Open |\n| --- | --- |\n| East | no |\n\nPress the key | on the left.\n"))
    ]
}
