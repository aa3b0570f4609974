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
    mutating func add(_ name: String, text: String) { add(name, Self.escaped(text)) }

    /// Values in one property, parted by `separator`.
    mutating func add(_ name: String, texts: [String], separator: String) {
        add(name, texts.map(Self.escaped).joined(separator: separator))
    }

    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            case "\n" where wasReturn: break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(contentsOf: "\\n".unicodeScalars)
            case "\t": result.append(" ")
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.append(scalar) }
            }
            wasReturn = scalar == "\r"
        }
        return String(result)
    }
}
