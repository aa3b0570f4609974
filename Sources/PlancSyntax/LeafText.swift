/// The text of a paragraph, heading or cell as CommonMark's inlines see it: without the marks of its containers and the
/// indentation of its lines, line ends as LF; and where each byte came from.
struct LeafText {
    private struct Piece {
        var text: Int
        var source: Int
    }

    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []
    /// Where the inlines begin: after a task's box, or link definitions.
    private(set) var first = 0
    /// How many bytes of the first text cmark still has and the inlines have not.
    private(set) var literalSkip = 0
    /// The bytes of a task's box at the start of the next paragraph.
    var skipped = 0
    /// The end in the source, blanks not counted.
    private(set) var end = 0

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        first = 0
        literalSkip = 0
        end = 0
    }

    mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else {
            if pieces.isEmpty { end = range.lowerBound }
            return
        }
        pieces.append(Piece(text: bytes.count, source: range.lowerBound))
        bytes.append(contentsOf: source[range])
        var last = range.upperBound
        while last > range.lowerBound, source[last - 1].isWhitespace { last -= 1 }
        if last > range.lowerBound || end == 0 { end = last }
    }

    mutating func appendLineEnd(at source: Int) {
        pieces.append(Piece(text: bytes.count, source: source))
        bytes.append(.lineFeed)
    }

    /// Blanks that a tab stands for.
    mutating func appendBlanks(_ count: Int, at source: Int) {
        for _ in 0..<count {
            pieces.append(Piece(text: bytes.count, source: source))
            bytes.append(.space)
        }
    }

    /// A part of the text, after a no-break space that has no place in the source; in a cell `\|` stands for a pipe.
    func part(_ range: Range<Int>, isCell: Bool = false) -> LeafText {
        var part = LeafText()
        part.bytes = [0xC2, 0xA0]
        part.first = 2
        part.literalSkip = 2
        part.end = range.isEmpty ? source(range.lowerBound) : source(range.upperBound - 1) + 1
        part.pieces = [Piece(text: 0, source: source(range.lowerBound))]
        // Stretch by stretch: one that comes from one stretch of the source, up to the next backslash that counts.
        var i = range.lowerBound
        var next = pieces.firstIndex { $0.text > i } ?? pieces.count
        var last = -2
        while i < range.upperBound {
            while next < pieces.count, pieces[next].text <= i { next += 1 }
            let limit = next < pieces.count ? min(pieces[next].text, range.upperBound) : range.upperBound
            let end = isCell ? bytes[i..<limit].firstIndex(of: .backslash) ?? limit : limit
            let isPipe =
                end < limit && end + 1 < range.upperBound && bytes[end + 1] == .pipe
            let upper = end < limit && !isPipe ? end + 1 : end
            if i < upper {
                let place = source(i)
                if place != last + 1 { part.pieces.append(Piece(text: part.bytes.count, source: place)) }
                part.bytes += bytes[i..<upper]
                last = place + upper - i - 1
            }
            i = isPipe ? end + 1 : upper
        }
        return part
    }

    var isEmpty: Bool { first >= bytes.count }

    /// Passes over a task's box and the blanks after it.
    mutating func skipBox(_ count: Int) {
        first = count
        while first < bytes.count, bytes[first].isBlank { first += 1 }
        literalSkip = first
    }

    /// Passes over the link definitions that a paragraph begins with: cmark has taken them out of its text.
    mutating func skipDefinitions() {
        guard bytes.first == UInt8(ascii: "[") else { return }
        bytes.withUnsafeBufferPointer { text in
            while first < text.count, let definition = LinkScanner(text).definition(at: first) {
                first = definition.end
            }
        }
        if first == bytes.count { first = 0 }
    }

    /// Where a byte of the text stands in the source; the end of the text is the end of its last byte.
    func source(_ offset: Int) -> Int {
        if pieces.count == 1 { return pieces[0].source + offset - pieces[0].text }
        var low = 0
        var high = pieces.count
        guard high > 0 else { return end }
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].text <= offset { low = middle } else { high = middle }
        }
        return pieces[low].source + offset - pieces[low].text
    }

    func range(_ lower: Int, _ upper: Int) -> Range<Int> {
        let start = source(lower)
        return start..<(upper > lower ? max(start, source(upper - 1) + 1) : start)
    }
}
