import PlancDiagnostics
import PlancSource

public enum UnclosedFrontMatter: RuleDescription {
    public static let name = "unclosed-front-matter"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "a file opens its front matter with `---` and does not close it",
        fr: "un fichier ouvre son en-tête par `---` et ne le ferme pas")
    public static let why = Phrase(
        en: """
            Without the closing line nobody can tell the facts of a file from its text, so none of it would be \
            printed. Write a line `---` where the text begins.
            """,
        fr: """
            Sans la ligne de fin, rien ne distingue les faits d'un fichier de son texte : rien n'en serait imprimé. \
            Écrivez une ligne `---` là où commence le texte.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "the closing line is missing", fr: "la ligne de fin manque"),
            ["roles/guide.md": "⟦---⟧\nkind: role\ntitle: Guide\nholder: ada\n\nShows the way out.\n"])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "opened and closed", fr: "ouvert et fermé"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"]),
        Example(
            Phrase(en: "a text without front matter is no source", fr: "un texte sans en-tête n'est pas une source"),
            ["README.md": "Our plan.\n\n---\n\nRead plan.md first.\n"]),
    ]

    static func finding(at span: Span) -> Finding {
        finding(
            at: span, Phrase(en: "the front matter is not closed", fr: "l'en-tête n'est pas fermé"),
            caption: Phrase(en: "opened here", fr: "ouvert ici"),
            help: [
                Phrase(
                    en: "add a line '---' where the text begins",
                    fr: "ajoutez une ligne « --- » là où commence le texte")
            ])
    }
}
