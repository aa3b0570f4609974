import PlancSource

/// The first 12 hexadecimal digits of the SHA-256 of title, subject and body, each ended by a NUL byte, line endings as LF. Neither
/// keys nor other files have a part in it.
func contentHash(title: String, subject: String, body: ArraySlice<UInt8>) -> String {
    var hash = SHA256()
    hash.add(title.utf8)
    hash.add([0])
    hash.add(subject.utf8)
    hash.add([0])
    if body.contains(UInt8(ascii: "\r")) {
        var lines: [UInt8] = []
        lines.reserveCapacity(body.count)
        for (index, byte) in zip(body.indices, body) {
            if byte == UInt8(ascii: "\r"), index + 1 < body.endIndex, body[index + 1] == UInt8(ascii: "\n") {
                continue
            }
            lines.append(byte)
        }
        hash.add(lines)
    } else {
        hash.add(body)
    }
    hash.add([0])
    return String(hash.hexadecimal().prefix(12))
}

/// The body of a text as older stamps hold it: without comments, without spaces at the ends of lines but those that break a line, and with one
/// empty line where there are several, one at its beginning, and none at its end. Blocks of code stay as they are.
///
/// - Parameter withComments: comments are left in it.
func asRead(_ body: ArraySlice<UInt8>, withComments: Bool) -> [UInt8] {
    var reader = BodyAsRead(keepsComments: withComments)
    for line in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        reader.add(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    return reader.text
}

/// Takes in a text line by line.
private struct BodyAsRead {
    let keepsComments: Bool
    private(set) var text: [UInt8] = []
    /// Lines without words since the last one with some.
    private var hasEmptyLine = true
    /// The sign of the fence of the block of code that is open.
    private var fence: UInt8?
    private var isInComment = false

    init(keepsComments: Bool) { self.keepsComments = keepsComments }

    mutating func add(_ line: ArraySlice<UInt8>) {
        if let fence {
            if Self.fence(of: line) == fence { self.fence = nil }
            return put(line)
        }
        if !isInComment, let sign = Self.fence(of: line) {
            fence = sign
            return put(line)
        }
        let words = withoutSpaces(withoutComments(line))
        if words.isEmpty {
            hasEmptyLine = true
        } else {
            put(words[...])
        }
    }

    private mutating func put(_ line: ArraySlice<UInt8>) {
        if hasEmptyLine { text.append(UInt8(ascii: "\n")) }
        hasEmptyLine = false
        text += line
        text.append(UInt8(ascii: "\n"))
    }

    /// The sign of three and more that a line begins with, which opens or closes a block of code.
    private static func fence(of line: ArraySlice<UInt8>) -> UInt8? {
        let words = line.drop { $0 == UInt8(ascii: " ") }
        guard let sign = words.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"),
            words.prefix(3).count == 3, words.prefix(3).allSatisfy({ $0 == sign })
        else { return nil }
        return sign
    }

    /// A line with code in it is left as it is: what looks like a comment there is printed.
    private mutating func withoutComments(_ line: ArraySlice<UInt8>) -> [UInt8] {
        if keepsComments || (!isInComment && line.contains(UInt8(ascii: "`"))) { return Array(line) }
        var words: [UInt8] = []
        var rest = line
        while !rest.isEmpty {
            if isInComment {
                guard let end = rest.firstRange(of: Array("-->".utf8)) else { break }
                rest = rest[end.upperBound...]
                isInComment = false
            } else if let start = rest.firstRange(of: Array("<!--".utf8)) {
                words += rest[..<start.lowerBound]
                rest = rest[start.upperBound...]
                isInComment = true
            } else {
                words += rest
                break
            }
        }
        return words
    }

    /// Two spaces at the end break the line: they stay, and more are no more than two.
    private func withoutSpaces(_ line: [UInt8]) -> [UInt8] {
        var words = line[...]
        while let last = words.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { words.removeLast() }
        let isBroken =
            !words.isEmpty && line.count - words.count > 1 && line.suffix(2).allSatisfy { $0 == UInt8(ascii: " ") }
        return Array(words) + (isBroken ? Array("  ".utf8) : [])
    }
}
