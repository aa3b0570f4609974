import PlancDiagnostics
import PlancModel
import PlancSource

enum SnippetTooLarge: BindingRule {
    static let name = "snippet-too-large"
    static let summary = Phrase("a text that is too large once its snippets are in place")
    static let why = Phrase(
        """
        Snippets can contain snippets: a few lines may stand for thousands of pages. A text may have 128 KiB with all its snippets \
        in place, and snippets may be nested 32 deep. What does not fit is left out.
        """)

    /// - Parameter bytes: what the text would have with it.
    static func finding(_ snippet: Reference, bytes: Int) -> Finding {
        finding(
            at: snippet.span,
            Phrase("with the snippet '{id}', this text is larger than 128 KiB", ["id": snippet.id]),
            caption: Phrase("{number} KiB with it", ["number": bytes >> 10]),
            help: [Phrase("put fewer snippets into it, or shorter ones; what does not fit is left out")])
    }

    /// - Parameter depth: of the text, with it.
    static func finding(_ snippet: Reference, depth: Int) -> Finding {
        finding(
            at: snippet.span,
            Phrase("with the snippet '{id}', snippets are nested {number} deep", ["id": snippet.id, "number": depth]),
            help: [Phrase("write the text in fewer snippets: at most 32 can contain one another")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a text that contains a long snippet eighteen times"),
            [
                "snippets/hours.md": "---\nkind: snippet\n---\n\n"
                    + String(repeating: "From nine to five. ", count: 400) + "\n",
                "snippets/desk.md": "---\nkind: snippet\n---\n\nAt the desk.\n\n"
                    + String(repeating: "{{> hours }}\n\n", count: 17) + "{{> ⟦hours⟧ }}\n",
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a text that contains the same snippet twice"),
            [
                "snippets/hours.md": "---\nkind: snippet\n---\n\nFrom nine to five.\n",
                "snippets/desk.md": "---\nkind: snippet\n---\n\n{{> hours }}\n\nAt the desk: {{> hours }}\n",
            ])
    ]
}
