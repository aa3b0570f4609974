import PlancDiagnostics
import PlancSource

public enum RawHTML: RuleDescription {
    public static let name = "raw-html"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        en: "a text holds HTML other than comments", fr: "un texte contient du HTML autre que des commentaires")
    public static let why = Phrase(
        en: """
            A plan becomes paper, a page, an e-mail, a text message: HTML means something in one of them only, so it \
            is left out of all. Say it in Markdown, or put it between backticks when readers shall see the tag.
            """,
        fr: """
            Un plan devient du papier, une page, un courriel, un SMS : le HTML n'a de sens que dans un seul, il est \
            donc écarté partout. Dites-le en Markdown, ou entre accents graves si le lecteur doit voir la balise.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a tag in a sentence", fr: "une balise dans une phrase"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nGo ⟦<b>⟧now</b>, by the stairs.\n"]),
        Example(
            Phrase(en: "a block of HTML", fr: "un bloc de HTML"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nDoors:\n\n⟦<div class=\"map\">⟧\nEast\n</div>\n"
            ]),
        Example(
            Phrase(en: "words on the line of a comment", fr: "des mots sur la ligne d'un commentaire"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- map --> ⟦East door⟧\n"]),
        Example(
            Phrase(en: "a comment that is not closed", fr: "un commentaire qui n'est pas fermé"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦<!--⟧ to do\n\nLeave by the stairs.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a comment, and a tag in code", fr: "un commentaire, et une balise dans du code"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- checked -->\n\nLook for `<b>` in the log.\n"
            ])
    ]

    static func finding(at span: Span, isTag: Bool) -> Finding {
        isTag
            ? finding(
                at: span, Phrase(en: "HTML is not printed", fr: "le HTML n'est pas imprimé"),
                help: [
                    Phrase(
                        en: "write it in Markdown, or between backticks to show the tag itself",
                        fr: "écrivez-le en Markdown, ou entre accents graves pour montrer la balise elle-même")
                ])
            : finding(
                at: span,
                Phrase(
                    en: "words on the lines of an HTML comment or block are not printed",
                    fr: "les mots placés sur les lignes d'un commentaire ou d'un bloc HTML ne sont pas imprimés"),
                help: [
                    Phrase(
                        en: "put them on lines of their own, after an empty line",
                        fr: "mettez-les sur leurs propres lignes, après une ligne vide")
                ])
    }

    static func unclosedComment(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "the comment is not closed, so nothing after it is printed",
                fr: "le commentaire n'est pas fermé : rien de ce qui suit n'est imprimé"),
            help: [Phrase(en: "close it with '-->'", fr: "fermez-le par « --> »")])
    }
}
