/// What stands around a phrase and takes its sting.
struct PhraseGuards: OptionSet, Sendable {
    let rawValue: UInt8

    /// Before it in its clause: not, never, ne.
    static let negation = PhraseGuards(rawValue: 1)
    /// Before it in its sentence: if, whether, until.
    static let condition = PhraseGuards(rawValue: 1 << 1)
    /// It is asked.
    static let question = PhraseGuards(rawValue: 1 << 2)
    /// Before it in its sentence: the police, the hospital: somebody else who knows.
    static let outsider = PhraseGuards(rawValue: 1 << 3)
    /// It is explained where it stands.
    static let gloss = PhraseGuards(rawValue: 1 << 4)
    /// Before it in its sentence: fraudsters, somebody who calls; in it or behind it in its clause: nobody.
    static let fraud = PhraseGuards(rawValue: 1 << 5)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ group: PhraseGroup) {
        self.init(group.family)
        // "Have you not read the rules?" is a reproach to whoever reports.
        if group.isForReplies { remove(.question) }
    }

    private init(_ family: PhraseFamily) {
        switch family {
        case .minimising, .defensive: self = [.negation, .question]
        case .blaming, .promise, .speaker: self = [.negation, .condition, .question]
        case .claim: self = [.negation, .condition, .question, .outsider]
        case .jargon: self = .gloss
        case .vague: self = .question
        case .phishing: self = [.negation, .fraud]
        case .reply: self = .negation
        case .beginning, .discovery: self = .question
        case .news: self = [.negation, .condition, .question]
        case .deed: self = [.negation, .condition, .question, .outsider]
        // What denies a request is read with the clause around it: "do not hesitate to write" asks.
        case .mailing: self = []
        case .condition, .apology, .title, .task, .number, .unit, .length: self = []
        }
    }

    /// The lists of a book that say which words do so.
    static let lists: [(name: String, trait: TokenTraits)] = [
        ("not", .negator), ("if", .condition), ("outsider", .outsider), ("gloss", .gloss), ("means", .means),
        ("called", .called), ("fraud", .fraud), ("forbids", .forbidding), ("but", .joint), ("ne", .clitic),
        ("pas", .second), ("our", .own), ("is-a", .copula),
    ]
}

/// The tokens of a text, and what stands around some of them.
struct TokenView {
    let tokens: [Token]

    /// Whether one of the guards speaks for a phrase's tokens.
    func isGuarded(_ range: Range<Int>, by guards: PhraseGuards) -> Bool {
        guards.contains(.question) && isAsked(range)
            || !guards.isDisjoint(with: [.negation, .condition, .outsider, .fraud])
                && isGuarded(before: range.lowerBound, guards, tokens[range.lowerBound].traits)
            || guards.contains(.gloss) && isExplained(range)
            || guards.contains(.fraud) && isForbidden(range)
    }

    /// "Give nobody your code", "Give your code to nobody".
    private func isForbidden(_ request: Range<Int>) -> Bool {
        if tokens[request].contains(where: { $0.traits.contains(.negator) }) { return true }
        let rest = tokens[request.upperBound...].prefix {
            $0.traits.isDisjoint(with: [.end, .pause, .joint, .condition])
        }
        return rest.contains { $0.traits.contains(.forbidding) }
    }

    private func isAsked(_ range: Range<Int>) -> Bool {
        var i = range.upperBound
        while i < tokens.count, !tokens[i].traits.contains(.end) { i += 1 }
        return i < tokens.count && tokens[i].traits.contains(.question)
    }

    private func isGuarded(before place: Int, _ guards: PhraseGuards, _ first: TokenTraits) -> Bool {
        var isSameClause = true
        var i = place - 1
        while i >= 0, !tokens[i].traits.contains(.end) {
            let traits = tokens[i].traits
            if !traits.isDisjoint(with: [.pause, .joint]), !guards.contains(.fraud) { isSameClause = false }
            if traits.contains(.hardPause) { return false }
            if isSameClause, guards.contains(.negation), denies(traits, first) { return true }
            if guards.contains(.condition), traits.contains(.condition) { return true }
            if guards.contains(.outsider), traits.contains(.outsider), !isOwn(i) { return true }
            if guards.contains(.fraud), traits.contains(.fraud) { return true }
            i -= 1
        }
        return false
    }

    /// Whether a word denies a phrase that begins with a word of these traits: `n'` only goes with the `aucun` that a phrase begins
    /// with, and nothing before it denies a condition ("nothing would have happened if you had …").
    private func denies(_ word: TokenTraits, _ first: TokenTraits) -> Bool {
        word.contains(.negator) && !(word.contains(.clitic) && first.contains(.second)) && !first.contains(.condition)
    }

    /// Whether somebody who tells is the sender's: "according to our analysis", "our laboratory".
    private func isOwn(_ place: Int) -> Bool {
        tokens[max(place - 2, 0)..<min(place + 3, tokens.count)].contains { $0.traits.contains(.own) }
    }

    private func isExplained(_ range: Range<Int>) -> Bool {
        if range.lowerBound > 0, !tokens[range.lowerBound - 1].traits.isDisjoint(with: [.opening, .called]) {
            return true
        }
        guard range.upperBound < tokens.count else { return false }
        let next = tokens[range.upperBound].traits
        // `KX-200`: the name of a thing.
        if next.contains(.number), tokens[range.upperBound].isJoined { return true }
        if !next.isDisjoint(with: [.opening, .means]) { return true }
        // "Phishing is a fraud …"; "phishing, a fraud …".
        guard !next.isDisjoint(with: [.pause, .copula]), range.upperBound + 1 < tokens.count else { return false }
        return tokens[range.upperBound + 1].traits.contains(.gloss)
    }

    /// Whether a whole sentence is written in capitals.
    func isInCapitals(_ range: Range<Int>) -> Bool {
        let words = tokens[sentence(around: range)].filter { $0.traits.contains(.word) }
        return words.count > range.count && words.allSatisfy { !$0.traits.contains(.small) }
    }

    /// Whether words are called out ("ALARM: leave the house", "HALT!", "+++ ALARM +++"). What stands alone in a block is not.
    func isCalledOut(_ range: Range<Int>) -> Bool {
        guard isSentenceStart(range.lowerBound), range.upperBound < tokens.count else { return false }
        let next = tokens[range.upperBound]
        return next.traits.contains(.hardPause) || next.traits.contains(.end) && !next.range.isEmpty
    }

    /// Whether words are a name: within a sentence that goes on in small letters, each of them begins with a capital ("Mayor
    /// Swift", "Guarantee Street").
    func isName(_ range: Range<Int>) -> Bool {
        func isCapital(_ token: Token) -> Bool { token.traits.isSuperset(of: [.word, .small, .capital]) }
        guard !isSentenceStart(range.lowerBound), tokens[range].allSatisfy(isCapital) else { return false }
        return tokens[sentence(around: range)].contains { $0.traits.isSuperset(of: [.word, .small]) && !isCapital($0) }
    }

    /// The sentence around some tokens, without its end.
    func sentence(around range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower > 0, !tokens[lower - 1].traits.contains(.end) { lower -= 1 }
        while upper < tokens.count, !tokens[upper].traits.contains(.end) { upper += 1 }
        return lower..<upper
    }

    func isSentenceStart(_ place: Int) -> Bool {
        place == 0 || !tokens[place - 1].traits.isDisjoint(with: [.end, .hardPause])
    }
}
