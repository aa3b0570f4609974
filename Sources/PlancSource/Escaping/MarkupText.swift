/// Words for the text and the attributes of HTML, added to a page. Characters that HTML does not allow, or that turn the direction of
/// what follows, become U+FFFD: they are visible and do nothing.
package func appendHTML(_ words: String, isAttribute: Bool, to bytes: inout [UInt8]) {
    var words = words
    words.withUTF8 { utf8 in
        var index = 0
        var start = 0
        while index < utf8.count {
            guard let (width, reference) = htmlReference(at: index, of: utf8, isAttribute: isAttribute) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: utf8[start..<index])
            reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
            index += width
            start = index
        }
        bytes.append(contentsOf: utf8[start...])
    }
}

/// Words for the text and the attributes of HTML.
package func htmlText(_ words: String) -> String {
    var bytes: [UInt8] = []
    appendHTML(words, isAttribute: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// What stands for the character that begins here, and how many bytes it takes; nil when it stands for itself.
@inline(__always)
private func htmlReference(
    at index: Int, of utf8: UnsafeBufferPointer<UInt8>, isAttribute: Bool
) -> (width: Int, reference: StaticString)? {
    switch utf8[index] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case UInt8(ascii: "\"") where isAttribute: return (1, "&quot;")
    case UInt8(ascii: "'") where isAttribute: return (1, "&#39;")
    case UInt8(ascii: "\n"): return isAttribute ? (1, "&#10;") : nil
    case UInt8(ascii: "\t"): return isAttribute ? (1, "&#9;") : nil
    case 0..<0x20, 0x7F: return (1, "\u{FFFD}")
    // U+0080 to U+009F
    case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0: return (2, "\u{FFFD}")
    case 0xE2 where index + 2 < utf8.count && turnsDirection(utf8[index + 1], utf8[index + 2]): return (3, "\u{FFFD}")
    // U+FFFE and U+FFFF
    case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
        return (3, "\u{FFFD}")
    default: return nil
    }
}

/// U+202A to U+202E, U+2066 to U+2069 after their first byte.
private func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
}

/// Words for the text and the attributes of XML 1.0. What it cannot hold becomes U+FFFD; what cannot be seen becomes a reference, so
/// that the file itself can be shown on a terminal.
package func xmlText(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": out.append(contentsOf: "&amp;".unicodeScalars)
        case "<": out.append(contentsOf: "&lt;".unicodeScalars)
        case ">": out.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
        case "'": out.append(contentsOf: "&#39;".unicodeScalars)
        case "\n", "\t", "\r": out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
        default:
            switch scalar.value {
            case 0..<0x20, 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
            default:
                if scalar.isUnseen {
                    out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
                } else {
                    out.append(scalar)
                }
            }
        }
    }
    return String(out)
}
