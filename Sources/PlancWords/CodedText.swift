import PlancSource

/// A text made ready for the automaton: a code for each of its bytes, so that a place among the codes is a place in the
/// text. ASCII stands for itself; another character has its symbol's code at its first byte, and nothing at the others.
///
/// Kept for many texts, so that its room is made once.
struct CodedText: Sendable {
    /// Of which the first `count` are the text's.
    private(set) var codes: [UInt8] = []
    private(set) var count = 0
    /// Whether a French text is written without any accent, as text messages often are.
    private(set) var hasNoAccents = true

    /// Takes a text in. What stands in `excluded` (ascending, apart) is a gap.
    mutating func read(_ text: MappedText, excluding excluded: [Range<Int>]) {
        count = text.bytes.count
        if codes.count < count { codes = [UInt8](repeating: 0, count: max(count, codes.count * 2)) }
        hasNoAccents = codes.withUnsafeMutableBufferPointer { codes in
            text.bytes.withUnsafeBufferPointer { bytes in
                var writer = CodeWriter(
                    bytes: bytes, codes: UnsafeMutableBufferPointer(rebasing: codes[..<bytes.count]))
                writer.write(text.pieces, excluding: excluded)
                return writer.hasNoAccents
            }
        }
    }

    /// Whether it has more than so many symbols, spaces in a row being one.
    func hasMore(than most: Int) -> Bool {
        var (symbols, last) = (0, Symbol.nothing)
        for code in codes[..<count] where symbols <= most {
            let symbol = Symbol.byCode[Int(code)]
            if symbol == Symbol.nothing || symbol == last && Symbol.isOneInRow(symbol) { continue }
            last = symbol
            symbols += 1
        }
        return symbols > most
    }
}

extension Symbol {
    /// Whether many of it in a row are one.
    static func isOneInRow(_ symbol: UInt8) -> Bool { symbol == space || symbol == gap }
}

/// Writes a text's codes into the room there is for them.
private struct CodeWriter {
    let bytes: UnsafeBufferPointer<UInt8>
    /// As many as bytes.
    let codes: UnsafeMutableBufferPointer<UInt8>
    var hasNoAccents = true
    /// The place of the last symbol before what is being written; nil at the start.
    private var last: Int?

    init(bytes: UnsafeBufferPointer<UInt8>, codes: UnsafeMutableBufferPointer<UInt8>) {
        (self.bytes, self.codes) = (bytes, codes)
    }

    mutating func write(_ pieces: [MappedText.Piece], excluding excluded: [Range<Int>]) {
        _ = codes.update(fromContentsOf: bytes)
        let isPlain = isASCII
        var closed = excluded[...]
        for (i, piece) in pieces.enumerated() {
            let end = i + 1 < pieces.count ? pieces[i + 1].start : bytes.count
            switch piece.kind {
            case .words:
                if isPlain, closed.isEmpty { continue }
                var lower = piece.start
                while let range = closed.first, range.lowerBound < end {
                    if range.lowerBound > lower { recode(lower..<range.lowerBound) }
                    // It may begin in the value before: that stays a value.
                    for i in range.clamped(to: 0..<lower) where codes[i] == Symbol.code(of: Symbol.nothing) {
                        codes[i] = Symbol.code(of: Symbol.gap)
                    }
                    let upper = max(lower, min(range.upperBound, end))
                    fill(max(lower, range.lowerBound)..<upper, with: Symbol.gap)
                    lower = upper
                    if range.upperBound > end { break }
                    closed.removeFirst()
                }
                if lower < end { recode(lower..<end) }
            case .value:
                fill(piece.start..<end, with: Symbol.nothing)
                codes[piece.start] = Symbol.code(of: Symbol.other)
                last = piece.start
            case .code, .quotation, .mark:
                fill(piece.start..<end, with: Symbol.gap)
                while let range = closed.first, range.upperBound <= end { closed.removeFirst() }
            }
        }
    }

    private var isASCII: Bool {
        var all: UInt8 = 0
        for byte in bytes { all |= byte }
        return all < 0x80
    }

    private mutating func fill(_ range: Range<Int>, with symbol: UInt8) {
        for i in range { codes[i] = Symbol.code(of: symbol) }
        if !range.isEmpty { last = range.upperBound - 1 }
    }

    /// Writes what is not ASCII in a stretch of words.
    private mutating func recode(_ range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            let byte = bytes[i]
            if byte < 0x80 {
                last = i
                i += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            var value = UInt32(byte & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F))
            for k in 1..<length {
                value = value << 6 | UInt32(i + k < bytes.count ? bytes[i + k] & 0x3F : 0)
            }
            let symbol = symbol(of: value)
            let end = min(i + length, range.upperBound)
            for place in i..<end { codes[place] = Symbol.code(of: Symbol.nothing) }
            if symbol != Symbol.nothing {
                codes[i] = Symbol.code(of: symbol)
                if symbol >= Symbol.accented { hasNoAccents = false }
                last = i
            }
            i = end
        }
    }

    /// The symbol of a character outside ASCII; a mark on the letter before changes that one and is nothing itself.
    private mutating func symbol(of value: UInt32) -> UInt8 {
        if (0x300...0x36F).contains(value) {
            if let last, let both = Symbol.composed(Symbol.byCode[Int(codes[last])], with: value) {
                codes[last] = Symbol.code(of: both)
                hasNoAccents = false
            }
            return Symbol.nothing
        }
        return Unicode.Scalar(value).map(Symbol.of) ?? Symbol.other
    }
}
