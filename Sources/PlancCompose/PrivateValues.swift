import PlancMarkup
import PlancModel
import PlancSource

/// A value that is not for everyone: an address under `private` of a person.
public struct PrivateValue: Sendable {
    public var person: String
    public var channel: String
    /// As its author wrote it, and where.
    public var address: Located<String>
    /// Where it is said to be private.
    public var privateSpan: Span
    let spelling: Spelling

    enum Spelling: Sendable, Hashable {
        /// The digits that every spelling of a number has, and what may come right before them: a calling code, a trunk `0`.
        case number(digits: [UInt8], prefixes: [[UInt8]])
        /// Any other text, its ASCII letters small.
        case text([UInt8])
    }

    /// nil for what is too short to be looked for.
    public init?(person: String, channel: String, address: Located<String>, privateSpan: Span) {
        guard let spelling = Spelling(address.value) else { return nil }
        (self.person, self.channel, self.address) = (person, channel, address)
        (self.privateSpan, self.spelling) = (privateSpan, spelling)
    }

    /// What may be printed of it: enough for its owner to know which it is.
    public var masked: String {
        let characters = Array(address.value)
        let shown = address.value.contains("@") ? (1, 4) : (3, 2)
        guard characters.count > shown.0 + shown.1 + 2 else { return String(repeating: "•", count: characters.count) }
        return String(characters.prefix(shown.0)) + "…" + String(characters.suffix(shown.1))
    }
}

extension PrivateValue.Spelling {
    /// The least of letters and digits that a value has that is looked for: shorter ones ("4711") are in any text by chance.
    static let shortest = 6

    /// nil for a value too short to be looked for.
    init?(_ value: String) {
        if let number = Self.number(value) {
            self = number
            return
        }
        let bytes = Array(value.utf8).map(lowered)
        guard bytes.count(where: isWordByte) >= Self.shortest else { return nil }
        self = .text(bytes)
    }

    /// The digits of a telephone number without calling code and trunk digit, which some spellings leave out.
    private static func number(_ value: String) -> Self? {
        if let full = WrittenForms.e164(value) {
            let digits = Array(full.utf8.dropFirst())
            let code = Array(PhoneHabit.callingCode(of: full.dropFirst()).utf8)
            let national = Array(digits.dropFirst(code.count))
            // A short number is looked for with its calling code.
            guard national.count >= 7 else { return .number(digits: digits, prefixes: []) }
            return .number(digits: national, prefixes: [zero, code, code + zero])
        }
        var digits: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "+"), 0xC2, 0xA0, 0xE2, 0x80, 0xAF:
                continue
            default: return nil
            }
        }
        guard digits.count >= shortest else { return nil }
        if digits.first == zero[0], digits.count > 7 {
            return .number(digits: Array(digits.dropFirst()), prefixes: [zero])
        }
        return .number(digits: digits, prefixes: [])
    }

    private static var zero: [UInt8] { [UInt8(ascii: "0")] }

    /// The same for all spellings of one value.
    var key: [UInt8] {
        switch self {
        case .number(let digits, _): digits
        case .text(let bytes): bytes
        }
    }
}

extension Plan {
    /// The addresses that are not for everyone, each once. What is written elsewhere for everyone, as another person's address or
    /// as a channel's, is not private; nor is it looked for when it has fewer than six letters and digits.
    public var privateValues: [PrivateValue] {
        var open: Set<[UInt8]> = []
        func add(open value: String?) {
            if let spelling = value.flatMap({ PrivateValue.Spelling($0) }) { open.insert(spelling.key) }
        }
        for person in people {
            for address in person.reach where !person.isPrivate(address.channel.id) { add(open: address.value.value) }
        }
        for channel in channels {
            add(open: channel.address?.value)
            add(open: channel.sender?.value)
        }
        var values: [PrivateValue] = []
        var seen = open
        for person in people where !person.privateChannels.isEmpty {
            for address in person.reach {
                guard let reference = person.privateChannels.first(where: { $0.id == address.channel.id }),
                    let value = PrivateValue(
                        person: person.id, channel: address.channel.id, address: address.value,
                        privateSpan: reference.span), seen.insert(value.spelling.key).inserted
                else { continue }
                values.append(value)
            }
        }
        return values
    }
}

/// An ASCII letter in its small form.
@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// A letter or digit; every byte of a character beyond ASCII is taken for one.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
}
