/// Letters without their accents.
public enum PlainLetters {
    /// The ASCII letters that stand for a small Latin letter with an accent or a ligature: `é` → `e`, `œ` → `oe`; nil for others.
    public static func plain(_ letter: Unicode.Scalar) -> String? {
        letter.value < 0xDF ? nil : table[letter]
    }

    /// Small letters without accents; letters of other scripts stay.
    public static func folded(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if let plain = plain(scalar) {
                result += plain
            } else if !isMark(scalar) {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text, small letters in it without accents.
    public static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.unicodeScalars.map { plain($0) ?? String($0) }.joined()
    }

    /// Whether it is a mark on the letter before.
    public static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static let table: [Unicode.Scalar: String] = {
        var letters: [Unicode.Scalar: String] = ["œ": "oe", "æ": "ae", "ß": "ss"]
        let rows: [(plain: String, accented: String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("i", "ìíîïĩīĭįı"),
            ("l", "ĺļľł"),
            ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţťŧ"), ("u", "ùúûüũūŭůűų"),
            ("y", "ýÿŷ"),
            ("z", "źżž"),
        ]
        for row in rows { for scalar in row.accented.unicodeScalars { letters[scalar] = row.plain } }
        return letters
    }()
}
