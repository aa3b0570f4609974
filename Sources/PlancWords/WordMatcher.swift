/// Words of a list found in a text.
public struct WordMatch: Hashable, Sendable {
    /// The number of the pattern: of an entry, or after them of a term of the plan's own.
    public var pattern: Int
    /// In the text (UTF-8).
    public var range: Range<Int>
}

/// Finds all words of a language's list, the terms a plan adds to it and a rule's own phrases, in one pass over a text.
///
/// Apostrophes, spaces, line breaks and capitals of all kinds are alike; only whole words are found; nothing is found in
/// quotations, block quotes or code. A French text without any accent (a text message) is compared without them, but
/// for a rule's own phrases.
/// The matcher learns as it reads: keep it for many texts.
public struct WordMatcher: Sendable {
    public let entries: [WordEntry]
    /// The plan's own terms; a match of the first has the number `entries.count`.
    public let terms: [String]
    /// The number of a match of the first of a rule's own phrases.
    public var firstPhrase: Int { entries.count + terms.count }
    private let phrases: [String]
    private var automaton: WordAutomaton
    private var withoutAccents: WordAutomaton?
    private var symbols = Symbols()

    /// - Parameters:
    ///   - language: `fr` or `en`; for another language only the terms and phrases are looked for.
    ///   - phrases: patterns; those that are not of the dialect find nothing.
    public init(language: some StringProtocol, terms: [String] = [], phrases: [String] = []) {
        self.init(WordList.entries(in: language), terms, phrases)
    }

    /// For phrases of a rule's own: a match has the number of its pattern.
    public init(patterns: [String]) { self.init([], [], patterns) }

    private init(_ entries: [WordEntry], _ terms: [String], _ phrases: [String]) {
        (self.entries, self.terms, self.phrases) = (entries, terms, phrases)
        automaton = Self.automaton(entries, terms, phrases, plain: false)
    }

    private static func automaton(
        _ entries: [WordEntry], _ terms: [String], _ phrases: [String], plain: Bool
    ) -> WordAutomaton {
        var automaton = WordAutomaton()
        func add(_ pattern: String, as number: Int, plain: Bool) {
            for alternative in WordPattern.alternatives(of: pattern, plain: plain) ?? [] {
                automaton.add(alternative, as: number)
            }
        }
        for (number, entry) in entries.enumerated() { add(entry.pattern, as: number, plain: plain) }
        for (number, term) in terms.enumerated() where !term.isEmpty {
            let pattern = WordPattern.literal(term, plain: plain)
            automaton.add(.init(pattern: pattern, isAtStart: false, notFollowedBy: []), as: entries.count + number)
        }
        for (number, phrase) in phrases.enumerated() { add(phrase, as: entries.count + terms.count + number, plain: false) }
        return automaton
    }

    /// The matches in the order of the text; of the matches of one pattern that overlap, the first and longest.
    public mutating func matches(in text: MappedText) -> [WordMatch] {
        symbols.read(text, excluding: quotations(in: text))
        // Thirty letters without one accent are no accident.
        if symbols.hasNoAccents, symbols.count > 30, entries.first?.language == "fr" {
            if withoutAccents == nil { withoutAccents = Self.automaton(entries, terms, phrases, plain: true) }
            return withoutAccents?.run(symbols) ?? []
        }
        return automaton.run(symbols)
    }
}

extension WordAutomaton {
    fileprivate mutating func run(_ text: Symbols) -> [WordMatch] {
        tidy()
        start()
        var found: [WordMatch] = []
        text.symbols.withUnsafeBufferPointer { symbols in
            var word = 0
            while let missing = run(text, UnsafeBufferPointer(rebasing: symbols[..<text.count]), from: &word, &found) {
                make(from: missing.row, missing.symbol)
            }
        }
        return found
    }

    /// Looks on from a word; stops at the first step that has not been made yet, at the word it is taken in.
    private func run(
        _ text: Symbols, _ symbols: UnsafeBufferPointer<UInt8>, from word: inout Int, _ found: inout [WordMatch]
    ) -> (row: Int32, symbol: UInt8)? {
        steps.withUnsafeBufferPointer { steps in
            text.words.withUnsafeBufferPointer { words in
                // The longest end for each pattern that begins at this word.
                var ends: [(pattern: Int, end: Int)] = []
                while word < text.wordCount {
                    let place = Int(words[word])
                    var row: Int32 = 0
                    var i = place
                    while i < symbols.count {
                        let next = steps[Int(row) + Int(symbols[i])]
                        if next < 0 {
                            if next == Self.dead { break }
                            return (row, symbols[i])
                        }
                        row = next & ~1
                        i += 1
                        if next & 1 == 1, i == symbols.count || !Symbol.isWord(symbols[i]) || !Symbol.isWord(symbols[i - 1]) {
                            accept(row, symbols, from: place, to: i, &ends)
                        }
                    }
                    if !ends.isEmpty {
                        add(ends, text, from: place, &found)
                        ends = []
                    }
                    word += 1
                }
                return nil
            }
        }
    }

    private func accept(
        _ row: Int32, _ symbols: UnsafeBufferPointer<UInt8>, from place: Int, to end: Int, _ ends: inout [(pattern: Int, end: Int)]
    ) {
        for number in accepts[Int(row) / Self.width] {
            let acceptance = acceptances[number]
            if acceptance.isAtStart, !Self.isSentenceStart(symbols, place) { continue }
            let forbidden = acceptance.notFollowedBy
            if !forbidden.isEmpty, symbols[end...].starts(with: forbidden) { continue }
            ends.removeAll { $0.pattern == acceptance.pattern }
            ends.append((acceptance.pattern, end))
        }
    }

    private func add(_ ends: [(pattern: Int, end: Int)], _ text: Symbols, from place: Int, _ found: inout [WordMatch]) {
        let lower = Int(text.offsets[place])
        for (pattern, end) in ends.sorted(by: { $0.pattern < $1.pattern }) {
            let match = WordMatch(pattern: pattern, range: lower..<Int(text.offsets[end]))
            if found.contains(where: { $0.pattern == pattern && $0.range.overlaps(match.range) }) { continue }
            found.append(match)
        }
    }

    private static func isSentenceStart(_ symbols: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        var i = place - 1
        while i >= 0, symbols[i] == Symbol.space { i -= 1 }
        return i < 0 || symbols[i] == Symbol.gap || symbols[i] == Symbol.stop || symbols[i] == Symbol.ending
    }
}
