/// Bytes of a page in the making. Whatever comes from a plan goes through `text` or `attribute`; only literals of this target go in raw.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// Markup written in this target.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Markup made by this target: assets, numbers, names that are escaped already.
    mutating func raw(verbatim markup: some Sequence<UInt8>) { bytes.append(contentsOf: markup) }

    /// Words between tags.
    mutating func text(_ words: String) { escape(words, isAttribute: false) }

    /// ` name="value"`.
    mutating func attribute(_ name: StaticString, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        raw(name)
        raw("=\"")
        escape(value, isAttribute: true)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func attribute(_ name: StaticString, _ value: Int) { attribute(name, String(value)) }

    /// `<tag>words</tag>`, with a class when one is given.
    mutating func element(_ tag: StaticString, class name: StaticString? = nil, _ words: String) {
        bytes.append(UInt8(ascii: "<"))
        raw(tag)
        if let name {
            raw(" class=\"")
            raw(name)
            raw("\"")
        }
        bytes.append(UInt8(ascii: ">"))
        text(words)
        raw("</")
        raw(tag)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Characters that HTML does not allow, or that turn the direction of what follows, become U+FFFD: they are visible and do nothing.
    private mutating func escape(_ words: String, isAttribute: Bool) {
        var words = words
        words.withUTF8 { utf8 in
            var index = 0
            var start = 0
            while index < utf8.count {
                guard let (width, reference) = replacement(at: index, of: utf8, isAttribute: isAttribute) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                raw(reference)
                index += width
                start = index
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// What stands for the character that begins here, and how many bytes it takes; nil when it stands for itself.
    @inline(__always)
    private func replacement(
        at index: Int, of utf8: UnsafeBufferPointer<UInt8>, isAttribute: Bool
    ) -> (width: Int, reference: StaticString)? {
        switch utf8[index] {
        case UInt8(ascii: "&"): return (1, "&amp;")
        case UInt8(ascii: "<"): return (1, "&lt;")
        case UInt8(ascii: ">"): return (1, "&gt;")
        case UInt8(ascii: "\"") where isAttribute: return (1, "&quot;")
        case UInt8(ascii: "'") where isAttribute: return (1, "&#39;")
        case UInt8(ascii: "\n"): return isAttribute ? (1, "&#10;") : nil
        case UInt8(ascii: "\t"): return nil
        case 0..<0x20, 0x7F: return (1, "\u{FFFD}")
        // U+0080 to U+009F
        case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0: return (2, "\u{FFFD}")
        case 0xE2 where index + 2 < utf8.count && turnsDirection(utf8[index + 1], utf8[index + 2]):
            return (3, "\u{FFFD}")
        default: return nil
        }
    }

    /// U+202A to U+202E, U+2066 to U+2069 after their first byte.
    private func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
        (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
    }
}
