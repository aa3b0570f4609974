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
    var (text, count) = (text, 0)
    text.withUTF8 { bytes in
        forEachWord(bytes, in: 0..<bytes.count) { range in
            let word = bytes[range]
            let digits = word.count { (0x30...0x39).contains($0) }
            if digits * 2 >= word.count {
                count += (digits + 1) / 2
            } else if isAddress(Array(word)) {
                let parts = String(decoding: word, as: UTF8.self).split { !($0.isLetter || $0.isNumber) }
                count += parts.count * 2 - 1
            } else {
                count += 1
            }
        }
    }
    return count
}

/// Words as they are written: what stands between spaces and has a letter or a digit.
public func wordCount(_ text: String) -> Int {
    var (text, count) = (text, 0)
    text.withUTF8 { bytes in forEachWord(bytes, in: 0..<bytes.count) { _ in count += 1 } }
    return count
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
