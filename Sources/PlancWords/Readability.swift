/// How hard a text is to read, by its counts.
public struct Readability: Hashable, Sendable {
    public var words: Int
    public var sentences: Int
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
    public var syllablesPerWord: Double { words > 0 ? Double(syllables) / Double(words) : 0 }

    /// Flesch's reading ease (1948), for English: 60 to 70 is standard, below 50 hard.
    public var flesch: Double { 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord }
    /// Kandel and Moles's adaptation of it to French (1958), read the same way.
    public var kandelMoles: Double { 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord }
    /// Björnsson's LIX (1968), for any language: to 34 easy, from 45 hard, from 55 very hard.
    public var lix: Double { wordsPerSentence + (words > 0 ? 100 * Double(longWords) / Double(words) : 0) }

    /// Kandel and Moles for French, Flesch for everything else.
    public func ease(in language: some StringProtocol) -> Double { language == "fr" ? kandelMoles : flesch }
}

/// Counts the running text: an elided word (`l'`) belongs to the word it leans on, a number or an address is a word of
/// one syllable, headings and quotations are left out.
public func readability(of text: MappedText, language: some StringProtocol) -> Readability {
    var counts = Readability(words: 0, sentences: 0, syllables: 0, longWords: 0)
    let isFrench = language == "fr"
    let bytes = text.bytes
    for sentence in sentences(in: text) {
        counts.sentences += 1
        bytes.forEachWord(in: sentence.range) { range in
            counts.words += 1
            let letters = unelided(Letters.of(bytes[range]))
            if letters.contains(where: { (0x30...0x39).contains($0) }) || isAddress(letters) {
                counts.syllables += 1
                return
            }
            counts.syllables += isFrench ? frenchSyllables(letters) : englishSyllables(letters)
            if letters.count(where: Letters.isLetter) > 6 { counts.longWords += 1 }
        }
    }
    return counts
}

/// A word without the elided one before it: `l'attaque` is `attaque`, `qu'il` is `il`.
private func unelided(_ word: [UInt8]) -> [UInt8] {
    guard let mark = word.firstIndex(of: UInt8(ascii: "'")), mark > 0 else { return word }
    let before = word[..<mark].drop { !Letters.isLetter($0) }
    return elided.contains(Array(before)) ? Array(word[(mark + 1)...]) : word
}

private let elided = Letters.set([
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
])
