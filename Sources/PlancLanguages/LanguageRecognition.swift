import PlancSource
import PlancWordLists

/// In which language words are written, by the small words that only one has.
public struct LanguageRecognition: Sendable {
    /// How many words there are.
    public private(set) var words = 0
    /// How many of them are a language's own, by its place among all.
    private var own = [Int](repeating: 0, count: Language.all.count)

    public init() {}

    /// Counts the words of a text.
    public mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { written in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: written.count) { small in
                var start = 0
                var i = 0
                while i < written.count {
                    let length = Self.letter(written, i)
                    if length > 0 {
                        for place in i..<i + length { small[place] = Self.small(written, place) }
                        i += length
                    } else {
                        count(UnsafeBufferPointer(rebasing: small[start..<i]))
                        // Of a sign of several bytes the rest is no letter either.
                        i += 1
                        while i < written.count, written[i] & 0xC0 == 0x80 { i += 1 }
                        start = i
                    }
                }
                count(UnsafeBufferPointer(rebasing: small[start..<i]))
            }
        }
    }

    private mutating func count(_ word: UnsafeBufferPointer<UInt8>) {
        if word.isEmpty { return }
        words += 1
        // Longer ones are nobody's small words.
        guard word.count <= 12, let language = WordIndex.smallWords.value(of: word) else { return }
        own[language] += 1
    }

    /// The bytes of the letter at a place; 0 of what is none: signs are those of ASCII, of Latin-1, and of General Punctuation and
    /// beyond.
    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        switch bytes[place] {
        case 0x41...0x5A, 0x61...0x7A: 1
        case 0xC3...0xDF: place + 1 < bytes.count ? 2 : 0
        default: 0
        }
    }

    /// A byte of the small letter for a letter of ASCII or Latin-1.
    private static func small(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt8 {
        let byte = bytes[place]
        if (0x41...0x5A).contains(byte) { return byte | 0x20 }
        // À to Þ, but for the sign of multiplication among them.
        let isCapital = place > 0 && bytes[place - 1] == 0xC3 && (0x80...0x9E).contains(byte) && byte != 0x97
        return isCapital ? byte + 0x20 : byte
    }

    /// The one language whose words are there; nil where there are those of several, or none.
    public var only: Language? { own.count { $0 > 0 } == 1 ? most : nil }

    /// The one language whose words are there, where it is more than one of them: one alone may be part of a name.
    public var several: Language? { own.contains { $0 > 1 } ? only : nil }

    /// The language that hardly a word speaks against: for texts of a sentence or more.
    public var clear: Language? {
        let highest = own.max() ?? 0
        let isAlone = own.count { $0 > 0 } == 1
        guard highest >= (isAlone ? 3 : 4), highest * 6 >= words else { return nil }
        return own.count { $0 * 5 > highest } == 1 ? most : nil
    }

    /// Whether there are words of no language alone.
    public var isUnknown: Bool { own.allSatisfy { $0 == 0 } }

    /// Whether several words are of another language: a part of the text may be in it.
    public func hasOther(than language: Language) -> Bool {
        own.indices.contains { own[$0] > 2 && Language.all[$0] != language }
    }

    private var most: Language? { own.indices.max { own[$0] < own[$1] }.map { Language.all[$0] } }
}
