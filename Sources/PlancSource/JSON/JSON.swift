/// A JSON value to be written: objects keep the order of their keys, so the same value gives the same bytes.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name of an object and its value.
    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// An object whose `nil` members are left out.
    public static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { member in member.value.map { Member(member.key, $0) } })
    }

    /// An array of strings.
    public static func strings(_ values: some Sequence<String>) -> JSON { .array(values.map { .string($0) }) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON {
    /// RFC 8259 in UTF-8. `indent` spaces a level, or everything on one line with 0. Pretty output ends with a line feed.
    public func bytes(indent: Int = 2) -> [UInt8] {
        var out: [UInt8] = []
        write(into: &out, indent: indent, depth: 0)
        if indent > 0 { out.append(UInt8(ascii: "\n")) }
        return out
    }

    private func write(into out: inout [UInt8], indent: Int, depth: Int) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): out.append(contentsOf: String(value).utf8)
        case .double(let value): out.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .string(let text): Self.write(text, into: &out)
        case .array(let values):
            Self.write(values, open: "[", close: "]", into: &out, indent: indent, depth: depth) { value, out in
                value.write(into: &out, indent: indent, depth: depth + 1)
            }
        case .object(let members):
            Self.write(members, open: "{", close: "}", into: &out, indent: indent, depth: depth) { member, out in
                Self.write(member.key, into: &out)
                out.append(contentsOf: (indent > 0 ? ": " : ":").utf8)
                member.value.write(into: &out, indent: indent, depth: depth + 1)
            }
        }
    }

    private static func write<Value>(
        _ values: [Value], open: Unicode.Scalar, close: Unicode.Scalar, into out: inout [UInt8], indent: Int,
        depth: Int,
        each: (Value, inout [UInt8]) -> Void
    ) {
        func newLine(_ depth: Int, _ out: inout [UInt8]) {
            guard indent > 0 else { return }
            out.append(UInt8(ascii: "\n"))
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indent))
        }
        out.append(UInt8(ascii: open))
        for (index, value) in values.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            newLine(depth + 1, &out)
            each(value, &out)
        }
        if !values.isEmpty { newLine(depth, &out) }
        out.append(UInt8(ascii: close))
    }

    /// What cannot be seen is written by its number (`\u202e`): the value is the same, and a terminal that shows it does not
    /// obey it.
    private static func write(_ text: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            out.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { write(scalar, into: &out) }
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func write(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
        switch scalar {
        case "\"": out.append(contentsOf: "\\\"".utf8)
        case "\\": out.append(contentsOf: "\\\\".utf8)
        case "\n": out.append(contentsOf: "\\n".utf8)
        case "\r": out.append(contentsOf: "\\r".utf8)
        case "\t": out.append(contentsOf: "\\t".utf8)
        default:
            if scalar.isUnseen {
                for unit in String(scalar).utf16 {
                    out.append(contentsOf: "\\u".utf8)
                    out.append(contentsOf: hexadecimal(unit, digits: 4, isUppercase: false).utf8)
                }
            } else {
                out.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}
