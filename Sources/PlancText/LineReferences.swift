import PlancDocument
import PlancSource

/// Where paper names a page, a text names a line: which one it is, is known when all lines are set. Until then a mark of a fixed width
/// stands for it. It begins with a control character, which words of no origin have here (see `plainWords`).
enum LineReference {
    private static let start: Character = "\u{1}"
    /// As many cells, with the first, as the word for a line and four digits take beyond the word for a page.
    private static let width = 6

    /// The mark of a heading, by its anchor.
    static func mark(of anchor: String) -> String {
        var mark = String(start)
        var digits = Substring(sha256(Array(anchor.utf8)))
        for _ in 0..<width {
            // Private characters of twelve bits each, so that nothing is broken or measured otherwise among them.
            let bits = UInt32(digits.prefix(3), radix: 16) ?? 0
            digits = digits.dropFirst(3)
            mark.unicodeScalars.append(Unicode.Scalar(0xE000 + bits) ?? "\u{E000}")
        }
        return mark
    }

    /// The lines with the numbers of those that their marks stand for, counted from 1. What stands nowhere in the text is not named.
    static func resolved(_ lines: [String], _ places: [String: Int], _ words: Document.Words) -> [String] {
        let page = words.pageShort.replacing("\u{A0}", with: " ")
        let label = words.line.replacing("\u{A0}", with: " ")
        return lines.map { line in
            if !line.utf8.contains(1) { return line }
            var line = line
            while let from = line.firstIndex(of: start) {
                let end = line[from...].index(from, offsetBy: width + 1, limitedBy: line.endIndex) ?? line.endIndex
                let number = places[String(line[from..<end])]
                var first = from
                var said = number.map { "\($0)" } ?? ""
                if line[..<from].hasSuffix(page) {
                    first = line.index(from, offsetBy: -page.count)
                    if number != nil { said = label + said }
                }
                if number == nil {
                    while first > line.startIndex, " ,".contains(line[line.index(before: first)]) {
                        first = line.index(before: first)
                    }
                }
                // Columns stay below each other; within a sentence there is nothing to keep.
                let cells = line.distance(from: first, to: end)
                let isInColumn = line[end...].hasPrefix("  ")
                let room = isInColumn ? String(repeating: " ", count: max(0, cells - said.count)) : ""
                line.replaceSubrange(first..<end, with: said + room)
            }
            return line
        }
    }
}
