extension Unicode.Scalar {
    /// C0, DEL and C1: what a terminal obeys and no text needs. Tabs and line ends are among them.
    package var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

    /// Embeddings, overrides and isolates of writing direction (UAX #9): what follows is shown in another order than it is read
    /// in. The marks that stand between two directions (U+061C, U+200E, U+200F) are not: texts in Hebrew and Arabic need them.
    package var turnsDirection: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

    /// LINE SEPARATOR and PARAGRAPH SEPARATOR, which some readers end a line at.
    package var separatesLines: Bool { value == 0x2028 || value == 0x2029 }

    /// Controls, separators of lines, and every character of the class "format" but the joiner of emoji: shown by no font, and
    /// a command to some reader.
    package var isUnseen: Bool {
        if value < 0x7F { return value < 0x20 }
        if value < 0xA0 { return true }
        if value == 0x200D { return false }
        switch properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}

/// Words of any origin for a document of plain text: without controls and without what turns the writing direction. Tabs become a
/// blank; line ends of any kind become a line feed where lines are kept, else a blank.
package func plainWords(_ text: String, keepsLines: Bool = false) -> String {
    guard hasMoreThanPlainWords(text) else { return text }
    var out = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n" where wasReturn: break
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": out.append(keepsLines ? "\n" : " ")
        case "\t": out.append(" ")
        default: if !scalar.isControl, !scalar.turnsDirection { out.append(scalar) }
        }
        wasReturn = scalar == "\r"
    }
    return String(out)
}

/// Whether a control, a separator of lines or what turns the writing direction stands in it: apostrophes and spaces that do not
/// break are in almost every line, begin with the same bytes, and are none.
private func hasMoreThanPlainWords(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        bytes.indices.contains { place in
            switch bytes[place] {
            case 0..<0x20, 0x7F: true
            case 0xC2: bytes[place + 1] < 0xA0
            // U+2028–202E and U+2066–2069.
            case 0xE2:
                bytes[place + 1] == 0x80 && (0xA8...0xAE).contains(bytes[place + 2])
                    || bytes[place + 1] == 0x81 && (0xA6...0xA9).contains(bytes[place + 2])
            default: false
            }
        }
    }
}
