/// In which language words are written, by the small words that only one has.
public struct LanguageRecognition: Sendable {
    /// How many words there are, and how many of them are a language's own.
    public private(set) var words = 0
    public private(set) var own: [Language: Int] = [:]

    public init() {}

    /// Counts the words of a text.
    public mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var word = SmallWord()
            var i = 0
            while i < bytes.count {
                let length = SmallWord.letter(bytes, i)
                if length > 0 {
                    for place in i..<i + length { word.add(bytes[place]) }
                    i += length
                } else {
                    count(&word)
                    // Of a sign of several bytes the rest is no letter either.
                    i += 1
                    while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
                }
            }
            count(&word)
        }
    }

    private mutating func count(_ word: inout SmallWord) {
        if word.length == 0 { return }
        words += 1
        if let language = word.isWhole ? Self.languages[word] : nil { own[language, default: 0] += 1 }
        word = SmallWord()
    }

    /// The one language whose words are there; nil where there are those of several, or none.
    public var only: Language? { own.count == 1 ? own.first?.key : nil }

    /// The language that hardly a word speaks against: for texts of a sentence or more.
    public var clear: Language? {
        guard let most = own.max(by: { $0.value < $1.value }), most.value >= (own.count == 1 ? 3 : 4),
            most.value * 6 >= words
        else { return nil }
        return own.allSatisfy { $0.key == most.key || $0.value * 5 <= most.value } ? most.key : nil
    }

    private static let languages: [SmallWord: Language] = {
        var languages: [SmallWord: Language] = [:]
        var shared: Set<SmallWord> = []
        for language in Language.all {
            for text in language.rules.functionWords {
                var word = SmallWord()
                for byte in text.utf8 { word.add(byte) }
                if languages.updateValue(language, forKey: word) != nil { shared.insert(word) }
            }
        }
        for word in shared { languages[word] = nil }
        return languages
    }()
}

/// Up to 15 bytes of a word, in small letters; longer ones are nobody's small words.
private struct SmallWord: Hashable {
    private var letters: SIMD2<UInt64> = .zero
    private(set) var length = 0
    private var previous: UInt8 = 0

    static func == (a: SmallWord, b: SmallWord) -> Bool { a.letters == b.letters }

    func hash(into hasher: inout Hasher) {
        hasher.combine(letters.x)
        hasher.combine(letters.y)
    }

    var isWhole: Bool { length < 16 }

    mutating func add(_ byte: UInt8) {
        var small = byte
        if byte >= 0x41 && byte <= 0x5A { small |= 0x20 }
        // À to Þ, but for the sign of multiplication among them.
        if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { small += 0x20 }
        previous = byte
        length += 1
        if length < 16 { letters = SIMD2(letters.x << 8 | letters.y >> 56, letters.y << 8 | UInt64(small)) }
    }

    /// The bytes of the letter at a place; 0 of what is none. Signs are those of ASCII, of Latin-1 and of General Punctuation and
    /// beyond.
    static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        switch bytes[place] {
        case 0x41...0x5A, 0x61...0x7A: 1
        case 0xC3...0xDF: place + 1 < bytes.count ? 2 : 0
        default: 0
        }
    }
}
