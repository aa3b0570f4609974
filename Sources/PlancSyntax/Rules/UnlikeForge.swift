import PlancDiagnostics
import PlancSource

public enum UnlikeForge: RuleDescription {
    public static let name = "unlike-forge"
    public static let group = RuleGroup.reading
    public static let severity = Severity.note
    public static let summary = Phrase(
        en: "what is printed looks different from the preview on the forge",
        fr: "ce qui est imprimé diffère de l’aperçu sur la forge")
    public static let why = Phrase(
        en: """
            Authors read their plan on GitHub or GitLab before it is printed. Where paper cannot show the same, they \
            should know: a footnote at the end of a file would be missing from the sheet of a role that holds only \
            some of its steps, so its words stand in brackets where the note is called.
            """,
        fr: """
            Les auteurs lisent leur plan sur GitHub ou GitLab avant de l’imprimer. Ils doivent savoir où le papier ne \
            peut pas montrer la même chose : une note en fin de fichier manquerait sur la fiche d’un rôle qui n’a que \
            certaines étapes, ses mots sont donc placés entre parenthèses là où la note est appelée.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a footnote", fr: "une note de bas de page"),
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
            Phrase(en: "the same in brackets", fr: "la même chose entre parenthèses"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall the insurer (contract 4711) first.\n"
            ])
    ]

    static func footnote(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "a footnote is printed in brackets where it is called, not at the end",
                fr: "une note de bas de page est imprimée entre parenthèses là où elle est appelée, pas à la fin"),
            help: [
                Phrase(
                    en: "write it in brackets yourself to see it so on the forge too",
                    fr: "écrivez-la vous-même entre parenthèses pour la voir ainsi sur la forge")
            ])
    }
}
