import PlancSource

/// A phrase found in a text.
public struct PhraseMatch: Hashable, Sendable {
    /// The number of its group in the book; after them, of a term of the plan's own.
    public var group: Int
    /// What is reported, in the text (UTF-8).
    public var range: Range<Int>
    /// Words to write instead, in the language of the text; empty when the group says what to do.
    public var prefer: String
}

/// Looks for the phrases of a table, and for a plan's own terms, in prose that is given piece by piece.
package struct PhraseScanner: Sendable {
    private let language: PhraseLanguage
    private let groups: [PhraseGroup]
    private var phrases: PhraseAutomaton
    private var terms: PhraseAutomaton?
    private var lexicon: PhraseLexicon
    private var tokens: [Token] = []
    /// What signs of the text are, by the atoms that they satisfy.
    private let signs: Signs

    private struct Signs: Sendable {
        var comma: Int32
        var percent: Int32
        var address: Int32
        var value: Int32
        var end: Int32

        init(_ phrases: inout PhraseAutomaton) {
            func signature(_ fields: PhraseTable.Field...) -> Int32 {
                var atoms: [Int32] = []
                for field in fields { phrases.table.add(listAt: phrases.table[field], to: &atoms) }
                return phrases.signature(atoms)
            }
            comma = signature(.comma, .anything)
            percent = signature(.percent)
            address = signature(.address, .anything, .anyWord)
            value = signature(.value, .number, .anything, .anyWord)
            end = signature(.end)
        }
    }

    /// - Parameters:
    ///   - groups: those of the table.
    ///   - terms: found as they stand, in small letters or capitals; one in capitals only so.
    package init(_ table: PhraseTable, _ groups: [PhraseGroup], terms: [String]) {
        language = table.language
        self.groups = groups
        phrases = PhraseAutomaton(table)
        signs = Signs(&phrases)
        self.terms = terms.isEmpty ? nil : PhraseAutomaton(PhraseTable(PhraseBook(terms: terms, in: table.language)))
        lexicon = PhraseLexicon(table.language)
    }

    // MARK: Prose

    /// Begins a text: what was read before is forgotten.
    package mutating func begin() { tokens.removeAll(keepingCapacity: true) }

    /// Words of somebody else, code: nothing matches across it.
    package mutating func addGap(_ range: Range<Int>) { tokens.append(Token(range: range, traits: .gap)) }

    /// A value that the plan or the sender puts in.
    package mutating func addValue(_ range: Range<Int>) {
        tokens.append(Token(range: range, signature: signs.value, traits: .number))
    }

    /// The end of a paragraph, a heading, an item.
    package mutating func addEnd(at place: Int) {
        tokens.append(Token(range: place..<place, signature: signs.end, traits: .end))
    }

    /// Words of the plan's own, in UTF-8.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var tokenizer = Tokenizer(bytes, range, elides: language.elides)
        while let piece = tokenizer.next() {
            var token = token(of: piece, bytes)
            let start = token.range.lowerBound
            token.isJoined = start > range.lowerBound && bytes[start - 1] == UInt8(ascii: "-")
            tokens.append(token)
        }
    }

    private mutating func token(of piece: Tokenizer.Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Token {
        switch piece {
        case .word(let range): return Token(range: range, lexicon.word(bytes, range, &phrases, &terms))
        case .number(let range):
            let digits = String(decoding: bytes[range], as: UTF8.self)
            return Token(range: range, lexicon.number(digits, &phrases, &terms))
        case .address(let range): return Token(range: range, signature: signs.address, traits: .word)
        case .sign(let range, let sign):
            switch sign {
            case .comma: return Token(range: range, signature: signs.comma, traits: [.pause, .comma])
            case .percent: return Token(range: range, signature: signs.percent, traits: [])
            case .stop: return Token(range: range, signature: signs.end, traits: .end)
            case .question: return Token(range: range, signature: signs.end, traits: [.end, .question])
            case .pause: return Token(range: range, signature: signs.end, traits: [.pause, .hardPause])
            case .opening: return Token(range: range, traits: [.pause, .opening])
            case .closing: return Token(range: range, traits: [.pause, .closing])
            }
        }
    }

    // MARK: Matches

    /// The phrases in the order of the text, then the plan's terms; of those of one group that overlap, the first and longest.
    package mutating func matches() -> [PhraseMatch] {
        let view = TokenView(tokens: tokens)
        let groups = groups
        var met: [(match: PhraseMatch, isAcronym: Bool)] = []
        var released: [PhraseMatch] = []
        phrases.prepare()
        Self.run(&phrases, view, areTerms: false) { phrase, range, automaton in
            let entry = automaton.table.entry(phrase)
            if let release = entry.release {
                released.append(Self.released(release, entry, range, view, automaton))
            } else if let match = Self.match(automaton, entry, range, view, groups) {
                met.append((match, entry.isAcronym))
            }
        }
        var found: [PhraseMatch] = []
        for (place, (match, isAcronym)) in met.enumerated() {
            if isAcronym, Self.isKnown(place, among: met) { continue }
            let family = groups[match.group].family
            let isReleased = released.contains {
                groups[$0.group].family == family && $0.range.contains(match.range.lowerBound)
            }
            if !isReleased { Self.add(match, to: &found) }
        }
        terms?.prepare()
        if terms != nil {
            Self.run(&terms!, view, areTerms: true) { phrase, range, automaton in
                let entry = automaton.table.entry(phrase)
                if entry.isCased, view.isInCapitals(range) { return }
                let match = PhraseMatch(group: groups.count + entry.group, range: view.bytes(of: range), prefer: "")
                Self.add(match, to: &found)
            }
        }
        return found
    }

    /// Whether an abbreviation has a phrase of its own, which begins there too.
    private static func isKnown(_ place: Int, among met: [(match: PhraseMatch, isAcronym: Bool)]) -> Bool {
        let start = met[place].match.range.lowerBound
        func isHere(_ other: (match: PhraseMatch, isAcronym: Bool)) -> Bool { other.match.range.lowerBound == start }
        return met[..<place].reversed().prefix(while: isHere).contains { !$0.isAcronym }
            || met[(place + 1)...].prefix(while: isHere).contains { !$0.isAcronym }
    }

    /// Tells the longest match of each phrase at each token, in the order of the phrases.
    @inline(__always)
    private static func run(
        _ automaton: inout PhraseAutomaton, _ view: TokenView, areTerms: Bool,
        _ tell: (Int32, Range<Int>, PhraseAutomaton) -> Void
    ) {
        let tokens = view.tokens
        var ends: [(phrase: Int32, end: Int)] = []
        for start in tokens.indices where !tokens[start].traits.isDisjoint(with: [.word, .number]) {
            var state: Int32 = view.isSentenceStart(start) ? 1 : 0
            var i = start
            while i < tokens.count {
                state = automaton.step(from: state, areTerms ? tokens[i].ownSignature : tokens[i].signature)
                if state == PhraseAutomaton.dead { break }
                i += 1
                for place in automaton.acceptedPlaces(state) {
                    let phrase = automaton.phrase(at: place)
                    ends.removeAll { $0.phrase == phrase }
                    ends.append((phrase, i))
                }
            }
            if ends.isEmpty { continue }
            for (phrase, end) in ends.sorted(by: { $0.phrase < $1.phrase }) { tell(phrase, start..<end, automaton) }
            ends.removeAll(keepingCapacity: true)
        }
    }

    /// The words of a text in which nothing of a family is meant.
    private static func released(
        _ release: PhraseRelease, _ entry: PhraseTable.Entry, _ whole: Range<Int>, _ view: TokenView,
        _ automaton: PhraseAutomaton
    ) -> PhraseMatch {
        let range =
            switch release {
            case .inside: marked(automaton, entry, whole, view)
            case .beside: view.sentence(around: whole)
            }
        return PhraseMatch(group: entry.group, range: view.bytes(of: range), prefer: "")
    }

    private static func match(
        _ automaton: PhraseAutomaton, _ entry: PhraseTable.Entry, _ whole: Range<Int>, _ view: TokenView,
        _ groups: [PhraseGroup]
    ) -> PhraseMatch? {
        let tokens = view.tokens
        var range = whole
        while range.count > 1, tokens[range.upperBound - 1].traits.contains(.end) {
            range = range.lowerBound..<range.upperBound - 1
        }
        if view.isGuarded(range, by: PhraseGuards(groups[entry.group])) { return nil }
        if entry.isCased, view.isInCapitals(range) { return nil }
        // No noun is without a time; terms of a trade are written as names are.
        let family = groups[entry.group].family
        let mayBeName = family == .vague || !automaton.table.language.hasCapitalNouns && family != .jargon
        if entry.isAcronym, view.isCalledOut(range) { return nil }
        let told = marked(automaton, entry, whole, view)
        if mayBeName, !entry.isCased, view.isName(told) { return nil }
        return PhraseMatch(group: entry.group, range: view.bytes(of: told), prefer: entry.prefer)
    }

    /// What a phrase marks of the tokens that it holds; all of them where it marks nothing.
    private static func marked(
        _ automaton: PhraseAutomaton, _ entry: PhraseTable.Entry, _ whole: Range<Int>, _ view: TokenView
    ) -> Range<Int> {
        let tokens = view.tokens
        var told = whole
        if entry.hasMark {
            told =
                MarkSearch(tokens: tokens, automaton: automaton, end: whole.upperBound)
                .mark(from: entry.start, at: whole.lowerBound) ?? whole
        }
        while told.count > 1, !tokens[told.upperBound - 1].traits.isDisjoint(with: [.end, .pause]) {
            told = told.lowerBound..<told.upperBound - 1
        }
        return told
    }

    private static func add(_ match: PhraseMatch, to found: inout [PhraseMatch]) {
        if let place = found.lastIndex(where: { $0.group == match.group && $0.range.overlaps(match.range) }) {
            if match.range.count > found[place].range.count { found[place] = match }
        } else {
            found.append(match)
        }
    }
}

extension Token {
    fileprivate init(range: Range<Int>, _ word: PhraseLexicon.Word) {
        self.init(range: range, signature: word.signature, ownSignature: word.ownSignature, traits: word.traits)
    }
}

extension TokenView {
    fileprivate func bytes(of range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }
}

/// Finds which tokens of a match are marked, by trying (matches are rare and short).
private struct MarkSearch {
    let tokens: [Token]
    let automaton: PhraseAutomaton
    let end: Int

    func mark(from node: Int, at place: Int) -> Range<Int>? {
        guard let (first, last) = run(node, place, nil, nil), let first, let last else { return nil }
        return first..<last
    }

    /// Where the marks begin and end on the first way through the automaton that takes all tokens.
    private func run(_ node: Int, _ place: Int, _ first: Int?, _ last: Int?) -> (Int?, Int?)? {
        switch automaton.table.node(node) {
        case .atom(let atom, let next):
            guard place < end, automaton.has(atom, tokens[place].signature) else { return nil }
            return run(next, place + 1, first, last)
        case .either(let a, let b): return run(a, place, first, last) ?? run(b, place, first, last)
        case .accept: return place == end ? (first, last) : nil
        case .opening(let next): return run(next, place, first ?? place, last)
        case .closing(let next): return run(next, place, first, place)
        }
    }
}
