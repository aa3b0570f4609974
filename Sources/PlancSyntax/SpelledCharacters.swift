import PlancMarkup
import PlancSource

/// A character that a source spells out instead of holding it: `\u202e` in a quoted value, `&#8238;` in a text.
struct SpelledCharacter {
    var scalar: Unicode.Scalar
    var range: Range<Int>

    /// Whether it is one that nobody can see. Joiners are let pass: whoever spells one out needs it.
    var isHidden: Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x200C, 0x200D: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: scalar.value > 0x9F && PlancSyntax.isHidden(scalar)
        }
    }
}

/// The characters that the escapes of a double-quoted YAML scalar stand for.
func spelledCharacters(inQuoted range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> [SpelledCharacter] {
    var found: [SpelledCharacter] = []
    var i = bytes.first(.backslash, from: range.lowerBound)
    while i + 1 < range.upperBound {
        let length: Int
        var value: UInt32?
        switch bytes[i + 1] {
        case UInt8(ascii: "0"): (length, value) = (2, 0)
        case UInt8(ascii: "a"): (length, value) = (2, 7)
        case UInt8(ascii: "b"): (length, value) = (2, 8)
        case UInt8(ascii: "v"): (length, value) = (2, 11)
        case UInt8(ascii: "f"): (length, value) = (2, 12)
        case UInt8(ascii: "r"): (length, value) = (2, 13)
        case UInt8(ascii: "e"): (length, value) = (2, 27)
        case UInt8(ascii: "N"): (length, value) = (2, 0x85)
        case UInt8(ascii: "L"): (length, value) = (2, 0x2028)
        case UInt8(ascii: "P"): (length, value) = (2, 0x2029)
        case UInt8(ascii: "x"): (length, value) = (4, hexadecimal(bytes, i + 2, 2, range.upperBound))
        case UInt8(ascii: "u"): (length, value) = (6, hexadecimal(bytes, i + 2, 4, range.upperBound))
        case UInt8(ascii: "U"): (length, value) = (10, hexadecimal(bytes, i + 2, 8, range.upperBound))
        default: (length, value) = (2, nil)
        }
        if let scalar = value.flatMap(Unicode.Scalar.init) {
            found.append(SpelledCharacter(scalar: scalar, range: i..<i + length))
        }
        i = bytes.first(.backslash, from: i + length)
    }
    return found
}

/// The characters that the entities of a stretch of Markdown stand for.
func spelledCharacters(inText range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> [SpelledCharacter] {
    var found: [SpelledCharacter] = []
    var i = bytes.first(.ampersand, from: range.lowerBound)
    while i + 3 < range.upperBound {
        let end = bytes.first(UInt8(ascii: ";"), from: i)
        if end < range.upperBound, end - i <= 20, let value = entity(bytes, i + 1..<end),
            let scalar = Unicode.Scalar(value)
        {
            found.append(SpelledCharacter(scalar: scalar, range: i..<end + 1))
        }
        i = bytes.first(.ampersand, from: i + 1)
    }
    return found
}

private func entity(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt32? {
    if bytes[name.lowerBound] == UInt8(ascii: "#"), name.count > 1 {
        let digits = name.dropFirst()
        let isHexadecimal = bytes[digits.lowerBound] | 0x20 == UInt8(ascii: "x")
        let text = String(decoding: bytes[isHexadecimal ? digits.dropFirst() : digits], as: UTF8.self)
        return UInt32(text, radix: isHexadecimal ? 16 : 10)
    }
    // The names of HTML for what cannot be seen.
    switch String(decoding: bytes[name], as: UTF8.self) {
    case "shy": return 0xAD
    case "lrm": return 0x200E
    case "rlm": return 0x200F
    case "ZeroWidthSpace", "NegativeThinSpace", "NegativeMediumSpace", "NegativeThickSpace", "NegativeVeryThinSpace":
        return 0x200B
    case "NoBreak": return 0x2060
    case "ApplyFunction", "af": return 0x2061
    case "InvisibleTimes", "it": return 0x2062
    case "InvisibleComma", "ic": return 0x2063
    default: return nil
    }
}

private func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ end: Int) -> UInt32? {
    guard start + count <= end else { return nil }
    return UInt32(String(decoding: bytes[start..<start + count], as: UTF8.self), radix: 16)
}
