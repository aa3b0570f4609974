import PlancLanguages

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
/// quotations, block quotes or code. A text without any accent (a text message) in a language that has them is compared
/// without them, but for a rule's own phrases.
/// The matcher learns as it reads: keep it for many texts.
public struct WordMatcher: Sendable {
    public let entries: [WordEntry]
    /// The plan's own terms; a match of the first has the number `entries.count`.
    public let terms: [String]
    /// The number of a match of the first of a rule's own phrases.
    public var firstPhrase: Int { entries.count + terms.count }
    private let phrases: [String]
    private let hasAccents: Bool
    private var automaton: WordAutomaton
    private var withoutAccents: WordAutomaton?
    private var coded = CodedText()

    /// - Parameters:
    ///   - language: a tag; for a language without a list only the terms and phrases are looked for.
    ///   - phrases: patterns; those that are not of the dialect find nothing.
    public init(language: some StringProtocol, terms: [String] = [], phrases: [String] = []) {
        self.init(
            WordList.entries(in: language), terms, phrases, hasAccents: Language(language)?.rules.hasAccents ?? false)
    }

    /// For phrases of a rule's own: a match has the number of its pattern.
    public init(patterns: [String]) { self.init([], [], patterns, hasAccents: false) }

    private init(_ entries: [WordEntry], _ terms: [String], _ phrases: [String], hasAccents: Bool) {
        self.hasAccents = hasAccents
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
        for (number, phrase) in phrases.enumerated() {
            add(phrase, as: entries.count + terms.count + number, plain: false)
        }
        return automaton
    }

    /// The matches in the order of the text; of the matches of one pattern that overlap, the first and longest.
    public mutating func matches(in text: MappedText) -> [WordMatch] {
        coded.read(text, excluding: quotations(in: text))
        // Thirty letters without one accent are no accident.
        if coded.hasNoAccents, hasAccents, coded.hasMore(than: 30) {
            if withoutAccents == nil { withoutAccents = Self.automaton(entries, terms, phrases, plain: true) }
            return withoutAccents?.matches(in: coded) ?? []
        }
        return automaton.matches(in: coded)
    }
}

extension WordAutomaton {
    fileprivate mutating func matches(in text: CodedText) -> [WordMatch] {
        tidy()
        start()
        var found: [WordMatch] = []
        text.codes.withUnsafeBufferPointer { codes in
            Symbol.byCode.withUnsafeBufferPointer { symbols in
                Symbol.kinds.withUnsafeBufferPointer { kinds in
                    let text = SymbolReader(
                        codes: UnsafeBufferPointer(rebasing: codes[..<text.count]), symbols: symbols, kinds: kinds)
                    var word = 0
                    while let missing = run(text, from: &word, &found) { make(from: missing.row, missing.symbol) }
                }
            }
        }
        return found
    }

    /// Looks on from a word; stops at the first step that has not been made yet, at the word it is taken in.
    private func run(_ text: SymbolReader, from word: inout Int, _ found: inout [WordMatch]) -> (
        row: Int32, symbol: UInt8
    )? {
        steps.withUnsafeBufferPointer { steps in
            // The longest end for each pattern that begins at this word.
            var ends: [(pattern: Int, end: Int)] = []
            while true {
                while word < text.count, text.kind(word) != Symbol.Kind.word { word += 1 }
                if word == text.count { return nil }
                var row: Int32 = 0
                var i = word
                while i < text.count {
                    let symbol = text[i]
                    let next = steps[Int(row) + Int(symbol)]
                    if next < 0 {
                        if next == Self.dead { break }
                        return (row, symbol)
                    }
                    row = next & ~1
                    i += 1
                    if next & 1 == 1 { accept(row, text, from: word, to: i, &ends) }
                }
                if !ends.isEmpty {
                    add(ends, text, from: word, &found)
                    ends = []
                }
                word += 1
                while word < text.count, text.kind(word) != Symbol.Kind.sign { word += 1 }
            }
        }
    }

    private func accept(
        _ row: Int32, _ text: SymbolReader, from place: Int, to end: Int, _ ends: inout [(pattern: Int, end: Int)]
    ) {
        let last = text[end - 1]
        let next = text.next(from: end, after: last)
        if next < text.count, Symbol.isWord(text[next]), Symbol.isWord(last) { return }
        for number in accepts[Int(row) / Self.width] {
            let acceptance = acceptances[number]
            if acceptance.isAtStart, !text.isSentenceStart(place) { continue }
            let forbidden = acceptance.notFollowedBy
            if !forbidden.isEmpty, text.has(forbidden, at: end, after: last) { continue }
            ends.removeAll { $0.pattern == acceptance.pattern }
            ends.append((acceptance.pattern, next))
        }
    }

    private func add(
        _ ends: [(pattern: Int, end: Int)], _ text: SymbolReader, from place: Int, _ found: inout [WordMatch]
    ) {
        for (pattern, end) in ends.sorted(by: { $0.pattern < $1.pattern }) {
            let match = WordMatch(pattern: pattern, range: place..<end)
            if found.contains(where: { $0.pattern == pattern && $0.range.overlaps(match.range) }) { continue }
            found.append(match)
        }
    }
}

/// The symbols of a text in codes.
private struct SymbolReader {
    let codes: UnsafeBufferPointer<UInt8>
    let symbols: UnsafeBufferPointer<UInt8>
    let kinds: UnsafeBufferPointer<UInt8>

    var count: Int { codes.count }

    @inline(__always)
    subscript(place: Int) -> UInt8 { symbols[Int(codes[place])] }

    /// Whether a place has a letter or digit: see `Symbol.Kind`.
    @inline(__always)
    func kind(_ place: Int) -> UInt8 { kinds[Int(codes[place])] }

    /// The place of the next symbol, itself when it has one that is not part of the one before; the end when there is none.
    func next(from place: Int, after last: UInt8) -> Int {
        var i = place
        while i < count, self[i] == Symbol.nothing || self[i] == last && Symbol.isOneInRow(last) { i += 1 }
        return i
    }

    func has(_ wanted: [UInt8], at place: Int, after last: UInt8) -> Bool {
        var (i, last) = (place, last)
        for symbol in wanted {
            i = next(from: i, after: last)
            guard i < count, self[i] == symbol else { return false }
            last = symbol
            i += 1
        }
        return true
    }

    func isSentenceStart(_ place: Int) -> Bool {
        var i = place - 1
        while i >= 0, self[i] == Symbol.space || self[i] == Symbol.nothing { i -= 1 }
        return i < 0 || self[i] == Symbol.gap || self[i] == Symbol.stop || self[i] == Symbol.ending
    }
}
