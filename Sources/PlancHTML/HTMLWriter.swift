import PlancSource

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
    mutating func text(_ words: String) { appendHTML(words, isAttribute: false, to: &bytes) }

    /// ` name="value"`.
    mutating func attribute(_ name: StaticString, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        raw(name)
        raw("=\"")
        appendHTML(value, isAttribute: true, to: &bytes)
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
}
