import PlancDiagnostics
import PlancSource

public enum UnprintedText: RuleDescription {
    public static let name = "unprinted-text"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "text that the forge hides from its readers, and planc does not print")
    public static let why = Phrase(

        """
        Whoever wrote the words counts on somebody reading them. A footnote that nothing calls and the \
        title of a link are shown by no forge, or only under the pointer of a mouse, and are on no page.
        """)
    public static let rejects = [
        Example(
            Phrase("a footnote that nothing calls"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                Call the insurer first.

                ⟦[^1]: Contract 4711, at night too.⟧

                """
            ]),
        Example(
            Phrase("the title of a link"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                See ⟦[the map](https://map.example "the yellow one")⟧ first.

                """
            ]),
        Example(
            Phrase("the title of a definition that no link uses"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall first.\n\n"
                    + "[landlord]: https://house.example ⟦\"Call the landlord too\"⟧\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("a comment: the note for authors"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- ask Ada about the contract -->\n\nCall first.\n"
            ])
    ]

    static func footnote(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "nothing calls this footnote, so its {words} words are on no page", ["words": words]),
            help: [
                Phrase(
                    "call it in the text, or make it a comment: <!-- … -->")
            ])
    }

    static func linkTitle(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "the title of a link is not printed: {words} words", ["words": words]),
            help: [Phrase("write them in the text")])
    }
}
