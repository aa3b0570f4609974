import PlancDiagnostics
import PlancSource

public enum YAMLSyntax: RuleDescription {
    public static let name = "yaml-syntax"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "the front matter cannot be read as YAML", fr: "l'en-tête ne peut pas se lire comme du YAML")
    public static let why = Phrase(
        en: """
            From the place of the error on, nobody can tell which value belongs to which key, so nothing after it is \
            used. It is mostly a missing quote or bracket, an indentation that fits no line above, or a value with \
            `: ` in it that needs quotes.
            """,
        fr: """
            À partir de l'erreur, rien ne dit plus quelle valeur va à quelle clé : rien de ce qui suit n'est utilisé. \
            C'est le plus souvent un guillemet ou un crochet oublié, un retrait qui ne correspond à aucune ligne \
            au-dessus, ou une valeur contenant « : » qui demande des guillemets.
            """)

    private static func role(_ lines: String) -> [String: String?] {
        ["roles/guide.md": "---\nkind: role\n\(lines)holder: ada\n---\nShows the way out.\n"]
    }

    public static let rejects = [
        Example(
            Phrase(en: "a colon in a value", fr: "un deux-points dans une valeur"),
            role("title: Guide⟦:⟧ first floor\n")),
        Example(
            Phrase(en: "a tab as indentation", fr: "une tabulation en retrait"),
            role("deputies:\n⟦\t⟧- ben\ntitle: Guide\n")),
        Example(Phrase(en: "a quote that is not closed", fr: "un guillemet non fermé"), role("title: ⟦\"⟧Guide\n")),
        Example(
            Phrase(en: "an apostrophe inside quotes", fr: "une apostrophe entre guillemets"),
            role("title: 'L'⟦accueil'⟧\n")),
        Example(
            Phrase(en: "words after a closed quote", fr: "des mots après un guillemet fermé"),
            role("title: \"Guide\" ⟦first floor⟧\n")),
        Example(
            Phrase(en: "no space after the colon", fr: "pas d'espace après le deux-points"), role("⟦title:Guide⟧\n")),
        Example(Phrase(en: "no colon", fr: "pas de deux-points"), role("⟦title Guide⟧\n")),
        Example(
            Phrase(en: "a list that is not closed", fr: "une liste non fermée"),
            role("title: Guide\ndeputies: ⟦[⟧ben, cleo\n")),
        Example(
            Phrase(en: "a value that begins with @", fr: "une valeur qui commence par @"), role("title: ⟦@⟧guide\n")),
        Example(
            Phrase(en: "an indentation that fits no line above", fr: "un retrait qui ne correspond à rien"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n    guide: {title: Guide, holder: ada}\n"
                    + "  ⟦usher⟧: {title: Usher, holder: ben}\n---\n"
            ]),
        Example(
            Phrase(en: "a key below a value", fr: "une clé sous une valeur"),
            ["more.md": "---\nkind: roles\nroles:\n  guide: Guide\n    ⟦holder:⟧ ada\n---\n"]),
        Example(
            Phrase(en: "braces without quotes", fr: "des accolades sans guillemets"), role("title: {⟦{ name }⟧}\n")),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "values in quotes", fr: "des valeurs entre guillemets"),
            role("title: \"Guide: first floor\"\nduties: 'L''accueil'\n"))
    ]

    static func finding(_ problem: YAMLProblem, _ places: YAMLPlaces, in id: FileID) -> Finding {
        let mistake = places.mistake(problem)
        let range = places.range(of: mistake)
        let words = mistake.words
        return finding(at: Span(id, range.lowerBound, range.upperBound), words.message, help: [words.help])
    }

    static func notAMapping(_ node: YAMLNode, in id: FileID) -> Finding {
        finding(
            at: node.span,
            Phrase(en: "the front matter has no keys", fr: "l'en-tête n'a pas de clés"),
            help: [
                Phrase(
                    en: "write each fact on a line as 'key: value', 'kind: role' to begin with",
                    fr: "écrivez chaque fait sur une ligne « clé: valeur », en commençant par « kind: role »")
            ])
    }

    static func keyIsNoText(_ key: YAMLNode, in id: FileID) -> Finding {
        finding(
            at: key.span,
            Phrase(en: "a list or map cannot be a key", fr: "une liste ou une table ne peut pas être une clé"),
            help: [
                Phrase(
                    en: "put quotes around a text that begins with '{' or '['",
                    fr: "mettez entre guillemets un texte qui commence par « { » ou « [ »")
            ])
    }
}
