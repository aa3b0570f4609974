import PlancModel
import PlancSource

/// How numbers are written where the plan lives: `06 39 98 00 01` for its own country, `+44 1632 960001` for others.
public struct PhoneHabit: Sendable {
    /// The calling code of the plan's own country, without `+`; nil writes every number in full.
    public let ownCode: String?

    public init(ownCode: String?) { self.ownCode = ownCode }

    /// From the plan's time zone, else the region of its first locale, else the language where one country is meant by it.
    public init(plan: Plan, locale: Locale) {
        ownCode = WrittenForms.callingCode(timezone: plan.info.timezone?.value ?? "", locale: plan.sourceLocale)
    }

    /// The number as people write it, or the text itself when it is no number in E.164. Groups are parted by plain spaces.
    public func text(_ value: String) -> String {
        guard let full = WrittenForms.e164(value) else { return value }
        let digits = full.dropFirst()
        let code = Self.callingCode(of: digits)
        let national = digits.dropFirst(code.count)
        let isOwn = code == ownCode
        guard let groups = Self.groups(of: String(national), code: code) else {
            // A country whose habit is not known here: the author's own groups are the best there are.
            let isGrouped = value.contains(" ")
            guard isOwn, let trunk = Self.trunk[code] else {
                return isGrouped ? value : "+\(code) " + Self.split(String(national), [3])
            }
            // As it is dialled on any telephone of the country: `030 23125001` for `+49 30 23125001`. Groups that nobody made would be
            // read as codes of places.
            return trunk + (isGrouped ? String(value.dropFirst(code.count + 1).drop { $0 == " " }) : String(national))
        }
        if isOwn, let trunk = Self.trunk[code] { return trunk + groups }
        return isOwn ? groups : "+\(code) \(groups)"
    }

    /// The same of a number that people wrote in a way of their own: where a country's numbers have no usual groups, theirs are kept.
    ///
    /// - Parameter written: the number as it was written, `030/231250-10` of `+493023125010`.
    public func text(_ number: String, writtenAs written: String) -> String {
        let plain = written.replacing("(0)", with: " ").split { " ./-()\u{A0}\u{202F}\u{2011}\u{2013}".contains($0) }
            .joined(separator: " ")
        let full: String
        if plain.hasPrefix("+") {
            full = plain
        } else if plain.hasPrefix("00") {
            full = "+" + plain.dropFirst(2)
        } else if let ownCode, let trunk = Self.trunk[ownCode], plain.hasPrefix(trunk) {
            full = "+\(ownCode) " + plain.dropFirst(trunk.count)
        } else {
            full = number
        }
        // Read again: what does not give the same number is not what was meant.
        return text(WrittenForms.e164(full) == number ? full : number)
    }

    /// What goes before a number inside the country.
    private static let trunk = [
        "33": "0", "44": "0", "32": "0", "41": "0", "353": "0", "49": "0", "43": "0", "31": "0",
    ]

    /// The groups of a national number; nil where no habit is known or the length is not the usual one.
    private static func groups(of number: String, code: String) -> String? {
        switch (code, number.count) {
        case ("33", 9): return split(number, [1, 2])
        case ("377", 8), ("352", 6), ("352", 8): return split(number, [2])
        case ("352", 9): return split(number, [3, 2])
        case ("41", 9): return split(number, [2, 3, 2])
        case ("32", 9): return split(number, [3, 2])
        case ("32", 8): return "2349".contains(number.prefix(1)) ? split(number, [1, 3, 2]) : split(number, [2, 2])
        case ("1", 10):
            return [number.prefix(3), number.dropFirst(3).prefix(3), number.dropFirst(6)].joined(separator: "-")
        case ("44", 10):
            if number.hasPrefix("2") { return split(number, [2, 4]) }
            if number.hasPrefix("1"), number.dropFirst().hasPrefix("1") || number.dropFirst(2).hasPrefix("1") {
                return split(number, [3, 3, 4])
            }
            if number.hasPrefix("3") || number.hasPrefix("8") || number.hasPrefix("9") {
                return split(number, [3, 3, 4])
            }
            return split(number, [4, 6])
        default: return nil
        }
    }

    /// Groups of the sizes given; the last size goes on to the end.
    private static func split(_ number: String, _ sizes: [Int]) -> String {
        var groups: [Substring] = []
        var rest = number[...]
        var place = 0
        while !rest.isEmpty {
            let size = sizes[min(place, sizes.count - 1)]
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
            place += 1
        }
        return groups.joined(separator: " ")
    }

    /// ITU-T E.164: one digit for 1 and 7, two for those below, else three.
    static func callingCode(of digits: Substring) -> String {
        if digits.hasPrefix("1") || digits.hasPrefix("7") { return String(digits.prefix(1)) }
        return String(digits.prefix(twoDigitCodes.contains(String(digits.prefix(2))) ? 2 : 3))
    }

    private static let twoDigitCodes: Set<String> = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51",
        "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86",
        "90",
        "91", "92", "93", "94", "95", "98",
    ]
}
