import PlancModel
import PlancSource

/// The forms of values that are more than words: what is well formed, and what an author may have meant.
package enum Form {
    /// `[a-z0-9]+(-[a-z0-9]+)*`
    static func isID(_ text: some StringProtocol) -> Bool {
        var wasHyphen = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): wasHyphen = false
            case UInt8(ascii: "-") where !wasHyphen: wasHyphen = true
            default: return false
            }
        }
        return !wasHyphen
    }

    /// The id that a title or a name would have: `Anne Le Goff` gives `anne-le-goff`; nil when nothing is left.
    package static func id(from text: String) -> String? {
        var id = ""
        var gap = false
        for scalar in text.lowercased().unicodeScalars {
            if let plain = PlainLetters.plain(scalar) ?? (isIDLetter(scalar) ? String(scalar) : nil) {
                if gap, !id.isEmpty { id += "-" }
                gap = false
                id += plain
            } else {
                gap = true
            }
        }
        return id.isEmpty ? nil : id
    }

    private static func isIDLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// E.164: `+`, then 7 to 15 digits of which the first is not 0; spaces (no-break ones too) allowed between.
    static func isPhone(_ text: String) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        guard scalars.next() == "+" else { return false }
        var digits = 0
        var last: Unicode.Scalar = "+"
        while let scalar = scalars.next() {
            if isSpace(scalar) {
                if last == "+" { return false }
            } else if ("0"..."9").contains(scalar) {
                if digits == 0, scalar == "0" { return false }
                digits += 1
            } else {
                return false
            }
            last = scalar
        }
        return (7...15).contains(digits) && !isSpace(last)
    }

    /// A number that can be called: of a country that there is, and as long as those of its country are.
    static func isWholePhone(_ text: String) -> Bool { isPhone(text) && NumberingPlans.fault(of: text) == nil }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    /// `local@domain`, a domain of at least two parts, without spaces.
    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.unicodeScalars.contains(where: isBreaking) else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return !parts[0].contains(":") && labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && !text.contains(where: { ",;<>\"()".contains($0) })
    }

    /// `https://host…` or `http://host…`, without spaces.
    static func isURL(_ text: String) -> Bool {
        guard let rest = ["https://", "http://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) }) else {
            return false
        }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        // A full stop or comma of the sentence that it was copied from.
        if let last = rest.last, ".,;".contains(last) { return false }
        return !host.isEmpty && host.first != "." && !text.unicodeScalars.contains(where: isBreaking)
    }

    private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20
    }

    /// `18:30`, or `18:30:15`.
    static func isTime(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return false }
        for (part, limit) in zip(parts, [24, 60, 60]) {
            guard part.utf8.count == 2, part.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(part),
                value < limit
            else { return false }
        }
        return true
    }

    /// A date and a time, `T` or a space between.
    static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 11, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return false }
        return CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)) != nil
            && isTime(String(decoding: bytes[11...], as: UTF8.self))
    }

    /// A number as a person writes it: digits, spaces between thousands, a comma or point before decimals, a sign.
    static func isNumber(_ text: String) -> Bool {
        var digits = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": digits += 1
            case "-" where index == 0, "+" where index == 0: break
            case " ", "\u{A0}", "\u{202F}", ",", ".", "'", "%": break
            default: return false
            }
        }
        return digits > 0
    }

    /// A whole number that fits; digits alone.
    static func integer(_ text: String) -> Int? {
        let bytes = text.utf8
        guard (1...15).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
