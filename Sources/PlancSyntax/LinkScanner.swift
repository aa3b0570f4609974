/// The grammar of links as cmark reads it (CommonMark 4.7, 6.3): cmark says that a link is there, this says where its
/// parts are.
struct LinkScanner {
    struct Definition {
        var label: Range<Int>
        var destination: Range<Int>
        /// With its quotation marks.
        var title: Range<Int>?
        var end: Int
    }

    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// What follows the `]` of an inline link's text, from its `(`: the destination (without `<>`) and the end.
    func inlineTail(at start: Int) -> (destination: Range<Int>, end: Int)? {
        guard start < text.count, text[start] == UInt8(ascii: "("),
            let destination = destination(at: skipWhitespace(start + 1))
        else { return nil }
        var i = skipWhitespace(destination.end)
        if i > destination.end, let title = title(at: i) { i = skipWhitespace(title) }
        guard i < text.count, text[i] == UInt8(ascii: ")") else { return nil }
        return (destination.inside, i + 1)
    }

    /// A label with its brackets: the range inside them and the end.
    func label(at start: Int) -> (inside: Range<Int>, end: Int)? {
        guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
        var i = start + 1
        while i < text.count, i - start <= 1000 {
            switch text[i] {
            case UInt8(ascii: "]"): return (start + 1..<i, i + 1)
            case UInt8(ascii: "["): return nil
            case .backslash where i + 1 < text.count && text[i + 1].isPunctuation: i += 2
            default: i += 1
            }
        }
        return nil
    }

    /// `[label]: destination "title"` on lines of its own.
    func definition(at start: Int) -> Definition? {
        guard let label = label(at: start), label.end < text.count, text[label.end] == .colon,
            label.inside.contains(where: { !text[$0].isWhitespace }),
            let destination = destination(at: skipAcrossOneLineEnd(label.end + 1)), destination.end > label.end + 1,
            destination.hasBrackets || !destination.inside.isEmpty
        else { return nil }
        let beforeTitle = destination.end
        let afterBlanks = skipAcrossOneLineEnd(beforeTitle)
        if afterBlanks > beforeTitle, let title = title(at: afterBlanks), let end = lineEnd(at: title) {
            return Definition(
                label: label.inside, destination: destination.inside, title: afterBlanks..<title, end: end)
        }
        guard let end = lineEnd(at: beforeTitle) else { return nil }
        return Definition(label: label.inside, destination: destination.inside, end: end)
    }

    private func destination(at start: Int) -> (inside: Range<Int>, end: Int, hasBrackets: Bool)? {
        var i = start
        if i < text.count, text[i] == UInt8(ascii: "<") {
            i += 1
            while i < text.count {
                switch text[i] {
                case UInt8(ascii: ">"): return (start + 1..<i, i + 1, true)
                case UInt8(ascii: "<"), .lineFeed, .carriageReturn: return nil
                case .backslash: i += 2
                default: i += 1
                }
            }
            return nil
        }
        var depth = 0
        loop: while i < text.count {
            let byte = text[i]
            if byte == .backslash, i + 1 < text.count, text[i + 1].isPunctuation {
                i += 2
            } else if byte == UInt8(ascii: "(") {
                depth += 1
                if depth > 32 { return nil }
                i += 1
            } else if byte == UInt8(ascii: ")") {
                if depth == 0 { break loop }
                depth -= 1
                i += 1
            } else if byte.isWhitespace || byte < 0x20 || byte == 0x7F {
                if i == start { return nil }
                break loop
            } else {
                i += 1
            }
        }
        return depth == 0 ? (start..<i, i, false) : nil
    }

    /// The end of a title in `"…"`, `'…'` or `(…)`.
    private func title(at start: Int) -> Int? {
        guard start < text.count else { return nil }
        let open = text[start]
        guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
        let close = open == 0x28 ? 0x29 : open
        var i = start + 1
        while i < text.count {
            if text[i] == close { return i + 1 }
            if open == 0x28, text[i] == 0x28 { return nil }
            i += text[i] == .backslash && i + 1 < text.count && text[i + 1].isPunctuation ? 2 : 1
        }
        return nil
    }

    private func skipWhitespace(_ start: Int) -> Int {
        var i = start
        while i < text.count, text[i].isWhitespace { i += 1 }
        return i
    }

    /// Over blanks, at most one line end, and blanks again.
    private func skipAcrossOneLineEnd(_ start: Int) -> Int {
        var i = start
        while i < text.count, text[i].isBlank { i += 1 }
        guard i < text.count, text[i] == .lineFeed else { return i }
        i += 1
        while i < text.count, text[i].isBlank { i += 1 }
        return i
    }

    /// The start of the next line when only blanks are left on this one.
    private func lineEnd(at start: Int) -> Int? {
        var i = start
        while i < text.count, text[i].isBlank { i += 1 }
        if i == text.count { return i }
        return text[i] == .lineFeed ? i + 1 : nil
    }
}
