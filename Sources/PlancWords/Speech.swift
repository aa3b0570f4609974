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
        } else if isAddress(word) {
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
    var isInWord = false
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace {
            isInWord = false
        } else if !isInWord, isWordScalar(scalar) {
            isInWord = true
            count += 1
        }
    }
    return count
}

@inline(__always)
func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
        return (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A) || (value >= 0x30 && value <= 0x39)
    }
    if value >= 0xC0, value <= 0x24F { return value != 0xD7 && value != 0xF7 }
    return scalar.properties.isAlphabetic
}

/// A web or mail address: something dotted or with `@`, without a space, that does not end there.
func isAddress(_ word: Substring) -> Bool {
    if word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("www.") { return true }
    let bytes = Array(word.utf8)
    for (i, byte) in bytes.enumerated() where byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        if i > 0, i + 1 < bytes.count, isLetter(bytes[i + 1]), isLetter(bytes[i - 1]) || byte == UInt8(ascii: "@"),
            i > 1 || byte == UInt8(ascii: "@")
        {
            return true
        }
    }
    return false
}
