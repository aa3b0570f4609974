import PlancSource

extension FrontMatterFence {
    /// Where the text of a file begins whose front matter no line closes: after the last line that reads like one of a front matter.
    ///
    /// nil of one that is closed, and where it does not begin with keys.
    func likelyBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if body != nil { return nil }
        var lines = KeyLines()
        var line = content.lowerBound
        while line < content.upperBound {
            let next = nextLine(bytes, line)
            guard lines.take(bytes, line..<bytes.trimmedEnd(of: line..<next), next: next) else { break }
            line = next
        }
        return lines.keys >= 2 ? lines.end : nil
    }

    /// The same file with its front matter closed before a line.
    func closed(at body: Int) -> FrontMatterFence {
        FrontMatterFence(opening: opening, content: content.lowerBound..<body, body: body, slips: slips)
    }
}

/// Takes in the lines of a front matter one by one, up to the first that is none of them.
private struct KeyLines {
    /// After the last line that belongs to the front matter.
    private(set) var end: Int?
    /// At the margin.
    private(set) var keys = 0
    /// Whether a list at the margin may follow: after `key:` alone, and in such a list.
    private var mayList = false

    /// - Returns: false for a line with which the text has begun.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ words: Range<Int>, next: Int) -> Bool {
        guard let first = words.first.map({ bytes[$0] }) else { return true }
        if let key = NearFence.key(bytes, words), !first.isBlank {
            // Keys are in small letters; "Important: call them" is text.
            guard bytes[words.lowerBound] == key.utf8.first else { return false }
            keys += 1
            mayList = bytes[words.upperBound - 1] == .colon
        } else if first == .dash {
            guard mayList, words.count < 3 || bytes[words.lowerBound + 1] == .space,
                !continues(bytes, words.lowerBound, words.upperBound, "- [")
            else { return false }
        } else if first == UInt8(ascii: "#") {
            // A comment where keys follow, else a heading.
            return true
        } else if !first.isBlank, first != UInt8(ascii: "}"), first != UInt8(ascii: "]") {
            return false
        }
        guard keys > 0 else { return false }
        end = next
        return true
    }
}
