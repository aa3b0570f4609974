/// Reads running text byte by byte: where words begin and end, and the signs that may end a sentence.
///
/// A word is a stretch between spaces that has a letter or a digit.
struct WordScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the text ends that is looked at.
    private let end: Int
    private let classes: UnsafeBufferPointer<UInt8>
    private var start: Int
    private var hasLetter = false

    /// Reads `range` of UTF-8; the scan is good for as long as `body` runs.
    static func over<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (inout WordScan) -> Result
    ) -> Result {
        classTable.withUnsafeBufferPointer { table in
            var scan = WordScan(bytes: bytes, end: range.upperBound, classes: table, start: range.lowerBound)
            return body(&scan)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, end: Int, classes: UnsafeBufferPointer<UInt8>, start: Int) {
        (self.bytes, self.end, self.classes, self.start) = (bytes, end, classes, start)
    }

    // What a byte begins.
    private static let sign: UInt8 = 0
    private static let letter: UInt8 = 1
    private static let space: UInt8 = 2
    /// `.`, `!` or `?`
    private static let stop: UInt8 = 3
    /// A character of more than one byte.
    private static let wide: UInt8 = 4

    private static let classTable: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0...0x20: space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: letter
        case 0x21, 0x2E, 0x3F: stop
        case 0x80...: wide
        default: sign
        }
    }

    /// Reads on from a place to `limit`, or to the first sign that may end a sentence when `stops`; tells each word that
    /// ends on the way, and gives the place it came to.
    @inline(__always)
    mutating func read(from place: Int, to limit: Int, stops: Bool, _ word: (Range<Int>) -> Void) -> Int {
        var i = place
        while i < limit {
            let byte = bytes[i]
            let kind = classes[Int(byte)]
            if kind == Self.letter {
                hasLetter = true
                repeat { i += 1 } while i < limit && classes[Int(bytes[i])] == Self.letter
            } else if kind == Self.space {
                close(i, word)
                i += 1
                start = i
            } else if kind == Self.wide {
                if stops, byte == 0xE2, i + 2 < end, bytes[i + 1] == 0x80, bytes[i + 2] == 0xA6 { return i }
                i += wide(byte, at: i, word)
            } else if kind == Self.stop, stops {
                return i
            } else {
                i += 1
            }
        }
        return i
    }

    /// Ends the word that is being read.
    @inline(__always)
    mutating func close(_ place: Int, _ word: (Range<Int>) -> Void) {
        if hasLetter { word(start..<place) }
        hasLetter = false
        start = place
    }

    /// A character outside ASCII; gives its length.
    @inline(__always)
    private mutating func wide(_ byte: UInt8, at i: Int, _ word: (Range<Int>) -> Void) -> Int {
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        let second = i + 1 < end ? bytes[i + 1] : 0
        let third = i + 2 < end ? bytes[i + 2] : 0
        var isSpace = false
        switch byte {
        // No-break space; the rest of U+0080–00BF are signs.
        case 0xC2: isSpace = second == 0xA0 as UInt8
        case 0xC3: if second != 0x97 as UInt8, second != 0xB7 as UInt8 { hasLetter = true }
        // General punctuation, with its spaces, and symbols up to U+2BFF.
        case 0xE2: isSpace = second == 0x80 as UInt8 && (third <= 0x8A || third == 0xAF as UInt8)
        case 0xF0...: break
        case 0xE3 where second == 0x80 as UInt8: isSpace = third == 0x80 as UInt8
        default: hasLetter = true
        }
        if isSpace {
            close(i, word)
            start = i + width
        }
        return width
    }
}

/// Every word of a range of UTF-8.
@inline(__always)
func forEachWord(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ visit: (Range<Int>) -> Void) {
    WordScan.over(bytes, range) { scan in
        _ = scan.read(from: range.lowerBound, to: range.upperBound, stops: false, visit)
        scan.close(range.upperBound, visit)
    }
}
