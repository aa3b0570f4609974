/// Words of a list found in a text.
public struct WordMatch: Hashable, Sendable {
    /// The number of the pattern: of an entry, or after them of a term of the plan's own.
    public var pattern: Int
    /// In the text (UTF-8).
    public var range: Range<Int>
}

/// Finds all words of a language's list, and the terms a plan adds to it, in one pass over a text.
///
/// Apostrophes, spaces, line breaks and capitals of all kinds are alike; only whole words are found; nothing is found in
/// quotations, block quotes or code. A French text without any accent (a text message) is compared without them.
/// The matcher learns as it reads: keep it for many texts.
public struct WordMatcher: Sendable {
    public let entries: [WordEntry]
    /// The plan's own terms; a match of the first has the number `entries.count`.
    public let terms: [String]
    private var automaton: WordAutomaton
    private var withoutAccents: WordAutomaton?

    /// - Parameter language: `fr` or `en`; for another language only the terms are looked for.
    public init(language: some StringProtocol, terms: [String] = []) {
        entries = WordList.entries(in: language)
        self.terms = terms
        automaton = Self.automaton(entries, terms, plain: false)
    }

    /// For phrases of a rule's own: a match has the number of its pattern. Patterns that are not of the dialect find nothing.
    public init(patterns: [String]) {
        entries = []
        terms = patterns
        var automaton = WordAutomaton()
        for (number, pattern) in patterns.enumerated() {
            for alternative in WordPattern.alternatives(of: pattern) ?? [] { automaton.add(alternative, as: number) }
        }
        self.automaton = automaton
    }

    private static func automaton(_ entries: [WordEntry], _ terms: [String], plain: Bool) -> WordAutomaton {
        var automaton = WordAutomaton()
        for (number, entry) in entries.enumerated() {
            for alternative in WordPattern.alternatives(of: entry.pattern, plain: plain) ?? [] {
                automaton.add(alternative, as: number)
            }
        }
        for (number, term) in terms.enumerated() where !term.isEmpty {
            let pattern = WordPattern.literal(term, plain: plain)
            automaton.add(.init(pattern: pattern, isAtStart: false, notFollowedBy: []), as: entries.count + number)
        }
        return automaton
    }

    /// The matches in the order of the text; of the matches of one pattern that overlap, the first and longest.
    public mutating func matches(in text: MappedText) -> [WordMatch] {
        let symbols = Symbols(text, excluding: quotations(in: text))
        // Thirty letters without one accent are no accident.
        if symbols.hasNoAccents, symbols.symbols.count > 30, entries.first?.language == "fr" {
            if withoutAccents == nil { withoutAccents = Self.automaton(entries, terms, plain: true) }
            return withoutAccents?.run(symbols) ?? []
        }
        return automaton.run(symbols)
    }
}

extension WordAutomaton {
    fileprivate mutating func run(_ text: Symbols) -> [WordMatch] {
        tidy()
        let first = start()
        let symbols = text.symbols
        var found: [WordMatch] = []
        var place = 0
        while place < symbols.count {
            guard Symbol.isWord(symbols[place]), place == 0 || !Symbol.isWord(symbols[place - 1]) else {
                place += 1
                continue
            }
            // The longest end for each pattern that begins at this word.
            var ends: [Int: Int] = [:]
            var state = first
            var i = place
            while i < symbols.count {
                state = step(state, symbols[i])
                if state == Self.dead { break }
                i += 1
                guard !accepts[Int(state)].isEmpty,
                    i == symbols.count || !Symbol.isWord(symbols[i]) || !Symbol.isWord(symbols[i - 1])
                else { continue }
                for number in accepts[Int(state)] {
                    let acceptance = acceptances[number]
                    if acceptance.isAtStart, !Self.isSentenceStart(symbols, place) { continue }
                    let forbidden = acceptance.notFollowedBy
                    if !forbidden.isEmpty, symbols[i...].starts(with: forbidden) { continue }
                    ends[acceptance.pattern] = i
                }
            }
            if !ends.isEmpty {
                let lower = Int(text.offsets[place])
                for (pattern, end) in ends.sorted(by: { $0.key < $1.key }) {
                    let match = WordMatch(pattern: pattern, range: lower..<Int(text.offsets[end]))
                    if found.contains(where: { $0.pattern == pattern && $0.range.overlaps(match.range) }) { continue }
                    found.append(match)
                }
            }
            place += 1
        }
        return found
    }

    private static func isSentenceStart(_ symbols: [UInt8], _ place: Int) -> Bool {
        var i = place - 1
        while i >= 0, symbols[i] == Symbol.space { i -= 1 }
        return i < 0 || symbols[i] == Symbol.gap || symbols[i] == Symbol.stop || symbols[i] == Symbol.ending
    }
}
