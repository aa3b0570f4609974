import PlancDiagnostics
import PlancSource

public enum NotUTF8: RuleDescription {
    public static let name = "not-utf8"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "a file holds bytes that are not UTF-8 text",
        fr: "un fichier contient des octets qui ne sont pas du texte UTF-8")
    public static let why = Phrase(
        en: """
            A file saved in an old encoding shows its accents as other signs: a name, a street or an order is misread. \
            Nothing of such a file is used. Open it in your editor and save it again as UTF-8.
            """,
        fr: """
            Un fichier enregistré dans un ancien encodage montre d'autres signes à la place des accents\u{A0}: un nom, une \
            rue ou un ordre se lit de travers. Rien n'en est utilisé. Ouvrez-le dans votre éditeur et enregistrez-le \
            de nouveau en UTF-8.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "an accent saved as Latin-1", fr: "un accent enregistré en Latin-1"),
            ["roles/guide.md": "---\nkind: role\ntitle: R⟦\\x{E9}⟧ception\nholder: ada\n---\n"], hasEscapes: true)
    ]
    public static let accepts = [
        Example(
            Phrase(en: "the same accent in UTF-8", fr: "le même accent en UTF-8"),
            ["roles/guide.md": "---\nkind: role\ntitle: Réception\nholder: ada\n---\n"])
    ]

    /// A file that a Windows program saved with two bytes for each character.
    static func utf16(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                en: "the file is saved as UTF-16 ('Unicode' in some editors), so none of it is read",
                fr:
                    "le fichier est enregistré en UTF-16 («\u{A0}Unicode\u{A0}» dans certains éditeurs)\u{A0}: rien n’en est lu"
            ),
            help: [
                Phrase(
                    en: "open it in your editor and save it as UTF-8",
                    fr: "ouvrez-le dans votre éditeur et enregistrez-le en UTF-8")
            ])
    }

    static func finding(at span: Span, byte: UInt8) -> Finding {
        let value = "0x" + String(byte, radix: 16, uppercase: true)
        return finding(
            at: span,
            Phrase(
                en: "the byte \(value) is not UTF-8 text, so the file is not read further",
                fr: "l'octet \(value) n'est pas du texte UTF-8\u{A0}: la suite du fichier n'est pas lue"),
            help: [Phrase(en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8")])
    }
}
