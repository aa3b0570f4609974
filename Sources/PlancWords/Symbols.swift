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
    static let count: UInt8 = 92

    /// Not a character at all: it is left out of the comparison.
    static let nothing: UInt8 = 127

    /// Letters of French and English outside a–z, in the order of their symbols, each with its plain letter.
    static let accents: [(Unicode.Scalar, plain: Unicode.Scalar)] = [
        ("à", "a"), ("â", "a"), ("ä", "a"), ("ç", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"), ("î", "i"),
        ("ï", "i"),
        ("ô", "o"), ("ö", "o"), ("ù", "u"), ("û", "u"), ("ü", "u"), ("ÿ", "y"), ("ñ", "n"), ("œ", "o"), ("æ", "a"),
    ]

    @inline(__always)
    static func isWord(_ symbol: UInt8) -> Bool { symbol &- digit < count - digit }

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

    /// The code of a symbol in a text in codes (`CodedText`), where ASCII stands for itself.
    @inline(__always)
    static func code(of symbol: UInt8) -> UInt8 { symbol | 0x80 }

    /// The symbols of all codes.
    static let byCode: [UInt8] = (0..<256).map { $0 < 0x80 ? table[$0] : UInt8($0) & 0x7F }

    /// What finding words goes by.
    enum Kind {
        static let sign: UInt8 = 0
        static let word: UInt8 = 1
        /// No character: it neither ends a word nor begins one.
        static let nothing: UInt8 = 2
    }

    /// The kinds of all codes.
    static let kinds: [UInt8] = byCode.map { $0 == nothing ? Kind.nothing : isWord($0) ? Kind.word : Kind.sign }

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
