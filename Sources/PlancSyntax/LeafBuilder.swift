/// Puts the text of a leaf together. As long as its parts follow each other in the source nothing is copied.
struct LeafBuilder {
    static var noBreakSpace: UnsafeBufferPointer<UInt8> { bytes("\u{A0}") }
    static var space: UnsafeBufferPointer<UInt8> { bytes(" ") }
    private static var lineEnd: UnsafeBufferPointer<UInt8> { bytes("\n") }

    /// How many bytes the text may have, and how many times it may go on elsewhere than it left off.
    private let room: Int
    private let breaks: Int
    /// The text: in the source, and in `copy` from the first part on that does not follow the last.
    private var start: UnsafePointer<UInt8>?
    private var copy: UnsafeMutablePointer<UInt8>?
    private var count = 0
    /// The stretches of the source, when they are many.
    private var pieces: UnsafeMutablePointer<LeafText.Piece>?
    private var pieceCount = 0
    /// Where the last stretch begins, in the text and in the source.
    private var piece = LeafText.Piece(text: 0, source: 0)
    /// The end of the lines in the source, blanks not counted.
    private(set) var end = 0

    init(room: Int, breaks: Int) {
        self.room = room
        self.breaks = breaks
    }

    private static func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Adds bytes that outlive the text and stand in the source from a place on.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, at source: Int) {
        guard let bytes = text.baseAddress, !text.isEmpty else { return }
        guard let start else {
            start = bytes
            count = text.count
            piece.source = Int32(source)
            return
        }
        let follows = source == Int(piece.source) + count - Int(piece.text)
        if copy == nil, follows, bytes == start + count {
            count += text.count
            return
        }
        precondition(count + text.count <= room)
        let copy = copy ?? copied(start)
        if !follows { beginPiece(at: source) }
        (copy + count).update(from: bytes, count: text.count)
        count += text.count
    }

    /// Adds what a line has left after the marks of its containers.
    mutating func appendLine(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        append(UnsafeBufferPointer(rebasing: source[range]), at: range.lowerBound)
        let last = source.trimmedEnd(of: range)
        if last > range.lowerBound || end == 0 { end = last }
    }

    /// Adds the end of a line, which is LF whatever the source has.
    mutating func appendLineEnd(_ source: UnsafeBufferPointer<UInt8>, at place: Int) {
        let isFeed = place < source.count && source[place] == .lineFeed
        append(isFeed ? UnsafeBufferPointer(rebasing: source[place..<place + 1]) : Self.lineEnd, at: place)
    }

    private mutating func copied(_ text: UnsafePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let copy = Scratch.room(for: room, of: UInt8.self)
        copy.update(from: text, count: count)
        self.copy = copy
        start = UnsafePointer(copy)
        return copy
    }

    private mutating func beginPiece(at source: Int) {
        if pieceCount == 0 {
            let pieces = Scratch.room(for: breaks + 1, of: LeafText.Piece.self)
            pieces[0] = piece
            self.pieces = pieces
            pieceCount = 1
        }
        precondition(pieceCount <= breaks)
        piece = LeafText.Piece(text: Int32(count), source: Int32(source))
        pieces![pieceCount] = piece
        pieceCount += 1
    }

    func text(end: Int) -> LeafText {
        LeafText(
            bytes: UnsafeBufferPointer(start: start, count: count),
            origin: start == nil ? end : Int(piece.source),
            pieces: UnsafeBufferPointer(start: pieces, count: pieceCount), end: end)
    }
}
