/// Spaces and tabs one after the other stand for one space: so a forge shows a text, and so it is printed.
extension String {
    /// Whether a tab, or a second space after a space, stands in it.
    public var hasRepeatedSpaces: Bool {
        utf8.withContiguousStorageIfAvailable { Self.hasRepeatedSpaces($0) } ?? Self.hasRepeatedSpaces(utf8)
    }

    private static func hasRepeatedSpaces(_ bytes: some Sequence<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x09 || (byte == 0x20 && before == 0x20) { return true }
            before = byte
        }
        return false
    }

    /// With one space in place of spaces and tabs one after the other. A no-break space stays.
    public var withoutRepeatedSpaces: String {
        hasRepeatedSpaces ? piecesBetweenSpaces.map { self[$0] }.joined(separator: " ") : self
    }

    /// The same without the white space around it: a title, a name, a text in front matter.
    public var trimmedToOneSpaceEach: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
        if !isBlank(first), !isBlank(last) { return withoutRepeatedSpaces }
        var text = self[...]
        while let first = text.utf8.first, isBlank(first) { text.removeFirst() }
        while let last = text.utf8.last, isBlank(last) { text.removeLast() }
        return String(text).withoutRepeatedSpaces
    }

    /// What stands between spaces and tabs, one after the other: also the empty text at an end that begins or ends with them.
    public var piecesBetweenSpaces: [Range<String.Index>] {
        var pieces: [Range<String.Index>] = []
        var start = startIndex
        var place = startIndex
        while place < utf8.endIndex {
            guard utf8[place] == 0x20 || utf8[place] == 0x09 else {
                place = utf8.index(after: place)
                continue
            }
            pieces.append(start..<place)
            while place < utf8.endIndex, utf8[place] == 0x20 || utf8[place] == 0x09 { place = utf8.index(after: place) }
            start = place
        }
        pieces.append(start..<endIndex)
        return pieces
    }
}
