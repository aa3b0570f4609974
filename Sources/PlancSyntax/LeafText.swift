import PlancSource

/// The text of a paragraph, heading or cell as CommonMark's inlines see it: without the marks of its containers and the
/// indentation of its lines, line ends as LF; and where each byte came from.
///
/// The text lies in the source where it stands there as it is, else in scratch memory.
struct LeafText {
    /// A stretch of the source, up to the next piece.
    struct Piece {
        var text: Int32
        var source: Int32
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the text is in the source, when it is one stretch of it.
    private let origin: Int
    /// The stretches, when they are many.
    private let pieces: UnsafeBufferPointer<Piece>
    /// Where the inlines begin: after a task's box, or link definitions.
    private(set) var first = 0
    /// How many bytes of the first text cmark still has and the inlines have not.
    private(set) var literalSkip = 0
    /// The end in the source, blanks not counted.
    let end: Int

    init(bytes: UnsafeBufferPointer<UInt8>, origin: Int, pieces: UnsafeBufferPointer<Piece>, end: Int) {
        self.bytes = bytes
        self.origin = origin
        self.pieces = pieces
        self.end = end
    }

    /// The text of one line.
    init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.init(
            bytes: UnsafeBufferPointer(rebasing: source[range]), origin: range.lowerBound,
            pieces: UnsafeBufferPointer(start: nil, count: 0), end: source.trimmedEnd(of: range))
    }

    /// A part of the text that is not empty, after a no-break space that has no place in the source; in a cell `\|` stands
    /// for a pipe.
    func part(_ range: Range<Int>, isCell: Bool = false) -> LeafText {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        // Each stretch of the source and each backslash that is left out begins a piece.
        let piece = Self.piece(of: pieces, at: range.lowerBound)
        let more = Self.piece(of: pieces, at: range.upperBound - 1) - piece
        let escapes = isCell ? part.count { $0 == .backslash } : 0
        var builder = LeafBuilder(room: part.count + 2, breaks: more + escapes)
        builder.append(LeafBuilder.noBreakSpace, at: source(range.lowerBound) - 2)
        // Stretch by stretch: one that comes from one stretch of the source, up to the next backslash that counts.
        var i = range.lowerBound
        var next = piece + 1
        while i < range.upperBound {
            while next < pieces.count, Int(pieces[next].text) <= i { next += 1 }
            let limit = next < pieces.count ? min(Int(pieces[next].text), range.upperBound) : range.upperBound
            let end = isCell ? i + UnsafeBufferPointer(rebasing: bytes[i..<limit]).first(.backslash, from: 0) : limit
            let isPipe = end < limit && end + 1 < range.upperBound && bytes[end + 1] == .pipe
            let upper = end < limit && !isPipe ? end + 1 : end
            builder.append(UnsafeBufferPointer(rebasing: bytes[i..<upper]), at: source(i))
            i = isPipe ? end + 1 : upper
        }
        var text = builder.text(end: source(range.upperBound - 1) + 1)
        text.first = 2
        text.literalSkip = 2
        return text
    }

    /// A part of the text that says nothing but itself to CommonMark and is in the source as it is; nil when it is no
    /// such part.
    func plainPart(_ range: Range<Int>) -> LeafText? {
        let lower = Self.piece(of: pieces, at: range.lowerBound)
        guard pieces.isEmpty || lower == Self.piece(of: pieces, at: range.upperBound - 1) else { return nil }
        for i in range where Self.isMark(bytes[i]) { return nil }
        let place = source(range.lowerBound)
        return LeafText(
            bytes: UnsafeBufferPointer(rebasing: bytes[range]), origin: place,
            pieces: UnsafeBufferPointer(start: nil, count: 0), end: place + range.count)
    }

    /// What may begin or end an inline of CommonMark.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case .lineFeed, .carriageReturn, .backslash, .ampersand, UInt8(ascii: "`"), UInt8(ascii: "<"),
            UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"):
            true
        default: false
        }
    }

    /// Passes over a task's box and the blanks after it.
    mutating func skipBox(_ count: Int) {
        first = count
        while first < bytes.count, bytes[first].isBlank { first += 1 }
        literalSkip = first
    }

    /// Passes over the link definitions that a paragraph begins with: cmark has taken them out of its text.
    mutating func skipDefinitions() {
        guard bytes.first == UInt8(ascii: "[") else { return }
        while first < bytes.count, let definition = LinkScanner(bytes).definition(at: first) { first = definition.end }
        if first == bytes.count { first = 0 }
    }

    /// The last of the pieces that begins at a place or before it.
    private static func piece(of pieces: UnsafeBufferPointer<Piece>, at offset: Int) -> Int {
        max(0, pieces.partitioningIndex { Int($0.text) <= offset } - 1)
    }

    private static func source(_ offset: Int, _ pieces: UnsafeBufferPointer<Piece>) -> Int {
        let piece = pieces[piece(of: pieces, at: offset)]
        return Int(piece.source) + offset - Int(piece.text)
    }

    /// Where a byte of the text is in the source; the end of the text is the end of its last byte.
    @inline(__always)
    func source(_ offset: Int) -> Int { pieces.isEmpty ? origin + offset : Self.source(offset, pieces) }

    @inline(__always)
    func range(_ lower: Int, _ upper: Int) -> Range<Int> {
        let start = source(lower)
        return start..<(upper > lower ? max(start, source(upper - 1) + 1) : start)
    }
}
