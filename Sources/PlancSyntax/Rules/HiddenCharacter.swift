import PlancDiagnostics
import PlancSource

public enum HiddenCharacter: RuleDescription {
    public static let name = "hidden-character"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "a file holds a character that cannot be seen", fr: "un fichier contient un caractère invisible")
    public static let why = Phrase(
        en: """
            Characters that turn the direction of writing make a text read otherwise than it is stored; characters of \
            no width make two names that look the same differ, break a telephone number that is dialled from the \
            page, or double the price of a text message. They come with text pasted from web pages and word \
            processors. Take them out. No-break spaces, and the joiners inside an emoji, are welcome.
            """,
        fr: """
            Les caractères qui changent le sens d'écriture font lire un texte autrement qu'il n'est enregistré ; ceux \
            qui n'ont pas de largeur rendent différents deux noms qui se ressemblent, cassent un numéro de téléphone \
            composé depuis la page ou doublent le prix d'un SMS. Ils viennent de textes collés depuis des pages web ou \
            des traitements de texte. Supprimez-les. Les espaces insécables et les liants à l'intérieur d'un émoji \
            sont les bienvenus.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a zero-width space in a name", fr: "une espace sans chasse dans un nom"),
            ["roles/guide.md": "---\nkind: role\ntitle: Gu⟦\u{200B}⟧ide\nholder: ada\n---\n"]),
        Example(
            Phrase(en: "a reversed text", fr: "un texte retourné"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nOpen ⟦\u{202E}⟧txet.exe⟦\u{202C}⟧ first.\n"
            ]),
        Example(
            Phrase(
                en: "a soft hyphen and a control character",
                fr: "un trait d'union conditionnel et un caractère de commande"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nThe emer⟦\u{AD}⟧gency⟦\\x{07}⟧ exit.\n"
            ],
            hasEscapes: true),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "no-break spaces and a composed emoji", fr: "des espaces insécables et un émoji composé"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nAt 18\u{A0}h\u{202F}30 👩\u{200D}🚒\u{FE0F}.\n"
            ])
    ]

    static func finding(_ run: CharacterScan.HiddenRun, in id: FileID) -> Finding {
        let span = Span(id, run.range.lowerBound, run.range.upperBound)
        let digits = String(run.scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let name = hiddenName(of: run.scalar)
        let edit = Fix.Edit(span, run.scalar == "\r" ? "\n" : "")
        return make(
            at: span,
            Phrase(
                en: "a character that cannot be seen stands here: \(code), \(name.english)",
                fr: "un caractère invisible se trouve ici : \(code), \(name.french)"),
            caption: Phrase(verbatim: code),
            help: [Phrase(en: "take it out", fr: "supprimez-le")],
            fixes: [Fix(Phrase(en: "take out \(code)", fr: "supprimer \(code)"), [edit], isSafe: true)])
    }
}
