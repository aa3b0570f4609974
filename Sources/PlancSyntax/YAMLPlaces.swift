/// The lines around the place where libyaml gave up: they tell what the author did.
struct YAMLPlaces {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The front matter.
    let content: Range<Int>
    /// Where libyaml stopped, and where what it was reading began.
    let mark: Int
    let contextMark: Int

    init(_ problem: YAMLProblem, _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
        self.bytes = bytes
        self.content = content
        mark = problem.mark
        contextMark = problem.contextMark
    }

    func mistake(_ problem: YAMLProblem) -> YAMLMistake {
        if noBreakIndentation != nil { return .noBreakSpace }
        switch problem.text {
        case "mapping values are not allowed in this context": return misplacedColon
        case "could not find expected ':'": return hasTightColon(contextMark) ? .noSpaceAfterColon : .noColon
        case "found character that cannot start any token":
            return byte(mark) == .tab ? .tab : .startsWithSign(String(decoding: [byte(mark)], as: UTF8.self))
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            return .tab
        case "found unexpected end of stream", "found unexpected document indicator": return .unclosedQuote
        case "block sequence entries are not allowed in this context": return .listItemOnKeyLine
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return .startsWithBlockSign
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            if line(of: mark) == line(of: contextMark), mark < end(of: mark) { return .noCommaInList }
            return problem.text.hasSuffix("']'") ? .unclosedList : .unclosedMap
        case "did not find expected key": return noKey
        case "did not find expected '-' indicator": return .keyInList
        case "did not find expected node content": return .strayBracket
        case "did not find expected <document start>": return .secondBeginning
        default: break
        }
        switch problem.context {
        case "while scanning an alias": return .startsWithSign("*")
        case "while scanning an anchor": return .startsWithSign("&")
        case "while scanning a tag", "while parsing a tag", "while parsing a node", "while scanning a verbatim tag":
            return .startsWithSign("!")
        case "while scanning a quoted scalar", "while parsing a quoted scalar": return .unknownEscape
        case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
            return .startsWithSign("%")
        default: return .other
        }
    }

    /// The smallest stretch to show for a mistake: where it is, not where it was noticed.
    func range(of mistake: YAMLMistake) -> Range<Int> {
        switch mistake {
        case .unclosedQuote, .unclosedList, .unclosedMap: return contextMark..<min(contextMark + 1, content.upperBound)
        case .noBreakSpace: return noBreakIndentation ?? words(from: mark)
        case .noColon: return words(from: contextMark)
        case .noSpaceAfterColon: return tightLine.map { words(from: $0) } ?? words(from: contextMark)
        case .startsWithSign: return sign
        case .colonInValue, .tab, .strayBracket: return mark..<min(mark + 1, content.upperBound)
        case .startsWithBlockSign: return contextMark..<min(contextMark + 1, content.upperBound)
        case .unknownEscape: return mark..<min(mark + 2, content.upperBound)
        case .indentedBelowValue: return firstOfLine(mark)..<min(mark + 1, content.upperBound)
        case .unfittingIndentation, .keyInList: return key(from: mark)
        default: return words(from: mark)
        }
    }

    /// The value of the line that holds the mark, and the same in double quotes; nil where it is more than a text.
    func quoted() -> (range: Range<Int>, text: String)? {
        let end = end(of: mark)
        var i = firstOfLine(mark)
        while i + 1 < end, !(bytes[i] == .colon && bytes[i + 1].isBlank) { i += 1 }
        i += 1
        while i < end, bytes[i].isBlank { i += 1 }
        guard i < end, bytes[i] != UInt8(ascii: "{"), bytes[i] != UInt8(ascii: "["), bytes[i] != UInt8(ascii: "\"")
        else { return nil }
        var text = String(decoding: bytes[i..<end], as: UTF8.self)
        // What follows the sign of a comment is none of the value, and what a list or a map is in would be lost in quotes.
        if text.contains(" #") { return nil }
        for (open, close) in Self.quotes where text.count > 1 && text.hasPrefix(open) && text.hasSuffix(close) {
            let inside = text.dropFirst().dropLast().drop(while: \.isWhitespace)
            text = String(inside.prefix(inside.count - inside.reversed().prefix(while: \.isWhitespace).count))
        }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return (i..<end, "\"\(escaped)\"")
    }

    private static let quotes = [("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’")]

    // MARK: What the lines say

    /// What a line is indented with, the mark's own or one of the two above it, where it has a space that is none to YAML.
    private var noBreakIndentation: Range<Int>? {
        var start = line(of: mark)
        for _ in 0..<3 {
            var i = start
            var isStrange = false
            while i < content.upperBound, case let width = widthOfSpace(i), width > 0 {
                if width > 1 { isStrange = true }
                i += width
            }
            if isStrange { return start..<i }
            guard start > content.lowerBound else { return nil }
            start = line(of: start - 1)
        }
        return nil
    }

    /// The bytes of the space at an offset: one of an ordinary one, more of a no-break or typographic one, 0 of none.
    private func widthOfSpace(_ offset: Int) -> Int {
        switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
        case (0x20, _, _): 1
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): 3
        default: 0
        }
    }

    func byte(_ offset: Int) -> UInt8 { offset < content.upperBound ? bytes[offset] : 0 }

    /// The start of the line that holds an offset.
    func line(of offset: Int) -> Int {
        var i = min(offset, content.upperBound)
        while i > content.lowerBound, bytes[i - 1] != .lineFeed { i -= 1 }
        return i
    }

    /// The end of the text of the line that holds an offset.
    func end(of offset: Int) -> Int {
        var i = offset
        while i < content.upperBound, bytes[i] != .lineFeed { i += 1 }
        while i > offset, bytes[i - 1].isWhitespace { i -= 1 }
        return i
    }

    func firstOfLine(_ offset: Int) -> Int {
        var i = line(of: offset)
        while i < content.upperBound, bytes[i].isBlank { i += 1 }
        return i
    }

    /// To the end of the line; at the end of the text, the last line that says something.
    func words(from offset: Int) -> Range<Int> {
        let upper = end(of: offset)
        if upper > offset { return offset..<upper }
        var last = offset
        while last > content.lowerBound, bytes[last - 1].isWhitespace { last -= 1 }
        guard last > content.lowerBound else { return offset..<offset }
        return firstOfLine(last - 1)..<last
    }

    /// The key at an offset, without its colon; else one word.
    func key(from offset: Int) -> Range<Int> {
        var i = offset
        while i < content.upperBound, !bytes[i].isWhitespace, bytes[i] != .colon { i += 1 }
        return i > offset ? offset..<i : words(from: offset)
    }

    /// libyaml stops at the sign, or at what it cannot take after the sign.
    private var sign: Range<Int> {
        let isSign = mark < content.upperBound && [0x2A, 0x26, 0x21, 0x40, 0x60, 0x25].contains(bytes[mark])
        let start =
            isSign && contextMark == content.lowerBound ? mark : contextMark < mark && !isSign ? contextMark : mark
        return start..<min(start + 1, content.upperBound)
    }

    /// A second `: ` on a line is part of a value; a first one below a value is a key at the wrong place, unless the
    /// line above lacks the space that would have made it a key.
    private var misplacedColon: YAMLMistake {
        let start = firstOfLine(mark)
        var i = start
        while i < mark {
            if bytes[i] == .colon, i + 1 < mark, bytes[i + 1].isBlank { return .colonInValue }
            i += 1
        }
        return tightLine != nil ? .noSpaceAfterColon : .indentedBelowValue
    }

    private var noKey: YAMLMistake {
        let start = firstOfLine(mark)
        if mark == start {
            if byte(mark) == .dash, mark + 1 < content.upperBound, bytes[mark + 1].isWhitespace {
                return .listBesideKeys
            }
            return mark < content.upperBound ? .unfittingIndentation : .other
        }
        var i = mark
        while i > start, bytes[i - 1].isBlank { i -= 1 }
        switch bytes[i - 1] {
        case UInt8(ascii: "'"): return i == mark ? .apostropheInQuote : .textAfterQuote
        case UInt8(ascii: "\""): return .textAfterQuote
        default: return .textAfterValue
        }
    }

    /// The first of the lines just above the mark, or the mark's own, that is written `key:value`.
    var tightLine: Int? {
        var start = line(of: mark)
        for _ in 0..<3 {
            let first = firstOfLine(start)
            if hasTightColon(first) { return first }
            guard start > content.lowerBound else { return nil }
            start = line(of: start - 1)
        }
        return nil
    }

    /// `key:value` at an offset: a word, a colon and no blank.
    func hasTightColon(_ offset: Int) -> Bool { endOfTightKey(bytes, offset, content.upperBound) != nil }
}
