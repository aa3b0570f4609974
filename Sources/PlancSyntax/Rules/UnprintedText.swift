import PlancDiagnostics
import PlancSource

public enum UnprintedText: RuleDescription {
    public static let name = "unprinted-text"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        en: "Markdown that the forge hides from its readers, and planc does not print",
        fr: "du Markdown que la forge cache à ses lecteurs, et que planc n’imprime pas")
    public static let why = Phrase(
        en: """
            Whoever wrote the words counts on somebody reading them. A footnote that nothing calls and the title of a \
            link are shown by no forge, or only under the pointer of a mouse, and are on no page.
            """,
        fr: """
            Qui a écrit ces mots compte sur un lecteur. Une note que rien n’appelle et le titre d’un lien ne sont \
            montrés par aucune forge, ou seulement sous le pointeur d’une souris, et ne sont sur aucune page.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a footnote that nothing calls", fr: "une note que rien n’appelle"),
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
            Phrase(en: "the title of a link", fr: "le titre d’un lien"),
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
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a comment: the note for authors", fr: "un commentaire : la note aux auteurs"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- ask Ada about the contract -->\n\nCall first.\n"
            ])
    ]

    static func footnote(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "nothing calls this footnote, so its \(words) words are on no page",
                fr: "rien n’appelle cette note : ses \(words) mots ne sont sur aucune page"),
            help: [
                Phrase(
                    en: "call it in the text, or make it a comment: <!-- … -->",
                    fr: "appelez-la dans le texte, ou faites-en un commentaire : <!-- … -->")
            ])
    }

    static func linkTitle(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "the title of a link is not printed: \(words) words",
                fr: "le titre d’un lien n’est pas imprimé : \(words) mots"),
            help: [Phrase(en: "write them in the text", fr: "écrivez-les dans le texte")])
    }
}
