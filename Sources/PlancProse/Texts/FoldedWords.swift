import PlancWordLists

extension String {
    /// For comparing words: small letters, straight apostrophes, single plain spaces.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(utf8.count)
            for byte in utf8 {
                let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                if isSpace, bytes.last == 0x20 { continue }
                bytes.append(isSpace ? 0x20 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        var result = ""
        for scalar in lowercased().unicodeScalars {
            switch scalar {
            case "’", "‘", "ʼ": result.unicodeScalars.append("'")
            case _ where scalar.properties.isWhitespace:
                if result.unicodeScalars.last != " " { result.unicodeScalars.append(" ") }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether some words stand in the text as whole words; both folded.
    func hasWords(_ words: String) -> Bool { Array(utf8).hasWords(Array(words.utf8)) }
}

extension [UInt8] {
    /// Whether some words stand in the text as whole words; both folded.
    func hasWords(_ words: [UInt8]) -> Bool { indices.contains { hasWords(words, at: $0) } }

    /// Whether words stand at a place of the text as whole words; both folded.
    func hasWords(_ words: [UInt8], at start: Int) -> Bool {
        let end = start + words.count
        guard let first = words.first, let last = words.last, self[start] == first, end <= count,
            self[start..<end].elementsEqual(words)
        else { return false }
        if start > 0, self[start - 1].isWordByte, first.isWordByte { return false }
        return !(end < count && self[end].isWordByte && last.isWordByte)
    }
}
