import PlancSource

/// A time as people write it before a step, when they do not write it as planc reads it: `T + 10 min`, `t+1h`, `(T+10mn)`, `H+30min`, `T30min`,
/// `+30min`.
struct NearTime {
    /// Of the text it was found in, by UTF-8 offsets.
    let range: Range<Int>
    /// Without brackets and spaces, with the plain signs: `T+10min`.
    let core: String

    /// The time at the start of a text, nil when it starts with something else.
    init?(_ text: some StringProtocol) {
        var scanner = Scanner(scalars: Array(text.prefix(40).unicodeScalars))
        let isBracketed = scanner.skip("([{«\"'“")
        scanner.skipSpaces()
        let unlettered = scanner.next.flatMap { Self.signs[$0] } == "+" && scanner.hasDigitBehind
        guard let letter = unlettered ? "T" : scanner.next.flatMap({ Self.letters[$0] }) else { return nil }
        if !unlettered { scanner.place += 1 }
        let isT = letter == "T"
        let afterLetter = scanner.place
        if isT { scanner.skipSpaces() }
        var core = letter
        if isT, scanner.skip("0O") {
            // `T0`, and `T0+10min`.
            if scanner.next.map({ Self.isSpace($0) || ":,;.)]}".unicodeScalars.contains($0) }) ?? true { core = "T0" }
            scanner.skipSpaces()
        }
        if let sign = scanner.next.flatMap({ Self.signs[$0] }) {
            scanner.place += 1
            if isT { scanner.skipSpaces() }
            guard let amount = scanner.amount() else { return nil }
            // The unit, with or without a space; of other letters than T it is the letter.
            let unit = isT || scanner.isBeforeLetter ? scanner.unit() : ""
            if unlettered, unit.isEmpty { return nil }
            // `H+30min`: the hour zero of other plans.
            core = (unit.isEmpty ? letter : "T") + sign + amount + unit
        } else if isT, core == "T", scanner.place == afterLetter, let amount = scanner.amount(), scanner.isBeforeLetter,
            case let unit = scanner.unit(), !unit.isEmpty
        {
            // `T30min`
            core = "T+" + amount + unit
        } else if core != "T0" || scanner.place == afterLetter {
            return nil
        }
        while scanner.place > 0, Self.isSpace(scanner.scalars[scanner.place - 1]) { scanner.place -= 1 }
        // What follows is the end of a word.
        if let next = scanner.next, next.properties.isAlphabetic || Self.digit(next) != nil { return nil }
        if isBracketed { scanner.skip(")]}»\"'”") }
        scanner.skip(":,;.")
        range = 0..<scanner.scalars[..<scanner.place].utf8Count
        self.core = core
    }

    private struct Scanner {
        let scalars: [Unicode.Scalar]
        var place = 0

        var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

        var isBeforeLetter: Bool { next?.properties.isAlphabetic ?? false }
        var hasDigitBehind: Bool { place + 1 < scalars.count && NearTime.digit(scalars[place + 1]) != nil }

        mutating func skipSpaces() { while let next, NearTime.isSpace(next) { place += 1 } }

        /// Skips one of these signs; whether one of them was there.
        @discardableResult
        mutating func skip(_ signs: String) -> Bool {
            guard let next, signs.unicodeScalars.contains(next) else { return false }
            place += 1
            return true
        }

        mutating func digits() -> String {
            var digits = ""
            while let digit = next.flatMap(NearTime.digit) {
                digits += digit
                place += 1
            }
            return digits
        }

        /// At most six digits. A fraction, as in `T+0,5h`, is no time, but all of it is meant as one.
        mutating func amount() -> String? {
            var amount = digits()
            // `½`, `1½`
            if let part = next.flatMap({ NearTime.parts[$0] }), amount.count < 6 {
                place += 1
                return (amount.isEmpty ? "0" : amount) + part
            }
            guard (1...6).contains(amount.count) else { return nil }
            if place + 1 < scalars.count, ",.:/".unicodeScalars.contains(scalars[place]),
                NearTime.digit(scalars[place + 1]) != nil
            {
                amount.unicodeScalars.append(scalars[place])
                place += 1
                amount += digits()
            }
            return amount
        }

        /// The minutes of `1 h 30` and `1h 30min`, behind which nothing comes but a role.
        private mutating func spacedMinutes() -> String? {
            let start = place
            skipSpaces()
            let minutes = digits()
            skipSpaces()
            var unit = ""
            while let next, next.properties.isAlphabetic {
                unit.unicodeScalars.append(next)
                place += 1
            }
            skipSpaces()
            let isMinutes = unit.isEmpty || Corrections.duration("1" + unit) == "1min"
            guard place == scalars.count, place < 40, (1...2).contains(minutes.count), isMinutes else {
                place = start
                return nil
            }
            return minutes + (unit.isEmpty ? "" : "min")
        }

        /// The unit that is next, with the minutes of `1h30`; empty, and nothing is skipped, where there is none.
        mutating func unit() -> String {
            let start = place
            skipSpaces()
            var letters = String.UnicodeScalarView()
            while let next, next.properties.isAlphabetic {
                letters.append(next)
                place += 1
            }
            let unit = String(letters)
            guard !unit.isEmpty, Corrections.duration("1" + unit) != nil else {
                place = start
                return ""
            }
            let minutes = digits()
            if minutes.isEmpty, unit.lowercased() == "h", let spaced = spacedMinutes() { return "h" + spaced }
            return unit.lowercased() + minutes
        }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x202F, 0x2000...0x200B, 0x3000: true
        default: false
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39: String(scalar)
        case 0xFF10...0xFF19: String(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static let parts: [Unicode.Scalar: String] = ["½": ".5", "¼": ".25", "¾": ".75"]
    /// Also their look-alikes in Cyrillic and Greek writing, and full-width ones.
    private static let letters: [Unicode.Scalar: String] = [
        "T": "T", "t": "T", "Т": "T", "т": "T", "Τ": "T", "Ｔ": "T", "H": "H", "J": "J", "D": "D",
    ]
    private static let signs: [Unicode.Scalar: String] = [
        "+": "+", "＋": "+", "﹢": "+", "-": "-", "–": "-", "−": "-", "‑": "-", "—": "-",
    ]
}
