#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// The first place of a byte from `start` on, or `count`.
    func first(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
            return count
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The end of a range without the blanks and line ends before it.
    func trimmedEnd(of range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, self[end - 1].isWhitespace { end -= 1 }
        return end
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let dash = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")
    static let backslash = UInt8(ascii: "\\")
    static let pipe = UInt8(ascii: "|")
    static let ampersand = UInt8(ascii: "&")
    static let at = UInt8(ascii: "@")
    static let brace = UInt8(ascii: "{")

    /// A space or a tab.
    var isBlank: Bool { self == .space || self == .tab }
    /// What ends a line for CommonMark.
    var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isWhitespace: Bool { self == .space || (self >= 9 && self <= 13) }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLowercase: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isAlphanumeric: Bool { isLetter || isDigit }
    /// ASCII punctuation: what a backslash can escape.
    var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
}

extension RandomAccessCollection<UInt8> {
    /// The bytes as text, without blanks and line ends around them.
    var trimmedText: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
        while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
        return String(decoding: slice, as: UTF8.self)
    }
}

/// Whether `bytes` continue with `text` at `offset`.
func continues(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    for i in 0..<count where bytes[offset + i] != text.utf8Start[i] { return false }
    return true
}

/// The id (`[a-z0-9]+(-[a-z0-9]+)*`) that begins at `start`: its end, or `start` when there is none.
func endOfID(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, bytes[i].isLowercase || bytes[i].isDigit {
        i += 1
        if i + 1 < end, bytes[i] == .dash, bytes[i + 1].isLowercase || bytes[i + 1].isDigit { i += 1 }
    }
    return i
}
