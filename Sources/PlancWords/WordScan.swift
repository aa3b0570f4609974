import PlancScan

/// Where words begin and end in running text: a word is a stretch between spaces that has a letter or a digit.
enum WordScan {
    /// Every stretch of a range of UTF-8 that has no space.
    @inline(__always)
    static func forEachStretch(
        _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ visit: (Range<Int>) -> Void
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = endOfStretch(bytes, from: start, to: range.upperBound)
            if end > start { visit(start..<end) }
            start = end < range.upperBound ? end + spaceWidth(bytes, end, range.upperBound) : end
        }
    }

    /// Where the stretch that goes on at a place ends: at a space, or at the limit.
    @inline(__always)
    private static func endOfStretch(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int, to limit: Int) -> Int {
        var i = place
        while i + 8 <= bytes.count {
            let marks = ByteMarks.spaces(ByteMarks.load(bytes, i))
            if marks.isEmpty {
                i += 8
                if i >= limit { return limit }
                continue
            }
            i += marks.first
            if i >= limit { return limit }
            if spaceWidth(bytes, i, limit) > 0 { return i }
            i += 1
        }
        while i < limit, spaceWidth(bytes, i, limit) == 0 { i += 1 }
        return min(i, limit)
    }

    /// The bytes of the space at a place; 0 when there is none.
    @inline(__always)
    private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
        let byte = bytes[i]
        if byte <= 0x20 { return 1 }
        return byte < 0xC2 ? 0 : wideSpaceWidth(bytes, i, limit)
    }

    private static func wideSpaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
        let second = i + 1 < limit ? bytes[i + 1] : 0
        let third = i + 2 < limit ? bytes[i + 2] : 0
        switch bytes[i] {
        // No-break space.
        case 0xC2: return second == 0xA0 as UInt8 ? 2 : 0
        // The spaces of general punctuation.
        case 0xE2: return second == 0x80 as UInt8 && (third <= 0x8A || third == 0xAF as UInt8) ? 3 : 0
        case 0xE3: return second == 0x80 as UInt8 && third == 0x80 as UInt8 ? 3 : 0
        default: return 0
        }
    }

    /// Whether a stretch has a letter or a digit.
    @inline(__always)
    static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Bool {
        let first = bytes[stretch.lowerBound]
        return (0x61...0x7A).contains(first | 0x20) || hasLetter(bytes, stretch)
    }

    private static func hasLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Bool {
        var i = stretch.lowerBound
        while i < stretch.upperBound {
            let byte = bytes[i]
            let second = i + 1 < stretch.upperBound ? bytes[i + 1] : 0
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
            case 0..<0x80: i += 1
            // The signs of Latin-1.
            case 0xC2: i += 2
            case 0xC3:
                if second != 0x97 as UInt8, second != 0xB7 as UInt8 { return true }
                i += 2
            // General punctuation, and symbols up to U+2BFF.
            case 0xE2: i += 3
            case 0xE3:
                if second != 0x80 as UInt8 { return true }
                i += 3
            case 0xF0...: i += 4
            default: return true
            }
        }
        return false
    }

    /// No fewer than the words of a range: how often a word could end in it.
    static func mostWords(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int {
        var words = 1
        var i = range.lowerBound
        while i + 8 <= range.upperBound {
            // A byte counts to 255 before it runs over.
            var counts: UInt64 = 0
            let end = min(range.upperBound, i + 255 * 8)
            while i + 8 <= end {
                counts &+= ByteMarks.spaceCounts(ByteMarks.load(bytes, i))
                i += 8
            }
            let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
            words += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
        }
        return words + (range.upperBound - i)
    }
}

/// Every word of a range of UTF-8.
@inline(__always)
func forEachWord(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, _ visit: (Range<Int>) -> Void) {
    WordScan.forEachStretch(bytes, in: range) { if WordScan.isWord(bytes, $0) { visit($0) } }
}
