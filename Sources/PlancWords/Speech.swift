/// How fast a recorded announcement or a script is read aloud: between the 130 words a minute of an explanation and the
/// 160 of an audio book, in French and English alike.
public let speechRate = 135

/// The seconds it takes to say a text, rounded up; what counts as a word is what `spokenWords` counts.
public func speechSeconds(_ text: String, wordsPerMinute: Int = speechRate) -> Int {
    let rate = max(1, wordsPerMinute)
    return (spokenWords(text) * 60 + rate - 1) / rate
}

/// Words as they are said: a number is one for each two digits, an address one for each of its parts.
public func spokenWords(_ text: String) -> Int {
    var count = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
        let digits = word.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        if digits > 0, digits * 2 >= word.utf8.count {
            count += (digits + 1) / 2
        } else if isAddress(Array(word.utf8)) {
            count += word.split { !($0.isLetter || $0.isNumber) }.count * 2 - 1
        } else if word.contains(where: { $0.isLetter || $0.isNumber }) {
            count += 1
        }
    }
    return count
}

/// Words as they are written: what stands between spaces and has a letter or a digit.
public func wordCount(_ text: String) -> Int {
    var count = 0
    Array(text.utf8).forEachWord(in: nil) { _ in count += 1 }
    return count
}

extension [UInt8] {
    /// Every stretch between spaces that has a letter or a digit, in a range of UTF-8.
    func forEachWord(in range: Range<Int>?, _ visit: (Range<Int>) -> Void) {
        let end = range?.upperBound ?? count
        var start = range?.lowerBound ?? 0
        var i = start
        var hasLetter = false
        while i < end {
            let byte = self[i]
            var width = 1
            var isSpace = false
            if byte < 0x80 {
                isSpace = byte <= 0x20
                if !isSpace, (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) { hasLetter = true }
            } else {
                width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
                let second = i + 1 < end ? self[i + 1] : 0
                let third = i + 2 < end ? self[i + 2] : 0
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
            }
            if isSpace {
                if hasLetter { visit(start..<i) }
                hasLetter = false
                start = i + width
            }
            i += width
        }
        if hasLetter { visit(start..<end) }
    }
}

/// A web or mail address: something dotted or with `@`, without a space, that does not end there.
func isAddress(_ bytes: [UInt8]) -> Bool {
    if bytes.hasStart("http://") || bytes.hasStart("https://") || bytes.hasStart("www.") { return true }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    for (i, byte) in bytes.enumerated() where i > 0 && i + 1 < bytes.count && isLetter(bytes[i + 1]) {
        if byte == UInt8(ascii: "@") { return true }
        if byte == UInt8(ascii: "."), i > 1, isLetter(bytes[i - 1]) { return true }
    }
    return false
}
