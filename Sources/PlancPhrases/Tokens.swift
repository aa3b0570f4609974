import PlancSource

/// What a token of prose is, besides its words.
struct TokenTraits: OptionSet, Sendable {
    let rawValue: UInt32

    static let word = TokenTraits(rawValue: 1)
    /// A number, with its separators.
    static let number = TokenTraits(rawValue: 1 << 1)
    /// The end of a sentence: a full stop, the end of a block.
    static let end = TokenTraits(rawValue: 1 << 2)
    /// The end of a question.
    static let question = TokenTraits(rawValue: 1 << 3)
    /// The end of a clause: a comma, a colon, a semicolon, a dash, a parenthesis.
    static let pause = TokenTraits(rawValue: 1 << 4)
    /// Behind what is asked, makes it forbidden: nobody.
    static let forbidding = TokenTraits(rawValue: 1 << 5)
    /// Turns what follows into its contrary: not, never, ne.
    static let negator = TokenTraits(rawValue: 1 << 6)
    /// Makes what follows a condition or a question: if, whether, until.
    static let condition = TokenTraits(rawValue: 1 << 7)
    /// Somebody else who says it: the police, the hospital.
    static let outsider = TokenTraits(rawValue: 1 << 8)
    /// Begins an explanation of the word before.
    static let gloss = TokenTraits(rawValue: 1 << 9)
    static let opening = TokenTraits(rawValue: 1 << 10)
    static let closing = TokenTraits(rawValue: 1 << 11)
    /// Has small letters.
    static let small = TokenTraits(rawValue: 1 << 12)
    static let comma = TokenTraits(rawValue: 1 << 13)
    /// A colon, a semicolon or a dash.
    static let hardPause = TokenTraits(rawValue: 1 << 14)
    /// Says what the word before means.
    static let means = TokenTraits(rawValue: 1 << 15)
    /// Says how what stands before is called.
    static let called = TokenTraits(rawValue: 1 << 16)
    /// Somebody who deceives.
    static let fraud = TokenTraits(rawValue: 1 << 17)
    /// Begins another clause: and, but.
    static let joint = TokenTraits(rawValue: 1 << 18)
    /// The first half of a negation of two words: ne.
    static let clitic = TokenTraits(rawValue: 1 << 19)
    /// The second half of one: pas, aucun.
    static let second = TokenTraits(rawValue: 1 << 20)
    /// Says that something is the sender's: our.
    static let own = TokenTraits(rawValue: 1 << 21)
    /// Between a word and what it is: is.
    static let copula = TokenTraits(rawValue: 1 << 22)
    /// An abbreviation that everybody knows. Only in tables.
    static let known = TokenTraits(rawValue: 1 << 23)
    /// Words of somebody else, code: nothing matches across it. Never in tables, whose numbers have 24 bits.
    static let gap = TokenTraits(rawValue: 1 << 24)
    /// Begins with a capital. Never in tables.
    static let capital = TokenTraits(rawValue: 1 << 25)
}

/// A word, number or sign of a text.
struct Token: Sendable {
    /// In the text (UTF-8).
    var range: Range<Int>
    /// Which atoms of phrases it satisfies: a number of the automaton; 0: none.
    var signature: Int32 = 0
    /// Which atoms of the plan's own terms.
    var ownSignature: Int32 = 0
    var traits: TokenTraits
    /// Whether a hyphen joins it to the token before.
    var isJoined = false
}
