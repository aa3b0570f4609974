import PlancDiagnostics
import PlancSource

public enum HiddenCharacter: RuleDescription {
    public static let name = "hidden-character"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "a file holds a character that cannot be seen")
    public static let why = Phrase(

        """
        Characters that turn the direction of writing make a text read otherwise than it is stored; \
        characters of no width make two names that look the same differ, break a telephone number that is \
        dialled from the page, or double the price of a text message. They come with text pasted from web \
        pages and word processors. Remove them. No-break spaces, the joiners inside an emoji, and those \
        that Persian, Hindi and their like are written with, are welcome.
        """)
    public static let rejects = [
        Example(
            Phrase("a zero-width space in a name"),
            ["roles/guide.md": "---\nkind: role\ntitle: Gu⟦\u{200B}⟧ide\nholder: ada\n---\n"]),
        Example(
            Phrase("a reversed text"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nOpen ⟦\u{202E}⟧txet.exe⟦\u{202C}⟧ first.\n"
            ]),
        Example(
            Phrase(
                "a soft hyphen and a control character"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nThe emer⟦\u{AD}⟧gency⟦\\x{07}⟧ exit.\n"
            ],
            hasEscapes: true),
        Example(
            Phrase("a reversal that is spelled out"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: \"Guide ⟦\\u202e⟧\"\nholder: ada\n---\nOpen ⟦&#8238;⟧txet.exe first.\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("no-break spaces and a composed emoji"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nAt 18\u{A0}h\u{202F}30 👩\u{200D}🚒\u{FE0F}.\n"
            ]),
        Example(
            Phrase("the joiners of Persian and Hindi"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nمی\u{200C}خواهم, क्\u{200D}ष.\n"
            ]),
    ]

    static func finding(
        _ run: CharacterScan.HiddenRun, of bytes: UnsafeBufferPointer<UInt8>, in id: FileID
    ) -> Finding {
        let span = Span(id, run.range.lowerBound, run.range.upperBound)
        let digits = String(run.scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let name = hiddenName(of: run.scalar)
        // What parts two words goes on parting them.
        let edit = Fix.Edit(span, isSeparator(run.scalar) || isBehindName(run.range, bytes) ? " " : "")
        return finding(
            at: span,
            Phrase(
                "a character that cannot be seen stands here: {code}, {name}", ["code": code, "name": name]),
            caption: Phrase(verbatim: code),
            help: [Phrase("take it out")],
            fixes: [Fix(Phrase("take out {code}", ["code": code]), [edit], isSafe: true)])
    }

    /// Whether it stands in place of the space between `@lead` and the words of a step, which a capital letter begins.
    private static func isBehindName(_ place: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place.upperBound < bytes.count, (0x41...0x5A).contains(bytes[place.upperBound]) else { return false }
        var i = place.lowerBound - 1
        while i > 0, (0x61...0x7A).contains(bytes[i]) || (0x30...0x39).contains(bytes[i]) || bytes[i] == 0x2D { i -= 1 }
        return i >= 0 && i < place.lowerBound - 1 && bytes[i] == UInt8(ascii: "@")
    }

    /// Whether a character without a shape divides lines or words: without it they would run into each other.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0B, 0x0C, 0x1C...0x1F, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Line ends of another time; one finding for all of a file.
    static func loneReturns(_ offsets: [Int], in id: FileID) -> Finding? {
        guard let first = offsets.first else { return nil }
        let count = offsets.count
        return finding(
            at: Span(id, first, first + 1),
            Phrase(
                "{count, plural, one {a line ends} other {# lines end}} with a carriage return alone (U+000D), as on old Macs",
                ["count": count]),
            caption: Phrase(verbatim: "U+000D"),
            help: [
                Phrase(
                    "save the file with ordinary line ends (LF)")
            ],
            fixes: [
                Fix(
                    Phrase("end the lines with line feeds"),
                    offsets.map { Fix.Edit(Span(id, $0, $0 + 1), "\n") }, isSafe: true)
            ])
    }

    /// A hidden character that a value or text spells out: `"\u202e"`, `&#8238;`.
    static func spelled(_ scalar: Unicode.Scalar, at span: Span) -> Finding {
        let name = hiddenName(of: scalar)
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return finding(
            at: span,
            Phrase(
                "this stands for a character that cannot be seen: {code}, {name}", ["code": code, "name": name]),
            caption: Phrase(verbatim: code),
            help: [Phrase("remove it")],
            fixes: [
                Fix(
                    Phrase("remove {code}", ["code": code]),
                    [Fix.Edit(span, isSeparator(scalar) ? " " : "")], isSafe: true)
            ])
    }
}
