import PlancSource

/// Cuts prose into tokens, in one reading of its bytes.
///
/// Elisions are words of their own (`l’` `attaque`), hyphens part words, an English `’s` belongs to the word before, an address on
/// the web is one token, a number keeps its separators.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let elides: Bool
    private var place: Int

    enum Piece {
        case word(Range<Int>)
        case number(Range<Int>)
        case address(Range<Int>)
        case sign(Range<Int>, Sign)
    }

    enum Sign { case stop, question, comma, pause, opening, closing, percent }

    /// - Parameter elides: whether `l’` and `qu’` are words of their own, as in French.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, elides: Bool) {
        self.bytes = bytes
        self.elides = elides
        (place, end) = (range.lowerBound, range.upperBound)
    }

    mutating func next() -> Piece? {
        while place < end {
            let start = place
            let (scalar, width) = scalar(at: place)
            switch kind(scalar) {
            case .letter:
                if let address = address(from: start) { return .address(address) }
                return .word(word(from: start))
            case .digit: return numberOrWord(from: start)
            case .apostrophe, .space, .nothing: place += width
            case .sign(let sign):
                place += width
                if let sign { return .sign(start..<place, sign) }
                // "+++ URGENT +++"
                if scalar == 0x2B, place < end, bytes[place] == 0x2B {
                    while place < end, bytes[place] == 0x2B { place += 1 }
                    return .sign(start..<place, .pause)
                }
            }
        }
        return nil
    }

    // MARK: Words

    /// A word, an elision (with its apostrophe), or a word with its possessive.
    private mutating func word(from start: Int) -> Range<Int> {
        var letters = 0
        while place < end {
            let (scalar, width) = scalar(at: place)
            switch kind(scalar) {
            case .letter, .digit:
                letters += 1
                place += width
            case .nothing: place += width
            case .apostrophe:
                let after = place + width
                // In a phrase `n' (a | ont)` it may stand alone.
                if elides, isElision(start..<place, letters) {
                    place = after
                    return start..<after
                }
                guard after < end, case .letter = kind(self.scalar(at: after).scalar) else { return start..<place }
                place = after
            case .space, .sign: return start..<place
            }
        }
        return start..<place
    }

    /// Whether the letters before an apostrophe are an elision: one or two letters, or `qu`, `jusqu`, `lorsqu`, `puisqu`.
    private func isElision(_ range: Range<Int>, _ letters: Int) -> Bool {
        if letters == 1 { return true }
        let last = bytes[range.upperBound - 1] | 0x20
        return last == UInt8(ascii: "u") && bytes[range.upperBound - 2] | 0x20 == UInt8(ascii: "q")
    }

    private mutating func numberOrWord(from start: Int) -> Piece {
        var isNumber = true
        while place < end {
            let (scalar, width) = scalar(at: place)
            switch kind(scalar) {
            case .digit, .nothing: place += width
            case .letter:
                isNumber = false
                place += width
            case .sign where [0x2C, 0x2E, 0x3A].contains(scalar) && isDigit(at: place + width): place += width
            case .space where (scalar == 0xA0 || scalar == 0x202F) && isDigit(at: place + width): place += width
            default: return isNumber ? .number(start..<place) : .word(start..<place)
            }
        }
        return isNumber ? .number(start..<place) : .word(start..<place)
    }

    private func isDigit(at place: Int) -> Bool { place < end && (0x30...0x39).contains(bytes[place]) }

    /// `https://…`, `www.…`, `name@host`, `host.example/…`: to the next space.
    private mutating func address(from start: Int) -> Range<Int>? {
        var i = start
        var isAddress = false
        while i < end, bytes[i] > 0x20, bytes[i] < 0x80 {
            if bytes[i] == UInt8(ascii: "@") && i > start { isAddress = true }
            if bytes[i] == UInt8(ascii: "/"), i + 1 < end, bytes[i + 1] == UInt8(ascii: "/"), i > start,
                bytes[i - 1] == UInt8(ascii: ":")
            {
                isAddress = true
            }
            if bytes[i] == UInt8(ascii: "."), i == start + 3, bytes[start..<i].elementsEqual("www".utf8) {
                isAddress = true
            }
            i += 1
        }
        guard isAddress else { return nil }
        while i > start + 1, [0x2E, 0x2C, 0x3B, 0x3A, 0x29, 0x21, 0x3F].contains(bytes[i - 1]) { i -= 1 }
        place = i
        return start..<i
    }

    // MARK: Characters

    private enum Kind {
        case letter, digit, apostrophe, space
        /// No character: it neither ends a word nor begins one.
        case nothing
        /// nil: a sign that means nothing here; it parts words.
        case sign(Sign?)
    }

    @inline(__always)
    private func scalar(at place: Int) -> (scalar: UInt32, width: Int) {
        let byte = bytes[place]
        if byte < 0x80 { return (UInt32(byte), 1) }
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var value = UInt32(byte & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F))
        for k in 1..<width { value = value << 6 | UInt32(place + k < bytes.count ? bytes[place + k] & 0x3F : 0) }
        return (value, min(width, max(1, bytes.count - place)))
    }

    private func kind(_ scalar: UInt32) -> Kind {
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0...0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xFF07: .apostrophe
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0x300...0x36F: .nothing
        case 0x2E, 0x21, 0x2026: .sign(.stop)
        case 0x3F: .sign(.question)
        case 0x2C: .sign(.comma)
        case 0x3A, 0x3B, 0x2013, 0x2014: .sign(.pause)
        case 0x28, 0x5B: .sign(.opening)
        case 0x29, 0x5D: .sign(.closing)
        case 0x25: .sign(.percent)
        case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: .letter
        case 0x370...0x1FFF, 0x2C00...0x2FFF, 0x3040...0xD7FF, 0xF900...0xFFDC: .letter
        default: .sign(nil)
        }
    }
}
