import PlancDiagnostics
import PlancSource

public enum FrontMatterTooLarge: RuleDescription {
    public static let name = "front-matter-too-large"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "the front matter of a file is larger than 64 KiB", fr: "l'en-tête d'un fichier dépasse 64 Kio")
    public static let why = Phrase(
        en: """
            The front matter holds short facts: names, numbers, times. When it grows past 64 KiB, either the closing \
            `---` is missing or one registry has become too long to keep right. A registry may be divided: two files \
            with `kind: people` are one list.
            """,
        fr: """
            L'en-tête contient des faits courts : noms, numéros, délais. Au-delà de 64 Kio, soit le `---` de fin \
            manque, soit un registre est devenu trop long pour rester juste. Un registre se divise : deux fichiers \
            `kind: people` font une seule liste.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a registry of several thousand lines", fr: "un registre de plusieurs milliers de lignes"),
            [
                "more.md": "---\n" + String(repeating: "# 3456789abcdef\n", count: 4_096)
                    + "⟦k⟧ind: roles\nroles: {}\n---\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a registry of ordinary length", fr: "un registre de longueur ordinaire"),
            ["more.md": "---\nkind: roles\nroles:\n  guide: {title: Guide, holder: ada}\n---\n"])
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "the front matter is larger than 64 KiB, so it is not read",
                fr: "l'en-tête dépasse 64 Kio : il n'est pas lu"),
            help: [
                Phrase(
                    en: "divide the registry into several files of the same kind",
                    fr: "répartissez le registre en plusieurs fichiers du même genre")
            ])
    }
}
