import PlancSource

/// A time as people write it before a step, when they do not write it as planc reads it: `T + 10 min`, `t+1h`, `(T+10mn)`.
struct NearTime {
    /// Of the text it was found in, by UTF-8 offsets.
    let range: Range<Int>
    /// Without brackets and spaces, with the plain signs: `T+10min`.
    let core: String

    /// The time at the start of a text, nil when it starts with something else.
    init?(_ text: some StringProtocol) {
        let scalars = Array(text.prefix(40).unicodeScalars)
        var i = 0
        func skipSpaces() { while i < scalars.count, Self.isSpace(scalars[i]) { i += 1 } }
        let opening = scalars.first.map { "([{«\"'“".unicodeScalars.contains($0) } ?? false
        if opening { i += 1 }
        skipSpaces()
        guard i < scalars.count, let letter = Self.letters[scalars[i]] else { return nil }
        i += 1
        let isT = letter == "T"
        let afterLetter = i
        if isT { skipSpaces() }
        var core = letter
        if isT, i < scalars.count, scalars[i] == "0" || scalars[i] == "O" {
            // `T0`, and `T0+10min`.
            i += 1
            let isEnd = i == scalars.count || Self.isSpace(scalars[i]) || ":,;.)]}".unicodeScalars.contains(scalars[i])
            if isEnd { core = "T0" }
            skipSpaces()
        }
        if i < scalars.count, let sign = Self.signs[scalars[i]] {
            i += 1
            if isT { skipSpaces() }
            guard i < scalars.count, Self.digit(scalars[i]) != nil else { return nil }
            core = letter + sign
            var digits = 0
            while i < scalars.count, let digit = Self.digit(scalars[i]) {
                core += digit
                digits += 1
                i += 1
            }
            guard digits <= 6 else { return nil }
            // `T+0,5h`: no time, but all of it is meant as one.
            if i + 1 < scalars.count, ",.:½".unicodeScalars.contains(scalars[i]), Self.digit(scalars[i + 1]) != nil {
                core.unicodeScalars.append(scalars[i])
                i += 1
                while i < scalars.count, let digit = Self.digit(scalars[i]) {
                    core += digit
                    i += 1
                }
            }
            // The unit, with or without a space; of other letters than T it is the letter.
            var end = i
            if isT {
                var k = i
                while k < scalars.count, Self.isSpace(scalars[k]) { k += 1 }
                let start = k
                while k < scalars.count, scalars[k].properties.isAlphabetic { k += 1 }
                let unit = String(String.UnicodeScalarView(scalars[start..<k]))
                if k > start, Corrections.duration("1" + unit) != nil {
                    core += unit.lowercased()
                    end = k
                    // The minutes of `1h30`.
                    while end < scalars.count, let digit = Self.digit(scalars[end]) {
                        core += digit
                        end += 1
                    }
                }
            }
            i = end
        } else if core != "T0" || i == afterLetter {
            return nil
        }
        while i > 0, Self.isSpace(scalars[i - 1]) { i -= 1 }
        // What follows is the end of a word.
        if i < scalars.count, scalars[i].properties.isAlphabetic || Self.digit(scalars[i]) != nil { return nil }
        if opening, i < scalars.count, ")]}»\"'”".unicodeScalars.contains(scalars[i]) { i += 1 }
        if i < scalars.count, ":,;.".unicodeScalars.contains(scalars[i]) { i += 1 }
        range = 0..<String(String.UnicodeScalarView(scalars[..<i])).utf8.count
        self.core = core
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

    /// Also their look-alikes in Cyrillic and Greek writing, and full-width ones.
    private static let letters: [Unicode.Scalar: String] = [
        "T": "T", "t": "T", "Т": "T", "т": "T", "Τ": "T", "Ｔ": "T", "H": "H", "J": "J", "D": "D",
    ]
    private static let signs: [Unicode.Scalar: String] = [
        "+": "+", "＋": "+", "﹢": "+", "-": "-", "–": "-", "−": "-", "‑": "-", "—": "-",
    ]
}
