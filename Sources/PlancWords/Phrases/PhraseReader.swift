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

/// Finds the phrases of a language, and the terms that a plan adds, in one reading of a text.
///
/// Words are compared by their stems and without accents; nothing is found in quotations, block quotes or code, nor where a guard
/// of the family speaks against it (a negation, a condition, a question …). The reader learns as it reads: keep it for many texts.
public struct PhraseReader: Sendable {
    public let groups: [PhraseGroup]
    /// The plan's own terms; a match of the first has the group `groups.count`.
    public let terms: [String]
    private let language: PhraseLanguage
    private let entries: [PhraseEntry]
    private var automaton = PhraseAutomaton()
    private var lexicon: PhraseLexicon
    private var tokens: [Token] = []

    public init(_ book: PhraseBook, terms: [String] = []) {
        (groups, self.terms, language) = (book.groups, terms, book.language)
        let own = terms.enumerated().compactMap { number, term in
            Self.entry(ofTerm: term, book.groups.count + number, book.language)
        }
        entries = book.entries + own
        for (number, entry) in entries.enumerated() { automaton.add(entry.phrasing, as: number) }
        let scopes = PhraseGuards.lists.map { (words: book.lists[$0.name]?.words ?? [], trait: $0.trait) }
        lexicon = PhraseLexicon(
            book.language, automaton.atoms, scopes: scopes, acronyms: book.lists["known"]?.words ?? [])
    }

    /// A term as it stands, in small letters or capitals; one in capitals only so.
    private static func entry(ofTerm term: String, _ group: Int, _ language: PhraseLanguage) -> PhraseEntry? {
        let words = language.words(of: term)
        guard !words.isEmpty else { return nil }
        let atoms = words.map { word -> PhrasePattern in
            let isAcronym = word.utf8.count <= 3 && word == word.uppercased() && word != word.lowercased()
            return .atom(isAcronym ? .cased(word) : .exact(language.fold(word)))
        }
        return PhraseEntry(phrasing: Phrasing(pattern: .sequence(atoms)), text: term, group: group, prefer: "")
    }

    /// The matches in the order of the text; of those of one group that overlap, the first and longest.
    public mutating func matches(in text: MappedText) -> [PhraseMatch] {
        tokenize(text)
        automaton.prepare()
        let view = TokenView(tokens: tokens)
        var found: [PhraseMatch] = []
        // The longest end for each phrase that begins at a token.
        var ends: [(phrase: Int, end: Int)] = []
        for start in tokens.indices where !tokens[start].traits.isDisjoint(with: [.word, .number]) {
            var state: Int32 = view.isSentenceStart(start) ? 1 : 0
            var i = start
            while i < tokens.count {
                state = automaton.step(from: state, tokens[i].signature, lexicon)
                if state == PhraseAutomaton.dead { break }
                i += 1
                for phrase in automaton.accepts(state) {
                    ends.removeAll { $0.phrase == Int(phrase) }
                    ends.append((Int(phrase), i))
                }
            }
            if ends.isEmpty { continue }
            for (phrase, end) in ends.sorted(by: { $0.phrase < $1.phrase }) {
                if let match = match(entries[phrase], start..<end, view) { add(match, to: &found) }
            }
            ends.removeAll(keepingCapacity: true)
        }
        return found
    }

    private func match(_ entry: PhraseEntry, _ whole: Range<Int>, _ view: TokenView) -> PhraseMatch? {
        var range = whole
        while range.count > 1, tokens[range.upperBound - 1].traits.contains(.end) {
            range = range.lowerBound..<range.upperBound - 1
        }
        if entry.group < groups.count {
            if view.isGuarded(range, by: PhraseGuards(groups[entry.group])) { return nil }
        }
        if entry.phrasing.pattern.isCased, view.isInCapitals(range) { return nil }
        var told = whole
        if entry.phrasing.pattern.hasMark {
            let search = MarkSearch(tokens: tokens, numbers: automaton, lexicon: lexicon, end: whole.upperBound)
            told = search.mark(of: entry.phrasing.pattern, from: range.lowerBound) ?? whole
        }
        while told.count > 1, !tokens[told.upperBound - 1].traits.isDisjoint(with: [.end, .pause]) {
            told = told.lowerBound..<told.upperBound - 1
        }
        let bytes = tokens[told.lowerBound].range.lowerBound..<tokens[told.upperBound - 1].range.upperBound
        return PhraseMatch(group: entry.group, range: bytes, prefer: entry.prefer)
    }

    private func add(_ match: PhraseMatch, to found: inout [PhraseMatch]) {
        if let place = found.lastIndex(where: { $0.group == match.group && $0.range.overlaps(match.range) }) {
            if match.range.count > found[place].range.count { found[place] = match }
        } else {
            found.append(match)
        }
    }

    // MARK: Tokens

    private mutating func tokenize(_ text: MappedText) {
        tokens.removeAll(keepingCapacity: true)
        var quoted = quotations(in: text)[...]
        var piece = 0
        text.bytes.withUnsafeBufferPointer { bytes in
            for passage in text.passages {
                if passage.form == .code { continue }
                while piece + 1 < text.pieces.count, text.pieces[piece + 1].start <= passage.range.lowerBound {
                    piece += 1
                }
                var place = passage.range.lowerBound
                var current = piece
                while place < passage.range.upperBound, current < text.pieces.count {
                    let next = current + 1 < text.pieces.count ? text.pieces[current + 1].start : bytes.count
                    let kind = text.pieces[current].kind
                    var end = min(next, passage.range.upperBound)
                    current += 1
                    // Words that go on in other marks are one run.
                    while kind.isWords, end < passage.range.upperBound, current < text.pieces.count,
                        text.pieces[current].kind.isWords
                    {
                        let after = current + 1 < text.pieces.count ? text.pieces[current + 1].start : bytes.count
                        end = min(after, passage.range.upperBound)
                        current += 1
                    }
                    read(bytes, place..<end, kind, &quoted)
                    place = end
                }
                let end = passage.range.upperBound
                tokens.append(Token(range: end..<end, signature: lexicon.end(.end).signature, traits: .end))
            }
        }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: MappedText.Kind,
        _ quoted: inout ArraySlice<Range<Int>>
    ) {
        switch kind {
        case .code, .quotation:
            tokens.append(Token(range: range, signature: 0, traits: .gap))
        case .value:
            let value = lexicon.value()
            tokens.append(Token(range: range, signature: value.signature, traits: value.traits))
        case .words, .mark:
            var place = range.lowerBound
            while let quotation = quoted.first, quotation.lowerBound < range.upperBound {
                quoted.removeFirst()
                if quotation.lowerBound > place { read(bytes, place..<quotation.lowerBound) }
                tokens.append(Token(range: quotation, signature: 0, traits: .gap))
                place = max(place, quotation.upperBound)
            }
            if place < range.upperBound { read(bytes, place..<range.upperBound) }
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var tokenizer = Tokenizer(bytes, range, elides: language.elides)
        while let piece = tokenizer.next() {
            let token: (range: Range<Int>, word: PhraseLexicon.Word)
            switch piece {
            case .word(let range): token = (range, lexicon.word(bytes, range))
            case .number(let range):
                token = (range, lexicon.number(String(decoding: bytes[range], as: UTF8.self)))
            case .address(let range): token = (range, lexicon.address())
            case .sign(let range, .comma): token = (range, lexicon.comma())
            case .sign(let range, .percent): token = (range, lexicon.percent())
            case .sign(let range, .stop): token = (range, lexicon.end(.end))
            case .sign(let range, .question): token = (range, lexicon.end([.end, .question]))
            case .sign(let range, .pause): token = (range, lexicon.end([.pause, .hardPause]))
            case .sign(let range, .opening): token = (range, lexicon.sign([.pause, .opening]))
            case .sign(let range, .closing): token = (range, lexicon.sign([.pause, .closing]))
            }
            let isJoined =
                token.range.lowerBound > range.lowerBound && bytes[token.range.lowerBound - 1] == UInt8(ascii: "-")
            tokens.append(
                Token(
                    range: token.range, signature: token.word.signature, traits: token.word.traits, isJoined: isJoined))
        }
    }
}

extension MappedText.Kind {
    fileprivate var isWords: Bool { self == .words || self == .mark }
}

/// Finds which tokens of a match are marked, by trying (matches are rare and short).
private struct MarkSearch {
    let tokens: [Token]
    let numbers: PhraseAutomaton
    let lexicon: PhraseLexicon
    let end: Int

    func mark(of pattern: PhrasePattern, from start: Int) -> Range<Int>? {
        var found: Range<Int>?
        _ = run(pattern, start, nil) { place, mark in
            guard place == end else { return false }
            found = mark
            return true
        }
        return found
    }

    /// Calls `then` with each place where the pattern can end, and the mark, until it is content.
    private func run(
        _ pattern: PhrasePattern, _ place: Int, _ mark: Range<Int>?, _ then: (Int, Range<Int>?) -> Bool
    ) -> Bool {
        switch pattern {
        case .atom(let atom):
            guard place < end, let number = numbers.known(atom), lexicon.has(number, tokens[place].signature) else {
                return false
            }
            return then(place + 1, mark)
        case .sequence(let parts):
            return run(parts[...], place, mark, then)
        case .choice(let choices):
            return choices.contains { run($0, place, mark, then) }
        case .times(let part, let least, let most):
            return repeated(part, least, most ?? end - place, place, mark, then)
        case .marked(let part):
            return run(part, place, mark) { next, inner in
                let own = place..<next
                let whole = mark.map { $0.lowerBound..<own.upperBound } ?? own
                return then(next, inner.map { whole.lowerBound..<max($0.upperBound, whole.upperBound) } ?? whole)
            }
        }
    }

    private func run(
        _ parts: ArraySlice<PhrasePattern>, _ place: Int, _ mark: Range<Int>?, _ then: (Int, Range<Int>?) -> Bool
    ) -> Bool {
        guard let first = parts.first else { return then(place, mark) }
        return run(first, place, mark) { run(parts.dropFirst(), $0, $1, then) }
    }

    private func repeated(
        _ part: PhrasePattern, _ least: Int, _ most: Int, _ place: Int, _ mark: Range<Int>?,
        _ then: (Int, Range<Int>?) -> Bool
    ) -> Bool {
        if most > 0,
            run(
                part, place, mark,
                { next, mark in
                    next > place && repeated(part, max(0, least - 1), most - 1, next, mark, then)
                })
        {
            return true
        }
        return least == 0 && then(place, mark)
    }
}
