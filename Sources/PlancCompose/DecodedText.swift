import PlancSource

/// A text with the spellings of formats undone: `%2B`, `&nbsp;`, `\u00a0`, `\_` are the characters that they stand for.
public struct DecodedText: Sendable {
    /// The text, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// The place in the text that each byte comes from, and the end of the text.
    private var places: [Int32] = []

    /// nil when nothing in the text is written so.
    public init?(_ text: [UInt8]) {
        guard Self.hasCode(text) else { return nil }
        bytes.reserveCapacity(text.count)
        places.reserveCapacity(text.count + 1)
        var place = 0
        while place < text.count {
            let (length, decoded) = Self.decode(text, at: place)
            if length == 0 {
                bytes.append(text[place])
                places.append(Int32(place))
                place += 1
            } else {
                bytes += decoded
                places += repeatElement(Int32(place), count: decoded.count)
                place += length
            }
        }
        places.append(Int32(text.count))
    }

    /// The place in the text of a range of decoded bytes.
    public func range(_ decoded: Range<Int>) -> Range<Int> {
        Int(places[decoded.lowerBound])..<Int(places[decoded.upperBound])
    }

    /// Whether anything is written so; most texts have nothing.
    private static func hasCode(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            bytes.indices.contains { place in
                let byte = bytes[place]
                return (byte == 0x25 || byte == 0x26 || byte == 0x5C) && decode(text, at: place).0 > 0
            }
        }
    }

    /// How many bytes stand for others, and for which; 0 when the byte is itself.
    private static func decode(_ text: [UInt8], at place: Int) -> (Int, [UInt8]) {
        switch text[place] {
        case UInt8(ascii: "%"):
            guard let value = hexadecimal(text, place + 1, 2) else { return (0, []) }
            return (3, [UInt8(value)])
        case UInt8(ascii: "\\"):
            guard place + 1 < text.count else { return (0, []) }
            let next = text[place + 1]
            if next == UInt8(ascii: "u"), let value = hexadecimal(text, place + 2, 4) {
                return (6, Unicode.Scalar(value).map { Array(String($0).utf8) } ?? [])
            }
            if next == UInt8(ascii: "n") || next == UInt8(ascii: "r") || next == UInt8(ascii: "t") {
                return (2, [0x20])
            }
            let isMark = next > 0x20 && next < 0x7F && !isWordByte(next)
            return isMark ? (2, [next]) : (0, [])
        case UInt8(ascii: "&"): return entity(text, at: place)
        default: return (0, [])
        }
    }

    private static func hexadecimal(_ text: [UInt8], _ place: Int, _ count: Int) -> UInt32? {
        guard place + count <= text.count else { return nil }
        var value: UInt32 = 0
        for byte in text[place..<place + count] {
            guard let digit = hexadecimalDigit(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": " ", "emsp": " ",
        "thinsp": " ", "shy": "\u{AD}", "period": ".", "commat": "@", "lowbar": "_", "plus": "+", "hyphen": "-",
        "dash": "-", "ndash": "-", "mdash": "-", "middot": "\u{B7}", "sol": "/", "lpar": "(", "rpar": ")",
        "zwj": "\u{200D}", "zwnj": "\u{200C}", "NonBreakingSpace": "\u{A0}", "num": "#", "colon": ":",
    ]

    private static func entity(_ text: [UInt8], at place: Int) -> (Int, [UInt8]) {
        guard let end = text[place...].prefix(34).firstIndex(of: UInt8(ascii: ";")), end > place + 1 else {
            return (0, [])
        }
        let name = text[place + 1..<end]
        let length = end - place + 1
        if name.first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let scalar = value.flatMap(Unicode.Scalar.init) else { return (0, []) }
            return (length, Array(String(scalar).utf8))
        }
        guard let text = named[String(decoding: name, as: UTF8.self)] else { return (0, []) }
        return (length, Array(text.utf8))
    }
}
