import PlancLanguages

/// The words of a language that speak of the sender and to the reader; a French imperative in -ez speaks to the reader, a German
/// `Sie` does with its capital.
struct Persons: Sendable {
    private var sender: [UInt64]
    private var reader: [UInt64]
    private var readerHasCapital: Bool
    /// Words in -ez that are no imperatives; nil in a language without them.
    private var notImperative: [UInt64]?

    init(_ measure: ReadingMeasure?) {
        sender = measure?.sender.map(Self.packed) ?? []
        reader = measure?.reader.map(Self.packed) ?? []
        readerHasCapital = measure?.readerHasCapital ?? false
        notImperative = measure?.notImperative.map { $0.map(Self.packed) }
    }

    /// A word of at most eight bytes as one number.
    private static func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

    /// How often a stretch without spaces speaks of the sender and to the reader: `we'll`, `dites-nous`.
    func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (we: Int, you: Int) {
        var (we, you) = (0, 0)
        var (word, length, isCapital) = (UInt64(0), 0, false)
        var i = range.lowerBound
        while i <= range.upperBound {
            let byte = i < range.upperBound ? bytes[i] : 0x20
            let width = i < range.upperBound ? Self.letterWidth(bytes, i, range.upperBound) : 0
            i += max(width, 1)
            if width > 0 {
                if length == 0 { isCapital = (0x41...0x5A).contains(byte) }
                // A letter outside ASCII is in none of the words; its last byte tells it from them.
                word = word << 8 | UInt64(width > 1 ? 0xFF : byte | 0x20)
                length += 1
                continue
            }
            if length > 0 {
                let isShort = length <= 8
                if isShort, sender.contains(word) {
                    we += 1
                } else if isShort, isCapital || !readerHasCapital, reader.contains(word) {
                    you += 1
                } else if let notImperative, word & 0xFFFF == 0x657A, !(isShort && notImperative.contains(word)) {
                    you += 1
                }
            }
            (word, length) = (0, 0)
        }
        return (we, you)
    }

    /// The bytes of the letter at a place; 0 when there is none.
    private static func letterWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
        let byte = bytes[i]
        switch byte {
        case ..<0x80: return (0x61...0x7A).contains(byte | 0x20) ? 1 : 0
        // Signs of Latin-1, general punctuation and symbols, and what follows them, part words.
        case 0x80...0xC2, 0xE2, 0xF0...: return 0
        case 0xE3 where i + 1 < end && bytes[i + 1] == 0x80: return 0
        case ..<0xE0: return min(2, end - i)
        default: return min(3, end - i)
        }
    }
}
