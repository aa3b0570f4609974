import PlancSource

/// Lines of a vCard (RFC 2426) or a calendar (RFC 5545): CRLF at their end, folded at 75 octets between characters.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    /// `name` is planc's own; `value` is already in the form of its type.
    mutating func add(_ name: String, _ value: String) {
        var used = 0
        for scalar in (name + ":" + value).unicodeScalars {
            let octets = Array(String(scalar).utf8)
            if used + octets.count > 75 {
                bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
                used = 1
            }
            bytes.append(contentsOf: octets)
            used += octets.count
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// A value of type TEXT: what would end it, or the line, is escaped.
    mutating func add(_ name: String, text: String) { add(name, contentLineText(text)) }

    /// Values in one property, parted by `separator`.
    mutating func add(_ name: String, texts: [String], separator: String) {
        add(name, texts.map(contentLineText).joined(separator: separator))
    }
}
