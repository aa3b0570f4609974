import PlancLanguages

/// How hard a text is to read, by its counts.
public struct Readability: Hashable, Sendable {
    /// How many words of running text were counted.
    public var words: Int
    /// How many sentences those words make.
    public var sentences: Int
    /// How many syllables those words have.
    public var syllables: Int
    /// Words of more than six letters.
    public var longWords: Int

    public init(words: Int, sentences: Int, syllables: Int, longWords: Int) {
        self.words = words
        self.sentences = sentences
        self.syllables = syllables
        self.longWords = longWords
    }

    /// Words a sentence, and syllables a word; 0 for an empty text.
    public var wordsPerSentence: Double { sentences > 0 ? Double(words) / Double(sentences) : 0 }
    /// Syllables a word, on average.
    public var syllablesPerWord: Double { words > 0 ? Double(syllables) / Double(words) : 0 }

    /// By a language's measure: the higher, the easier.
    public func ease(by measure: ReadingMeasure) -> Double {
        measure.base - measure.perSentence * wordsPerSentence - measure.perWord * syllablesPerWord
    }
    /// Björnsson's LIX (1968), for any language: to 34 easy, from 45 hard, from 55 very hard.
    public var lix: Double { wordsPerSentence + (words > 0 ? 100 * Double(longWords) / Double(words) : 0) }
}

/// Counts the running text of one text; a `TextCounter` counts many.
public func readability(of text: MappedText, language: some StringProtocol) -> Readability {
    var counter = TextCounter(language: language)
    return counter.counts(of: text).readability
}
