import PlancLanguages
import PlancPhrases

/// What is counted in a text: words and sentences where it is running text, persons in headings and cells too.
public struct TextCounts: Hashable, Sendable {
    public var readability: Readability
    /// How often it speaks of the sender, and to the reader.
    public var we = 0
    /// How many of its words speak to the reader.
    public var you = 0
}

/// Counts many texts of one language: an elided word (`l'`) belongs to the word it leans on, a number or an
/// address is a word of one syllable, headings and quotations are left out.
///
/// The counter learns as it reads: keep it for many texts.
public struct TextCounter: Sendable {
    private let meter: WordMeter
    private var words = WordCache(none: WordMeter.Word())

    /// - Parameter language: a tag; where planc knows no measure for it, words and sentences are counted alone.
    public init(language: some StringProtocol) { meter = WordMeter(Language(language)?.rules.reading) }

    /// What there is to count in a text: words, sentences, syllables.
    public mutating func counts(of text: MappedText) -> TextCounts {
        var (all, sentences) = (0, 0)
        // A text is shorter than a number of 32 bits counts.
        var others = SIMD4<Int32>()
        text.bytes.withUnsafeBufferPointer { bytes in
            for passage in text.passages {
                guard passage.isRunning else {
                    // Headings and cells speak to somebody too.
                    if passage.form == .heading || passage.form == .cell {
                        WordScan.forEachStretch(bytes, in: passage.range) { stretch in
                            let word = look(at: stretch, in: bytes)
                            (others[2], others[3]) = (others[2] &+ word.others[2], others[3] &+ word.others[3])
                        }
                    }
                    continue
                }
                forEachSentence(bytes, passage.range) { sentence in
                    let before = all
                    WordScan.forEachStretch(bytes, in: sentence) { stretch in
                        let word = look(at: stretch, in: bytes)
                        all &+= Int(word.words)
                        others &+= word.others
                    }
                    if all > before { sentences += 1 }
                }
            }
        }
        let readability = Readability(
            words: all, sentences: sentences, syllables: Int(others[0]), longWords: Int(others[1]))
        return TextCounts(readability: readability, we: Int(others[2]), you: Int(others[3]))
    }

    @inline(__always)
    private mutating func look(at stretch: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> WordMeter.Word {
        guard let key = WordKey(bytes, stretch) else { return meter.word(stretch, in: bytes) }
        if let known = words.known(key) { return known }
        let word = meter.word(stretch, in: bytes)
        words.remember(key, word)
        return word
    }
}

/// Measures words of one language, each by itself. An object: a counter that learns a word must not copy what it measures by.
private final class WordMeter: Sendable {
    /// What a stretch without a space adds to the counts.
    struct Word {
        /// 0 of one without a letter or a digit.
        var words: Int32 = 0
        /// Syllables, long words, words for the sender and for the reader.
        var others = SIMD4<Int32>()
    }

    private let measure: ReadingMeasure?
    private let persons: Persons
    private let elided: Set<[UInt8]>

    init(_ measure: ReadingMeasure?) {
        self.measure = measure
        persons = Persons(measure)
        elided = Letters.set(measure?.elided ?? [])
    }

    func word(_ stretch: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Word {
        var word = Word()
        guard WordScan.isWord(bytes, stretch) else { return word }
        word.words = 1
        let (we, you) = persons.count(bytes, stretch)
        (word.others[2], word.others[3]) = (Int32(we), Int32(you))
        let letters = unelided(Letters.of(Array(bytes[stretch])[...]))
        if letters.contains(where: { (0x30...0x39).contains($0) }) || isAddress(letters) {
            word.others[0] = 1
            return word
        }
        word.others[0] = Int32(measure?.syllables(letters) ?? 0)
        if letters.count(where: Letters.isLetter) > 6 { word.others[1] = 1 }
        return word
    }

    /// A word without the elided one before it: `l'attaque` is `attaque`, `qu'il` is `il`.
    private func unelided(_ word: [UInt8]) -> [UInt8] {
        guard let mark = word.firstIndex(of: UInt8(ascii: "'")), mark > 0 else { return word }
        let before = word[..<mark].drop { !Letters.isLetter($0) }
        return elided.contains(Array(before)) ? Array(word[(mark + 1)...]) : word
    }
}
