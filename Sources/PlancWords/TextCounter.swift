/// What is counted in the running text of a message.
public struct TextCounts: Hashable, Sendable {
    public var readability: Readability
    /// How often it speaks of the sender, and to the reader.
    public var we = 0
    public var you = 0
}

/// Counts many texts of one language in one pass each: an elided word (`l'`) belongs to the word it leans on, a number or an
/// address is a word of one syllable, headings and quotations are left out.
///
/// The counter learns as it reads: keep it for many texts.
public struct TextCounter: Sendable {
    /// What one word adds to the counts.
    private struct Word {
        var syllables: Int32 = 0
        var longWords: Int32 = 0
        var we: Int32 = 0
        var you: Int32 = 0
    }

    private let isFrench: Bool
    private let persons: Persons
    private var words = WordMemory(none: Word())

    /// - Parameter language: `fr`; every other is counted like English.
    public init(language: some StringProtocol) {
        isFrench = language == "fr"
        persons = isFrench ? .french : .english
    }

    public mutating func counts(of text: MappedText) -> TextCounts {
        var (all, sentences, syllables, longWords, we, you) = (0, 0, 0, 0, 0, 0)
        let (isFrench, persons) = (isFrench, persons)
        text.bytes.withUnsafeBufferPointer { bytes in
            for passage in text.passages where passage.isRunning {
                forEachSentence(bytes, passage.range, word: { range in
                    let word = words.value(bytes, range) { Self.look(at: range, in: bytes, isFrench: isFrench, persons) }
                    syllables += Int(word.syllables)
                    longWords += Int(word.longWords)
                    we += Int(word.we)
                    you += Int(word.you)
                }, sentence: { _, words in
                    sentences += 1
                    all += words
                })
            }
        }
        let readability = Readability(words: all, sentences: sentences, syllables: syllables, longWords: longWords)
        return TextCounts(readability: readability, we: we, you: you)
    }

    private static func look(
        at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, isFrench: Bool, _ persons: Persons
    ) -> Word {
        var word = Word()
        let (we, you) = persons.count(bytes, range)
        (word.we, word.you) = (Int32(we), Int32(you))
        let letters = unelided(Letters.of(Array(bytes[range])[...]))
        if letters.contains(where: { (0x30...0x39).contains($0) }) || isAddress(letters) {
            word.syllables = 1
            return word
        }
        word.syllables = Int32(isFrench ? frenchSyllables(letters) : englishSyllables(letters))
        if letters.count(where: Letters.isLetter) > 6 { word.longWords = 1 }
        return word
    }
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
