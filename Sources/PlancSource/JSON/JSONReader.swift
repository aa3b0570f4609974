/// Why a text is not the JSON that is read here, with the offset of the byte at which that shows.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong with the text.
    public enum Reason: Sendable, Hashable {
        case syntax, tooDeep
        case duplicateKey(String)
        case numberTooLong, notUTF8
    }

    /// Where, in bytes from the start.
    public var offset: Int
    public var reason: Reason
}

extension JSON {
    /// Reads RFC 8259 strictly: UTF-8 without a byte-order mark, no key twice in an object, no half of a surrogate pair, at
    /// most 64 levels, whole numbers that fit into `Int`. For files that planc wrote and somebody may have changed.
    public init(reading bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.document()
    }

    /// The value of a member of an object; nil when there is none, or when this is no object.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    /// The value of a whole number, without a unit; nil of any other value.
    public var int: Int? {
        if case .int(let number) = self { return number }
        return nil
    }

    /// The keys of an object in their order; empty for other values.
    public var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func error(_ reason: JSONError.Reason = .syntax) -> JSONError { JSONError(offset: place, reason: reason) }

    mutating func document() throws(JSONError) -> JSON {
        skipSpace()
        let value = try value(depth: 0)
        skipSpace()
        if place < bytes.count { throw error() }
        return value
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        if depth > 64 { throw error(.tooDeep) }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count,
            text.withUTF8Buffer({ $0.elementsEqual(bytes[place..<place + count]) })
        else { throw error() }
        place += count
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        var members: [JSON.Member] = []
        var keys: Set<String> = []
        place += 1
        skipSpace()
        if next == UInt8(ascii: "}") {
            place += 1
            return .object([])
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw error() }
            let key = try string()
            guard keys.insert(key).inserted else { throw error(.duplicateKey(key)) }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw error() }
            place += 1
            skipSpace()
            members.append(JSON.Member(key, try value(depth: depth + 1)))
            if try isLast(UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        var values: [JSON] = []
        place += 1
        skipSpace()
        if next == UInt8(ascii: "]") {
            place += 1
            return .array([])
        }
        while true {
            values.append(try value(depth: depth + 1))
            if try isLast(UInt8(ascii: "]")) { return .array(values) }
        }
    }

    /// Passes over what parts two values, or over what ends them.
    private mutating func isLast(_ end: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        switch next {
        case end:
            place += 1
            return true
        case UInt8(ascii: ","):
            place += 1
            skipSpace()
            return false
        default: throw error()
        }
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let digits = skipDigits()
        guard digits > 0, digits == 1 || bytes[place - digits] != UInt8(ascii: "0") else { throw error() }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            place += 1
            guard skipDigits() > 0 else { throw error() }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            guard skipDigits() > 0 else { throw error() }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole {
            guard let number = Int(text) else { throw error(.numberTooLong) }
            return .int(number)
        }
        guard let number = Double(text), number.isFinite else { throw error(.numberTooLong) }
        return .double(number)
    }

    private mutating func skipDigits() -> Int {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        return place - start
    }

    private mutating func string() throws(JSONError) -> String {
        let start = place
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                guard let result = String(validating: text, as: UTF8.self) else {
                    throw JSONError(offset: start, reason: .notUTF8)
                }
                return result
            case UInt8(ascii: "\\"):
                place += 1
                text += String(Character(try escape())).utf8
            case 0..<0x20: throw error()
            default:
                text.append(byte)
                place += 1
            }
        }
        throw error()
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        guard let byte = next else { throw error() }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            guard (0xD800..<0xDC00).contains(unit) else {
                guard let scalar = Unicode.Scalar(unit) else { throw error() }
                return scalar
            }
            guard next == UInt8(ascii: "\\"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "u") else {
                throw error()
            }
            place += 2
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            else { throw error() }
            return scalar
        default: throw error()
        }
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard place + 4 <= bytes.count else { throw error() }
        var value: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error() }
            value = value << 4 | UInt32(digit)
        }
        place += 4
        return value
    }
}
