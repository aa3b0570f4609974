import PlancDocument

/// Where paper names a page, a text names a line: which one it is, is known when all lines are set. Until then a mark of a fixed width stands
/// for it.
enum LineReference {
    /// As many cells as the word for a line and four digits take beyond the word for a page.
    private static let width = 7
    private static let digits = 0xE000...0xEFFF

    /// The mark of a heading, by its anchor.
    static func mark(of anchor: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in anchor.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var mark = String.UnicodeScalarView()
        for place in 0..<width {
            let digit = Int(truncatingIfNeeded: hash >> UInt64(9 * place)) & 0x1FF
            if let scalar = Unicode.Scalar(digits.lowerBound + digit) { mark.append(scalar) }
        }
        return String(mark)
    }

    /// The lines with the numbers of those that their marks stand for, counted from 1.
    static func resolved(_ lines: [String], _ places: [String: Int], _ words: Document.Words) -> [String] {
        lines.map { line in
            var line = line
            while let start = line.firstIndex(where: isDigit),
                let end = line.index(start, offsetBy: width, limitedBy: line.endIndex)
            {
                let mark = String(line[start..<end])
                guard let number = places[mark], mark.allSatisfy(isDigit) else { return line }
                let page = words.pageShort.replacing("\u{A0}", with: " ")
                let isLabelled = line[..<start].hasSuffix(page)
                let from = isLabelled ? line.index(start, offsetBy: -page.count) : start
                let said = (isLabelled ? words.line.replacing("\u{A0}", with: " ") : "") + "\(number)"
                // Columns stay below each other; within a sentence there is nothing to keep.
                let cells = page.count + width
                let isInColumn = line[end...].hasPrefix("  ")
                line.replaceSubrange(
                    from..<end,
                    with: isInColumn ? said + String(repeating: " ", count: max(0, cells - said.count)) : said)
            }
            return line
        }
    }

    private static func isDigit(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return digits.contains(Int(scalar.value))
    }
}
