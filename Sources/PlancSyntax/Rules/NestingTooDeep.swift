import PlancDiagnostics
import PlancSource

public enum NestingTooDeep: RuleDescription {
    public static let name = "nesting-too-deep"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "values lie more than 64 levels deep, or lists and quotations more than 100",
        fr: "des valeurs s'emboîtent sur plus de 64 niveaux, ou des listes et citations sur plus de 100")
    public static let why = Phrase(
        en: """
            No sheet of paper has room for so many levels, and no reader follows them. What lies deeper is not read. \
            It is mostly a slip: a row of brackets, or a mail quoted again and again.
            """,
        fr: """
            Aucune feuille n'a la place pour autant de niveaux et aucun lecteur ne les suit. Ce qui est plus profond \
            n'est pas lu. C'est le plus souvent un accident : une suite de crochets, un courriel cité encore et encore.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a value inside 65 lists", fr: "une valeur dans 65 listes"),
            [
                "more.md": "---\nkind: roles\nroles: " + String(repeating: "[", count: 63) + "⟦[⟧x"
                    + String(repeating: "]", count: 64) + "\n---\n"
            ]),
        Example(
            Phrase(en: "a mail quoted 101 times", fr: "un courriel cité 101 fois"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "> ", count: 100)
                    + "⟦>⟧ Shows the way out.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a list in a list", fr: "une liste dans une liste"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n- Ground floor\n  - Hall\n    - Doors\n"
            ])
    ]

    static func frontMatter(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "values lie more than 64 levels deep here, so the rest is not read",
                fr: "les valeurs s'emboîtent ici sur plus de 64 niveaux : la suite n'est pas lue"),
            help: [Phrase(en: "write fewer levels", fr: "réduisez le nombre de niveaux")])
    }

    static func body(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "lists or quotations lie more than 100 levels deep here, so what is in them is not read",
                fr: "les listes ou citations s'emboîtent ici sur plus de 100 niveaux : leur contenu n'est pas lu"),
            help: [Phrase(en: "write fewer levels", fr: "réduisez le nombre de niveaux")])
    }
}
