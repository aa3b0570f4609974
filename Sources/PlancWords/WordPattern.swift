/// What a pattern of the word list is made of.
///
/// The dialect: `(a|b)`, `?`, `*`, `+`, `{m,n}`, `[abc]`, `[^.]`, `\d`, `\w`, `\.` and, at the end of an alternative,
/// `(?!words)`: not when these words follow. `^` at the start: only at the start of a sentence. Patterns match whole
/// words. A small letter stands for the capital too; a capital stands for itself, so that `AD` is not an ad.
indirect enum WordPattern {
    /// Any of a set of symbols, one bit each.
    case one(SymbolSet)
    case sequence([WordPattern])
    case choice([WordPattern])
    /// At least and at most so many times; no limit when nil.
    case times(WordPattern, Int, Int?)

    struct SymbolSet: Hashable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init(_ symbols: some Sequence<UInt8>) { for symbol in symbols { insert(symbol) } }

        mutating func insert(_ symbol: UInt8) {
            if symbol < 64 { low |= 1 << UInt64(symbol) } else { high |= 1 << UInt64(symbol - 64) }
        }

        @inline(__always)
        func contains(_ symbol: UInt8) -> Bool {
            symbol < 64 ? low >> UInt64(symbol) & 1 == 1 : high >> UInt64(symbol - 64) & 1 == 1
        }
    }

    /// One alternative at the top of a pattern.
    struct Alternative {
        var pattern: WordPattern
        var isAtStart: Bool
        /// What must not follow, in symbols.
        var notFollowedBy: [UInt8]
    }

    /// The alternatives of a pattern; nil when it is not of the dialect. `plain`: letters with an accent stand for those
    /// without too, for texts that are written without accents.
    static func alternatives(of pattern: String, plain: Bool = false) -> [Alternative]? {
        var parser = PatternParser(scalars: Array(pattern.unicodeScalars), plain: plain)
        var found: [Alternative] = []
        repeat {
            guard let alternative = parser.alternative() else { return nil }
            found.append(alternative)
        } while parser.take("|")
        return parser.isAtEnd ? found : nil
    }

    /// A term as it stands, without any sign of the dialect.
    static func literal(_ term: String, plain: Bool = false) -> WordPattern {
        var parts: [WordPattern] = []
        for scalar in term.unicodeScalars {
            let symbol = Symbol.of(scalar)
            if symbol == Symbol.nothing { continue }
            if symbol == Symbol.space, case .one(let last)? = parts.last, last.contains(Symbol.space) { continue }
            parts.append(.one(set(for: symbol, plain: plain)))
        }
        return .sequence(parts)
    }

    fileprivate static func set(for symbol: UInt8, plain: Bool) -> SymbolSet {
        var set = SymbolSet([symbol])
        switch symbol {
        case Symbol.lower..<Symbol.upper:
            set.insert(symbol - Symbol.lower + Symbol.upper)
        case Symbol.accented..<Symbol.letter where plain:
            let letter = Symbol.of(Symbol.accents[Int(symbol - Symbol.accented)].plain)
            set.insert(letter)
            set.insert(letter - Symbol.lower + Symbol.upper)
        default: break
        }
        return set
    }
}

private struct PatternParser {
    let scalars: [Unicode.Scalar]
    let plain: Bool
    var place = 0

    var isAtEnd: Bool { place == scalars.count }
    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private func has(_ text: String) -> Bool { scalars[place...].starts(with: text.unicodeScalars) }

    mutating func alternative() -> WordPattern.Alternative? {
        let isAtStart = take("^")
        var parts: [WordPattern] = []
        var forbidden: [UInt8] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "(", has("(?!") {
                place += 3
                while let scalar = next, scalar != ")" {
                    forbidden.append(Symbol.of(scalar))
                    place += 1
                }
                guard take(")"), next == nil || next == "|" else { return nil }
                break
            }
            guard let part = repeated() else { return nil }
            parts.append(part)
        }
        return .init(pattern: .sequence(parts), isAtStart: isAtStart, notFollowedBy: forbidden)
    }

    private mutating func repeated() -> WordPattern? {
        guard let part = one() else { return nil }
        if take("?") { return .times(part, 0, 1) }
        if take("*") { return .times(part, 0, nil) }
        if take("+") { return .times(part, 1, nil) }
        if take("{") {
            guard let least = number(), take(","), let most = number(), take("}"), least <= most else { return nil }
            return .times(part, least, most)
        }
        return part
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, let digit = Int(String(scalar)) {
            value = (value ?? 0) * 10 + digit
            place += 1
        }
        return value
    }

    private mutating func one() -> WordPattern? {
        guard let scalar = next else { return nil }
        place += 1
        switch scalar {
        case "(":
            var choices: [WordPattern] = []
            repeat {
                var parts: [WordPattern] = []
                while let scalar = next, scalar != "|", scalar != ")" {
                    guard let part = repeated() else { return nil }
                    parts.append(part)
                }
                choices.append(.sequence(parts))
            } while take("|")
            return take(")") ? .choice(choices) : nil
        case "[":
            return set()
        case "\\":
            guard let escaped = next else { return nil }
            place += 1
            switch escaped {
            case "d": return .one(.init(Symbol.digit..<Symbol.lower))
            case "w": return .one(.init(Symbol.digit..<Symbol.count))
            default: return .one(.init([Symbol.of(escaped)]))
            }
        case "?", "*", "+", "{", "}", "]", ")", "|", "^": return nil
        default: return .one(WordPattern.set(for: Symbol.of(scalar), plain: plain))
        }
    }

    private mutating func set() -> WordPattern? {
        if next == "^", has("^.]") {
            place += 3
            // To the end of the sentence at most.
            let sentence = (Symbol.other..<Symbol.count).filter { $0 != Symbol.stop && $0 != Symbol.ending }
            return .one(.init(sentence))
        }
        var symbols = WordPattern.SymbolSet([])
        while let scalar = next, scalar != "]" {
            place += 1
            let letter = WordPattern.set(for: Symbol.of(scalar), plain: plain)
            symbols.low |= letter.low
            symbols.high |= letter.high
        }
        return take("]") ? .one(symbols) : nil
    }
}
