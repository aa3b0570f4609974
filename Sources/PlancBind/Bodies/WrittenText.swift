import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text of a body and its place, read byte by byte.
struct WrittenText {
    let bytes: UnsafeBufferPointer<UInt8>
    let span: Span

    /// The place of a part, exact where the text is in the source as it is.
    func place(of part: Range<Int>) -> Span {
        guard span.range.count == bytes.count else { return span }
        return Span(span.file, Int(span.lower) + part.lowerBound, Int(span.lower) + part.upperBound)
    }

    /// The text from a place on, as far as the head of a step may reach.
    func rest(from start: Int) -> String {
        var end = min(bytes.count, start + 120)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func located(_ part: Range<Int>) -> Located<String> {
        Located(String(decoding: bytes[part], as: UTF8.self), place(of: part))
    }

    /// Up to the next white space.
    func word(at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, gap(at: end) == 0 { end += 1 }
        return start..<end
    }

    /// Past the white space at a place: spaces, tabs and no-break spaces.
    func pastGaps(_ start: Int) -> Int {
        var end = start
        while case let gap = gap(at: end), gap > 0 { end += gap }
        return end
    }

    /// The end, without the white space there.
    var endWithoutGaps: Int {
        var end = bytes.count
        while end > 0, gap(at: end - 1) == 1 { end -= 1 }
        return end
    }

    /// How many bytes of white space begin at a place: a space, a tab, U+00A0 or U+202F; 0 for none.
    private func gap(at place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        switch bytes[place] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): return 1
        case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: return 2
        case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == 0xAF: return 3
        default: return 0
        }
    }

    func holds(_ part: Range<Int>, _ word: StaticString) -> Bool {
        part.count == word.utf8CodeUnitCount
            && memcmp(bytes.baseAddress! + part.lowerBound, word.utf8Start, part.count) == 0
    }
}
