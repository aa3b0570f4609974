import PlancDiagnostics
import PlancSource

public enum LineTooLong: RuleDescription {
    public static let name = "line-too-long"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase("a line, or a word, that is far longer than anybody writes")
    public static let why = Phrase(
        """
        A line of more than 32 KiB, or a word of more than 2,000 letters, is nearly always a mistake, such as a pasted image or a file \
        that lost its line ends. No page can show it so that somebody reads it: a word is cut where the page ends.
        """)
    public static let rejects = [
        Example(
            Phrase("a pasted image"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows ⟦\(String(repeating: "iVBORw0KGg", count: 201))⟧ out.\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("a paragraph in one line"),
            [
                "roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n"
                    + String(repeating: "Shows the way out. ", count: 120) + "\n"
            ])
    ]

    /// Findings of the lines and words of a body: its first line and its first word that are too long.
    static func findings(_ bytes: UnsafeBufferPointer<UInt8>, from body: Int, in id: FileID) -> [Finding] {
        var findings: [Finding] = []
        var (hasLine, hasWord) = (false, false)
        var start = body
        while bytes.count - start > Limits.wordBytes, !hasLine || !hasWord {
            let end = bytes.first(.lineFeed, from: start)
            if end - start > Limits.lineBytes, !hasLine {
                hasLine = true
                findings.append(line(start..<end, in: id))
            }
            if end - start > Limits.wordBytes, !hasWord, let word = longWord(bytes, start..<end) {
                hasWord = true
                findings.append(finding(word: word, in: id))
            }
            start = end + 1
        }
        return findings
    }

    /// The first stretch of a line that no white space parts, nor anything that lines may be broken at.
    private static func longWord(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        var start = line.lowerBound
        for i in line {
            // From E2 on: dashes, spaces, and writings whose lines are broken between any two letters.
            if bytes[i] <= .space || bytes[i] >= 0xE2 {
                if i - start > Limits.wordBytes { return start..<i }
                start = i + 1
            }
        }
        return line.upperBound - start > Limits.wordBytes ? start..<line.upperBound : nil
    }

    private static func line(_ line: Range<Int>, in id: FileID) -> Finding {
        finding(
            at: Span(id, line.lowerBound, line.lowerBound + 1),
            Phrase("this line is {number} KiB long", ["number": line.count >> 10]),
            help: [Phrase("begin a new line for each sentence, and leave a blank one between paragraphs")])
    }

    private static func finding(word: Range<Int>, in id: FileID) -> Finding {
        finding(
            at: Span(id, word.lowerBound, word.upperBound),
            Phrase("this word is {number} characters long", ["number": word.count]),
            help: [Phrase("for a picture, put the file beside the text and link to it: '![Map of the site](map.png)'")])
    }
}
