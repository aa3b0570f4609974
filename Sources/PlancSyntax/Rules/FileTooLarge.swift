import PlancDiagnostics
import PlancSource

public enum FileTooLarge: RuleDescription {
    public static let name = "file-too-large"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "a file of the plan is larger than 1 MiB", fr: "un fichier du plan dépasse 1 Mio")
    public static let why = Phrase(
        en: """
            A text of more than a mebibyte is some 200 printed pages: nobody reads it in a crisis, and it is nearly \
            always a mistake, such as a pasted image. Such a file is not read. Divide it, or take out what does not \
            belong there.
            """,
        fr: """
            Un texte de plus d'un mébioctet fait quelque 200 pages imprimées : personne ne le lit en pleine crise, et \
            c'est presque toujours une erreur, comme une image collée. Un tel fichier n'est pas lu. Divisez-le, ou \
            retirez-en ce qui n'y a pas sa place.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a text pasted a hundred thousand times", fr: "un texte collé cent mille fois"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "0123456789abcde\n", count: 65_532) + "0123456789abcdefghij⟦k⟧lm\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a text of ordinary length", fr: "un texte de longueur ordinaire"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"])
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "the file is larger than 1 MiB, so it is not read", fr: "le fichier dépasse 1 Mio : il n'est pas lu"
            ),
            help: [Phrase(en: "divide the text into several files", fr: "répartissez le texte en plusieurs fichiers")])
    }
}
