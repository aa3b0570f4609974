import PlancDiagnostics
import PlancSource

/// Lines that begin as those of a list, and are none: they are printed and sent as one line of text.
enum MalformedList: FormRule {
    static let name = "malformed-list"
    static let severity = Severity.warning
    static let summary = Phrase("lines that begin as items of a list do, with a sign that makes none")
    static let why = Phrase(
        """
        An item of a list begins with '-' or with a number and a full stop. After `a)`, `1.1` or the bullet of \
        a word processor the lines \
        run on as one paragraph: who reads it under stress finds one long sentence where there were five things to do.
        """)

    /// - Parameter marker: what the first of the lines begins with.
    static func finding(at span: Span, _ marker: String, edits: [Fix.Edit]) -> Finding {
        finding(
            at: span, Phrase("these lines are printed as one: '{marker}' begins no item of a list", ["marker": marker]),
            help: [Phrase("begin each of them with '- '")],
            fixes: edits.isEmpty ? [] : [Fix(Phrase("begin each of them with '- '"), edits, isSafe: false)])
    }

    private static func guide(_ text: String) -> [String: String?] {
        ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n\n" + text]
    }

    static let rejects = [
        Example(Phrase("letters"), guide("Take with you:\n⟦a) the keys\nb) the list of names⟧\n")),
        Example(Phrase("the bullets of a word processor"), guide("⟦• the keys\n• the list of names⟧\n")),
        Example(Phrase("numbers with two parts"), guide("⟦1.1 Take the keys\n1.2 Shut the doors⟧\n")),
    ]
    static let accepts = [
        Example(Phrase("a list"), guide("Take with you:\n\n- a) the keys\n- b) the list of names\n")),
        Example(
            Phrase("lines that stay lines, and one such sign alone"),
            guide("• the keys\\\n• the list of names\n\nThe keys,\n– and the list.\n")),
    ]
}
