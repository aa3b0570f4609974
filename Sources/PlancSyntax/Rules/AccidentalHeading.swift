import PlancDiagnostics
import PlancSource

public enum AccidentalHeading: RuleDescription {
    public static let name = "accidental-heading"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        en: "a line of dashes makes a heading of the sentence above it",
        fr: "une ligne de tirets fait un titre de la phrase qui la précède")
    public static let why = Phrase(
        en: """
            Three dashes below a paragraph underline it: it becomes a heading, and in a checklist a stage of its own. \
            A line across the page needs an empty line above it.
            """,
        fr: """
            Trois tirets sous un paragraphe le soulignent : il devient un titre et, dans une liste, une étape à part. \
            Un filet demande une ligne vide au-dessus de lui.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a rule below a sentence", fr: "un filet sous une phrase"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦Shows the way out.⟧\n---\nComes last.\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "an empty line between them", fr: "une ligne vide entre les deux"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n\n---\n\nComes last.\n"
            ]),
        Example(
            Phrase(en: "an underlined title", fr: "un titre souligné"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nOn the way out\n--------------\n\nComes last.\n"
            ]),
    ]

    /// Whether words under which dashes stand are a sentence rather than a title.
    static func isSentence(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = words.last else { return false }
        return words.count > 100 || ".,;:!)".utf8.contains(last)
    }

    /// `underline`: where its line of dashes begins.
    static func finding(at span: Span, underline: Span) -> Finding {
        var finding = finding(
            at: span,
            Phrase(
                en: "the dashes below make a heading of this sentence",
                fr: "les tirets placés dessous font un titre de cette phrase"),
            help: [
                Phrase(
                    en: "put an empty line before the dashes, or remove them",
                    fr: "mettez une ligne vide avant les tirets, ou supprimez-les")
            ])
        finding.fixes = [
            Fix(
                Phrase(en: "put an empty line before the dashes", fr: "mettre une ligne vide avant les tirets"),
                [Fix.Edit(underline, "\n")], isSafe: false)
        ]
        return finding
    }
}
