import PlancDiagnostics
import PlancSource

public enum DuplicateKey: RuleDescription {
    public static let name = "duplicate-key"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "the same key is written twice in one place", fr: "la même clé est écrite deux fois au même endroit")
    public static let why = Phrase(
        en: """
            Only one of the two values can count, and the reader cannot know which: a corrected telephone number may \
            stand below the old one. Keep one of them.
            """,
        fr: """
            Une seule des deux valeurs peut compter, et le lecteur ne sait pas laquelle : un numéro corrigé se trouve \
            peut-être sous l'ancien. N'en gardez qu'une.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "two holders", fr: "deux titulaires"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦holder⟧: ben\n---\n"])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "the same key in two entries", fr: "la même clé dans deux entrées"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n  guide: {title: Guide, holder: ada}\n"
                    + "  usher: {title: Usher, holder: ben}\n---\n"
            ])
    ]

    static func finding(_ key: Located<String>, first: Span) -> Finding {
        finding(
            at: key.span,
            Phrase(en: "the key '\(key.value)' is written twice", fr: "la clé « \(key.value) » est écrite deux fois"),
            caption: Phrase(en: "not read", fr: "n'est pas lue"),
            labels: [Label(first, Phrase(en: "first written here", fr: "déjà écrite ici"))],
            help: [Phrase(en: "keep one of the two", fr: "gardez l'une des deux")])
    }
}
