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
            while index < utf8.count {
                let byte = utf8[index]
                switch byte {
                case UInt8(ascii: "&"): raw("&amp;")
                case UInt8(ascii: "<"): raw("&lt;")
                case UInt8(ascii: ">"): raw("&gt;")
                case UInt8(ascii: "\"") where isAttribute: raw("&quot;")
                case UInt8(ascii: "'") where isAttribute: raw("&#39;")
                case UInt8(ascii: "\n") where isAttribute: raw("&#10;")
                case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
                case 0..<0x20, 0x7F: raw("\u{FFFD}")
                case 0xC2 where index + 1 < utf8.count && utf8[index + 1] < 0xA0:
                    // U+0080 to U+009F
                    raw("\u{FFFD}")
                    index += 1
                case 0xE2 where index + 2 < utf8.count && turnsDirection(utf8[index + 1], utf8[index + 2]):
                    raw("\u{FFFD}")
                    index += 2
                default: bytes.append(byte)
                }
                index += 1
            }
        }
    }

    /// U+202A to U+202E, U+2066 to U+2069 after their first byte.
    private func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
        (second == 0x80 && (0xAA...0xAE).contains(third)) || (second == 0x81 && (0xA6...0xA9).contains(third))
    }
}
