import PlancDiagnostics
import PlancSource

public enum YAMLFeature: RuleDescription {
    public static let name = "yaml-feature"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "the front matter uses anchors, aliases, tags or several documents",
        fr: "l'en-tête utilise des ancres, des alias, des étiquettes de type ou plusieurs documents")
    public static let why = Phrase(
        en: """
            These parts of YAML make a file say something other than what stands there: a number changed in one place \
            changes in others too. A plan is read by people who must find each fact where it is used. Write the value \
            out; where it only begins with `&`, `*` or `!`, put quotes around it.
            """,
        fr: """
            Ces ressources de YAML font dire à un fichier autre chose que ce qui est écrit : un numéro corrigé à un \
            endroit change aussi ailleurs. Un plan est lu par des gens qui doivent trouver chaque fait là où il sert. \
            Écrivez la valeur en toutes lettres ; si elle commence seulement par `&`, `*` ou `!`, mettez-la entre \
            guillemets.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "an anchor and its alias", fr: "une ancre et son alias"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n  guide: {title: ⟦&t⟧ Guide, holder: ada}\n"
                    + "  usher: {title: ⟦*t⟧, holder: ben}\n---\n"
            ]),
        Example(
            Phrase(en: "a tag", fr: "une étiquette de type"),
            ["roles/guide.md": "---\nkind: role\ntitle: ⟦!!str⟧ Guide\nholder: ada\n---\n"]),
        Example(
            Phrase(en: "a second document", fr: "un second document"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦---⟧ # more\nteam: support\n---\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "the signs inside quotes", fr: "les signes entre guillemets"),
            ["roles/guide.md": "---\nkind: role\ntitle: \"*Guide*\"\nholder: ada\n---\n"])
    ]

    enum Feature { case anchor, alias, tag, secondDocument }

    static func finding(_ feature: Feature, at span: Span) -> Finding {
        let quotes = Phrase(
            en: "write the value out, or put it in quotes when the sign belongs to it",
            fr: "écrivez la valeur en toutes lettres, ou entre guillemets si le signe en fait partie")
        switch feature {
        case .anchor:
            return finding(
                at: span, Phrase(en: "a plan has no anchors ('&name')", fr: "un plan n'a pas d'ancres (« &nom »)"),
                help: [quotes])
        case .alias:
            return finding(
                at: span, Phrase(en: "a plan has no aliases ('*name')", fr: "un plan n'a pas d'alias (« *nom »)"),
                help: [quotes])
        case .tag:
            return finding(
                at: span,
                Phrase(en: "a plan has no type tags ('!type')", fr: "un plan n'a pas d'étiquettes de type (« !type »)"),
                help: [quotes])
        case .secondDocument:
            return finding(
                at: span,
                Phrase(
                    en: "the front matter holds a second document, which is not read",
                    fr: "l'en-tête contient un second document, qui n'est pas lu"),
                help: [Phrase(en: "take this line out", fr: "supprimez cette ligne")])
        }
    }
}
