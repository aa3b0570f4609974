import PlancDiagnostics
import PlancSource

public enum NotUTF8: RuleDescription {
    public static let name = "not-utf8"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "a file holds bytes that are not UTF-8 text")
    public static let why = Phrase(

        """
        A file saved in an old encoding shows its accents as other signs: a name, a street or an order is \
        misread. Nothing of such a file is used. Open it in your editor and save it again as UTF-8.
        """)
    public static let rejects = [
        Example(
            Phrase("an accent saved as Latin-1"),
            ["roles/guide.md": "---\nkind: role\ntitle: R⟦\\x{E9}⟧ception\nholder: ada\n---\n"], hasEscapes: true)
    ]
    public static let accepts = [
        Example(
            Phrase("the same accent in UTF-8"),
            ["roles/guide.md": "---\nkind: role\ntitle: Réception\nholder: ada\n---\n"])
    ]

    /// A file that a Windows program saved with two bytes for each character.
    static func utf16(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "the file is saved as UTF-16 ('Unicode' in some editors), so none of it is read"
            ),
            help: [
                Phrase(
                    "open it in your editor and save it as UTF-8")
            ])
    }

    static func finding(at span: Span, byte: UInt8) -> Finding {
        let value = "0x" + String(byte, radix: 16, uppercase: true)
        return finding(
            at: span,
            Phrase(
                "the byte {value} is not UTF-8 text, so the file is not read further", ["value": value]),
            help: [Phrase("save the file as UTF-8")])
    }
}
