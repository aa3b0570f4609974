import PlancSource

/// Text made from pieces of sources, with the way back from each byte to where the author wrote it.
public struct MappedText: Sendable {
    /// What a piece is to the reader.
    public enum Kind: Sendable {
        /// The author's own words.
        case words
        /// `code`, a code block: nobody's prose.
        case code
        /// Inside a block quote: somebody else's words.
        case quotation
        /// The value of a field or of something that the plan knows.
        case value
        /// What planc puts in between: bullets, line breaks, the sign of a quotation.
        case mark
    }

    /// A stretch of the text that is of one kind and comes from one place.
    public struct Piece: Sendable {
        /// Where the piece begins in the text (UTF-8); it ends where the next one begins.
        public var start: Int
        public var kind: Kind
        /// Where it comes from; nil for what planc puts in between.
        public var span: Span?
        /// Whether the source has the same bytes at `span`, one by one.
        public var isVerbatim: Bool
    }

    /// What a block of the text is, for reading level and for findings about sentences.
    public struct Passage: Sendable {
        /// Which block of the source it is.
        public enum Form: Sendable { case paragraph, heading, item, quotation, code, cell }

        public var form: Form
        /// Its bytes in the text (UTF-8), counted from 0.
        public var range: Range<Int>
    }

    /// The text, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    public private(set) var pieces: [Piece] = []
    /// Paragraphs, headings, items and cells in reading order; they do not overlap.
    public private(set) var passages: [Passage] = []

    public init() {}

    /// Text that stands for itself at one place, like a subject.
    public init(_ text: String, at span: Span, kind: Kind = .words) { become(text, at: span, kind: kind) }

    /// Takes on text that stands for itself, in the room of the text before.
    public mutating func become(_ text: String, at span: Span, kind: Kind = .words) {
        clear()
        append(text, kind: kind, span: span)
        passages.append(Passage(form: .paragraph, range: 0..<bytes.count))
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }

    /// Where a stretch of the text was written: the smallest span of the file that its first byte comes from.
    ///
    /// Nil when nothing in it was written by the author.
    public func span(of range: Range<Int>) -> Span? {
        var found: Span?
        var index = piece(at: range.lowerBound)
        while index < pieces.count, pieces[index].start < range.upperBound || (range.isEmpty && index == 0) {
            let piece = pieces[index]
            let end = index + 1 < pieces.count ? pieces[index + 1].start : bytes.count
            index += 1
            guard let source = piece.span, end > range.lowerBound else { continue }
            var part = source
            if piece.isVerbatim {
                let lower = max(range.lowerBound, piece.start) - piece.start
                let upper = min(range.upperBound, end) - piece.start
                part = Span(source.file, Int(source.lower) + lower, Int(source.lower) + upper)
            }
            if let before = found {
                if before.file == part.file { found = before.union(part) }
            } else {
                found = part
            }
        }
        return found
    }

    /// The kind of what stands at a place of the text.
    public func kind(at offset: Int) -> Kind { pieces.isEmpty ? .mark : pieces[piece(at: offset)].kind }

    /// The words of a range of `bytes`; what is outside the text is left out.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The index of the piece that holds an offset.
    private func piece(at offset: Int) -> Int {
        max(0, pieces.partitioningIndex { $0.start <= offset } - 1)
    }

    // MARK: Making

    /// Makes room for what so many blocks of a message usually hold.
    mutating func reserve(blocks: Int) {
        bytes.reserveCapacity(blocks * 128)
        pieces.reserveCapacity(blocks * 4)
        passages.reserveCapacity(blocks)
    }

    /// Empties the text; its room stays.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        passages.removeAll(keepingCapacity: true)
    }

    /// Puts line breaks in between.
    mutating func breakLine(_ count: Int) {
        pieces.append(Piece(start: bytes.count, kind: .mark, span: nil, isVerbatim: false))
        for _ in 0..<count { bytes.append(0x0A) }
    }

    /// Adds words of one kind, from a place of the sources; nil for what planc puts in between.
    public mutating func append(_ text: String, kind: Kind, span: Span?) {
        let start = bytes.count
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: text.utf8)
        }
        let count = bytes.count - start
        if count == 0 { return }
        let isVerbatim = if let span { Int(span.upper - span.lower) == count } else { false }
        pieces.append(Piece(start: start, kind: kind, span: span, isVerbatim: isVerbatim))
    }

    mutating func note(_ form: Passage.Form, from start: Int) {
        if bytes.count > start { passages.append(Passage(form: form, range: start..<bytes.count)) }
    }

    /// Takes line breaks and spaces away from the end.
    mutating func trimEnd() {
        while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
        while let last = pieces.last, last.start >= bytes.count { pieces.removeLast() }
        // A passage of nothing but spaces (an empty snippet) goes; one that ended in them ends with the text.
        while let last = passages.last, last.range.upperBound > bytes.count {
            if last.range.lowerBound < bytes.count {
                passages[passages.count - 1].range = last.range.lowerBound..<bytes.count
                break
            }
            passages.removeLast()
        }
    }
}
