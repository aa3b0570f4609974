/// The alphabet that words are compared in: one small number a character, so that apostrophes, spaces and line breaks
/// of every kind are alike, and an automaton's table stays small.
enum Symbol {
    static let gap: UInt8 = 0  // between blocks, quotations, code: nothing matches across it
    static let other: UInt8 = 1
    static let space: UInt8 = 2
    static let apostrophe: UInt8 = 3
    static let hyphen: UInt8 = 4
    static let stop: UInt8 = 5
    static let comma: UInt8 = 6
    static let percent: UInt8 = 7
    static let ending: UInt8 = 8  // ! and ?
    static let digit: UInt8 = 10
    static let lower: UInt8 = 20
    static let upper: UInt8 = 46
    static let accented: UInt8 = 72
    static let letter: UInt8 = 91  // any other letter
    static let count = 92

    /// Not a character at all: it is left out of the comparison.
    static let nothing: UInt8 = 255

    /// Letters of French and English outside a–z, in the order of their symbols, each with its plain letter.
    static let accents: [(Unicode.Scalar, plain: Unicode.Scalar)] = [
        ("à", "a"), ("â", "a"), ("ä", "a"), ("ç", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"), ("î", "i"), ("ï", "i"),
        ("ô", "o"), ("ö", "o"), ("ù", "u"), ("û", "u"), ("ü", "u"), ("ÿ", "y"), ("ñ", "n"), ("œ", "o"), ("æ", "a"),
    ]

    @inline(__always)
    static func isWord(_ symbol: UInt8) -> Bool { symbol >= digit }

    /// The symbols of U+0000–017F, and what is left of Unicode by rule.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: other, count: 0x180)
        for byte in 0...0x20 { table[byte] = space }
        table[0x27] = apostrophe
        table[0x60] = apostrophe
        table[0xB4] = apostrophe
        table[0x2D] = hyphen
        table[0x2E] = stop
        table[0x2C] = comma
        table[0x25] = percent
        table[0x21] = ending
        table[0x3F] = ending
        table[0xA0] = space
        table[0xAD] = nothing
        for i in 0..<10 { table[0x30 + i] = digit + UInt8(i) }
        for i in 0..<26 {
            table[0x61 + i] = lower + UInt8(i)
            table[0x41 + i] = upper + UInt8(i)
        }
        for value in 0xC0..<0x180 where value != 0xD7 && value != 0xF7 { table[value] = letter }
        for (i, accent) in accents.enumerated() {
            table[Int(accent.0.value)] = accented + UInt8(i)
            for capital in String(accent.0).uppercased().unicodeScalars where capital.value < 0x180 {
                table[Int(capital.value)] = accented + UInt8(i)
            }
        }
        return table
    }()

    /// The same, without a check for having been made: for loops.
    static func withTable<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        table.withUnsafeBufferPointer(body)
    }

    static func of(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.value < 0x180 ? table[Int(scalar.value)] : beyond(scalar)
    }

    static func beyond(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xFF07: return apostrophe
        case 0x2010, 0x2011: return hyphen
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return space
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return nothing
        default: return scalar.properties.isAlphabetic ? letter : other
        }
    }

    /// A letter with the mark that follows it, when both make one of the accented letters.
    static func composed(_ symbol: UInt8, with mark: UInt32) -> UInt8? {
        let pairs: [Unicode.Scalar]
        switch mark {
        case 0x300: pairs = ["à", "è", "ù"]
        case 0x301: pairs = ["é"]
        case 0x302: pairs = ["â", "ê", "î", "ô", "û"]
        case 0x303: pairs = ["ñ"]
        case 0x308: pairs = ["ä", "ë", "ï", "ö", "ü", "ÿ"]
        case 0x327: pairs = ["ç"]
        default: return nil
        }
        let plain = symbol >= upper && symbol < accented ? symbol - upper + lower : symbol
        for (i, accent) in accents.enumerated() where of(accent.plain) == plain && pairs.contains(accent.0) {
            return accented + UInt8(i)
        }
        return nil
    }
}

/// A text in symbols, with the way back to its bytes; kept for many texts, so that its room is made once.
struct Symbols: Sendable {
    /// Of which the first `count` are the text's, like `offsets`.
    private(set) var symbols: [UInt8] = []
    /// The byte each symbol begins at, and one past the last.
    private(set) var offsets: [Int32] = []
    private(set) var count = 0
    /// The places of the symbols that words begin with, of which the first `wordCount` are the text's.
    private(set) var words: [Int32] = []
    private(set) var wordCount = 0
    /// Whether a French text is written without any accent, as text messages often are.
    private(set) var hasNoAccents = true

    /// Takes a text in. Spaces in a row are one; what stands in `excluded` (ascending, apart) is one gap.
    mutating func read(_ text: MappedText, excluding excluded: [Range<Int>]) {
        // A symbol a byte at most, and a gap for each piece and for each excluded range that begins in it.
        let room = text.bytes.count + 2 * text.pieces.count + excluded.count + 1
        if symbols.count < room {
            symbols = [UInt8](repeating: 0, count: room)
            offsets = [Int32](repeating: 0, count: room)
            words = [Int32](repeating: 0, count: room)
        }
        symbols.withUnsafeMutableBufferPointer { symbols in
            offsets.withUnsafeMutableBufferPointer { offsets in
                words.withUnsafeMutableBufferPointer { words in
                    Symbol.withTable { table in
                        var writer = SymbolWriter(symbols: symbols, offsets: offsets, words: words, table: table)
                        writer.write(text, excluding: excluded)
                        (count, wordCount, hasNoAccents) = (writer.count, writer.wordCount, writer.hasNoAccents)
                    }
                }
            }
        }
    }
}

/// Writes a text's symbols into the room there is for them.
private struct SymbolWriter {
    let symbols: UnsafeMutableBufferPointer<UInt8>
    let offsets: UnsafeMutableBufferPointer<Int32>
    let words: UnsafeMutableBufferPointer<Int32>
    let table: UnsafeBufferPointer<UInt8>
    var count = 0
    var wordCount = 0
    var hasNoAccents = true
    /// The symbol written last; at the start a number that is no symbol and no word.
    private var last: UInt8 = 9

    init(
        symbols: UnsafeMutableBufferPointer<UInt8>, offsets: UnsafeMutableBufferPointer<Int32>,
        words: UnsafeMutableBufferPointer<Int32>, table: UnsafeBufferPointer<UInt8>
    ) {
        (self.symbols, self.offsets, self.words, self.table) = (symbols, offsets, words, table)
    }

    mutating func write(_ text: MappedText, excluding excluded: [Range<Int>]) {
        var closed = excluded[...]
        text.bytes.withUnsafeBufferPointer { bytes in
            for (i, piece) in text.pieces.enumerated() {
                let end = i + 1 < text.pieces.count ? text.pieces[i + 1].start : bytes.count
                switch piece.kind {
                case .words:
                    var lower = piece.start
                    while let range = closed.first, range.lowerBound < end {
                        if range.lowerBound > lower { append(bytes, lower..<range.lowerBound) }
                        put(Symbol.gap, at: range.lowerBound)
                        lower = max(lower, min(range.upperBound, end))
                        if range.upperBound > end { break }
                        closed.removeFirst()
                    }
                    if lower < end { append(bytes, lower..<end) }
                case .value:
                    put(Symbol.other, at: piece.start)
                case .code, .quotation, .mark:
                    put(Symbol.gap, at: piece.start)
                    while let range = closed.first, range.upperBound <= end { closed.removeFirst() }
                }
            }
            offsets[count] = Int32(bytes.count)
        }
    }

    @inline(__always)
    private mutating func put(_ symbol: UInt8, at offset: Int) {
        if symbol == last, symbol == Symbol.space || symbol == Symbol.gap { return }
        if Symbol.isWord(symbol), !Symbol.isWord(last) {
            words[wordCount] = Int32(truncatingIfNeeded: count)
            wordCount += 1
        }
        symbols[count] = symbol
        offsets[count] = Int32(truncatingIfNeeded: offset)
        count += 1
        last = symbol
    }

    /// The ASCII that a stretch begins with; gives the place after it.
    private mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        // In variables of its own: most texts are nothing else.
        var (count, wordCount, last) = (count, wordCount, last)
        var i = range.lowerBound
        while i < range.upperBound, bytes[i] < 0x80 {
            let symbol = table[Int(bytes[i])]
            if Symbol.isWord(symbol) {
                if !Symbol.isWord(last) {
                    words[wordCount] = Int32(truncatingIfNeeded: count)
                    wordCount += 1
                }
            } else if symbol == Symbol.space, last == Symbol.space {
                i += 1
                continue
            }
            symbols[count] = symbol
            offsets[count] = Int32(truncatingIfNeeded: i)
            count += 1
            last = symbol
            i += 1
        }
        (self.count, self.wordCount, self.last) = (count, wordCount, last)
        return i
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            i = appendPlain(bytes, i..<range.upperBound)
            if i == range.upperBound { return }
            let byte = bytes[i]
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            var value = UInt32(byte & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F))
            for k in 1..<length {
                value = value << 6 | UInt32(i + k < bytes.count ? bytes[i + k] & 0x3F : 0)
            }
            let start = i
            i += length
            if (0x300...0x36F).contains(value) {
                if count > 0, let both = Symbol.composed(last, with: value) {
                    symbols[count - 1] = both
                    last = both
                    hasNoAccents = false
                }
                continue
            }
            let symbol = value < 0x180 ? table[Int(value)] : Unicode.Scalar(value).map(Symbol.beyond) ?? Symbol.other
            if symbol == Symbol.nothing { continue }
            if symbol >= Symbol.accented { hasNoAccents = false }
            put(symbol, at: start)
        }
    }
}

/// What an author puts between quotation marks in a passage: « », “ ”, „ “, " ". A mark that is not closed opens nothing.
public func quotations(in text: MappedText) -> [Range<Int>] {
    text.bytes.withUnsafeBufferPointer { bytes in
        // Most texts have no byte that a mark begins with.
        var isLead: UInt8 = 0
        for byte in bytes { isLead |= (byte == 0x22 ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte == 0xE2 ? 1 : 0) }
        return isLead == 0 ? [] : quotations(in: bytes, text.passages)
    }
}

private func quotations(in bytes: UnsafeBufferPointer<UInt8>, _ passages: [MappedText.Passage]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for passage in passages {
        var open: (offset: Int, closing: [UInt32])?
        var i = passage.range.lowerBound
        while i < passage.range.upperBound {
            let byte = bytes[i]
            if byte != 0x22, byte != 0xC2, byte != 0xE2 {
                i += 1
                continue
            }
            var value = UInt32(byte)
            var length = 1
            if byte == 0xC2, i + 1 < bytes.count {
                value = UInt32(bytes[i + 1])
                length = 2
            } else if byte == 0xE2, i + 2 < bytes.count {
                value = 0x2000 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
                length = 3
            }
            if let current = open, current.closing.contains(value) {
                found.append(current.offset..<i + length)
                open = nil
            } else if open == nil {
                switch value {
                case 0xAB: open = (i, [0xBB])
                case 0x22: open = (i, [0x22])
                case 0x201C: open = (i, [0x201D])
                case 0x201E: open = (i, [0x201C, 0x201D])
                default: break
                }
            }
            i += length
        }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
}
