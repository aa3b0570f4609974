/// What a body holds that the forges read and the installed cmark (CommonMark 0.30) does not.
///
/// cmark is given the same bytes with some of them masked, so that it takes a comment with `--` inside for a comment
/// (as CommonMark 0.31 and the forges do, 6.6) and leaves the definition of a footnote (`[^1]: …`) in the text. Nothing
/// moves: every place in the masked text is the same place in the source.
struct ForgeMask {
    /// Stands for a `-` inside a comment, and for the `[` of a footnote's definition: neither occurs in a cleaned body.
    static let dash: UInt8 = 1
    static let bracket: UInt8 = 2

    /// The bytes for cmark; nil when the source itself will do.
    private(set) var bytes: [UInt8]?
    /// Whether anything in the body looks like a footnote, an address without marks, text crossed out.
    private(set) var hasFootnotes = false
    private(set) var hasAddresses = false
    private(set) var hasTildes = false

    init(_ body: UnsafeBufferPointer<UInt8>) {
        hasTildes = body.first(UInt8(ascii: "~"), from: 0) < body.count
        hasAddresses = Self.hasAddress(body)
        maskComments(body)
        maskFootnotes(body)
    }

    /// Whether a byte of cmark's text stands for a byte of the source.
    @inline(__always)
    static func stands(_ masked: UInt8, for source: UInt8) -> Bool {
        (masked == dash && source == UInt8(ascii: "-")) || (masked == bracket && source == UInt8(ascii: "["))
    }

    /// A text of cmark with what was masked put back.
    static func restored(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == dash || $0 == bracket }) else { return text }
        return String(
            decoding: text.utf8.map {
                $0 == dash ? UInt8(ascii: "-") : $0 == bracket ? UInt8(ascii: "[") : $0
            }, as: UTF8.self)
    }

    /// Masks the comments of a text that is given to cmark by itself.
    static func maskComments(_ text: inout [UInt8]) {
        var mask = ForgeMask()
        text.withUnsafeBufferPointer { mask.maskComments($0) }
        if let masked = mask.bytes { text = masked }
    }

    private init() {}

    private mutating func put(_ byte: UInt8, at place: Int, of body: UnsafeBufferPointer<UInt8>) {
        if bytes == nil { bytes = Array(body) }
        bytes?[place] = byte
    }

    private static func hasAddress(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        while case let colon = body.first(.colon, from: i), colon < body.count {
            if continues(body, colon, body.count, "://") { return true }
            i = colon + 1
        }
        i = 0
        while case let at = body.first(.at, from: i), at < body.count {
            if at > 0, body[at - 1].isAlphanumeric { return true }
            i = at + 1
        }
        i = 0
        while case let dot = body.first(UInt8(ascii: "."), from: i), dot < body.count {
            if dot >= 3, (1...3).allSatisfy({ body[dot - $0] | 0x20 == UInt8(ascii: "w") }) { return true }
            i = dot + 1
        }
        return false
    }

    private mutating func maskComments(_ body: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while case let start = body.first(UInt8(ascii: "<"), from: i), start < body.count {
            i = start + 1
            guard continues(body, start, body.count, "<!--") else { continue }
            var at = start + 4
            var isBlankLine = false
            // Up to `-->`; a blank line ends the paragraph, and with it what is no comment then.
            while at < body.count, !continues(body, at, body.count, "-->") {
                if body[at].isLineEnd {
                    if isBlankLine { break }
                    if body[at] == .carriageReturn, at + 1 < body.count, body[at + 1] == .lineFeed { at += 1 }
                    isBlankLine = true
                } else if !body[at].isBlank {
                    isBlankLine = false
                }
                at += 1
            }
            guard continues(body, at, body.count, "-->") else { continue }
            for place in start + 4..<at where body[place] == .dash {
                let isLast = place == at - 1
                let follows = place > start + 4 && (bytes?[place - 1] ?? body[place - 1]) == .dash
                if isLast || follows { put(Self.dash, at: place, of: body) }
            }
            i = at + 3
        }
    }

    /// `[^label]:` at the beginning of a line.
    private mutating func maskFootnotes(_ body: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while case let caret = body.first(UInt8(ascii: "^"), from: i), caret < body.count {
            i = caret + 1
            guard caret > 0, body[caret - 1] == UInt8(ascii: "[") else { continue }
            hasFootnotes = true
            var before = caret - 1
            while before > 0, body[before - 1].isBlank || body[before - 1] == UInt8(ascii: ">") { before -= 1 }
            guard before == 0 || body[before - 1].isLineEnd else { continue }
            var end = i
            while end < body.count, !body[end].isWhitespace, body[end] != UInt8(ascii: "]") { end += 1 }
            if end > i, continues(body, end, body.count, "]:") { put(Self.bracket, at: caret - 1, of: body) }
        }
    }
}
