import CCmark
import PlancDiagnostics
import PlancMarkup
import PlancScan
import PlancSource

extension InlineReader {
    /// Walks a text of cmark beside the source: undoes escapes and entities, and takes out `@role`, `{{ field }}` and
    /// `{{> snippet }}`. In a plain text (the address of an autolink) there is none of that. What is escaped or written as an
    /// entity is a text of its own, so that every other text is in the source as it is.
    mutating func readText(_ literal: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
        var run = literal.startIndex
        var runStart = at
        var i = literal.startIndex
        while i < literal.count {
            guard at < text.count else {
                expect(false)
                break
            }
            let plain = Self.countOfPlain(text, at, literal, i)
            at += plain
            i += plain
            if plain > 0 { continue }
            if let piece = piece(literal, i, isPlain: isPlain) {
                flush(literal, run..<i, runStart, isPlain: isPlain)
                let place = span(at, at + piece.length)
                switch piece.content {
                case .placeholder(let placeholder): mentions.append(.field(placeholder))
                case .snippet(let id): mentions.append(.snippet(id))
                case .roleMention(let id): mentions.append(.role(Located(id, place)))
                default: break
                }
                add(piece.content, place)
                at += piece.length
                i += piece.literalLength
                run = i
                runStart = at
                continue
            }
            let byte = text[at]
            if byte != literal[i], !isMasked || !ForgeMask.stands(literal[i], for: byte) {
                expect(false)
                break
            }
            at += 1
            i += 1
        }
        flush(literal, run..<literal.count, runStart, isPlain: isPlain)
    }

    /// What stands in the text for something else than itself: its bytes there, and in cmark's text.
    private struct Piece {
        var content: Inline.Content
        var length: Int
        var literalLength: Int
    }

    /// The escape, entity, field, snippet or mention that begins at `at`; nil for anything else.
    private mutating func piece(_ literal: UnsafeBufferPointer<UInt8>, _ i: Int, isPlain: Bool) -> Piece? {
        let byte = text[at]
        switch byte {
        case .backslash where !isPlain && at + 1 < text.count && text[at + 1].isPunctuation:
            expect(text[at + 1] == literal[i])
            checkPath(at: at)
            return Piece(
                content: .text(String(decoding: literal[i...i], as: UTF8.self)), length: 2, literalLength: 1)
        case .ampersand:
            guard let entity = Entity(text, at) else { return nil }
            expect(literal[i...].starts(with: entity.bytes))
            return Piece(
                content: .text(String(decoding: entity.bytes, as: UTF8.self)), length: entity.length,
                literalLength: min(entity.bytes.count, literal.count - i))
        case .brace where !isPlain && self.byte(at + 1) == byte && at >= complainedUntil:
            guard let (content, end) = braces(at), i + end - at <= literal.count else { return nil }
            return Piece(content: content, length: end - at, literalLength: end - at)
        case .at where !isPlain:
            guard let end = Self.endOfMention(text, at, from: leaf.first), i + end - at <= literal.count else {
                return nil
            }
            let id = String(decoding: text[at + 1..<end], as: UTF8.self)
            return Piece(content: .roleMention(id), length: end - at, literalLength: end - at)
        default: return nil
        }
    }

    /// How many bytes of two texts from `at` and from `i` on are the same and mean nothing but themselves.
    private static func countOfPlain(
        _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ literal: UnsafeBufferPointer<UInt8>, _ i: Int
    ) -> Int {
        let most = min(text.count - at, literal.count - i)
        var count = 0
        guard most >= 16 else {
            while count < most, text[at + count] == literal[i + count], !isMark(text[at + count]) { count += 1 }
            return count
        }
        while count < most {
            // The last sixteen may overlap those before them, which are plain.
            let next = min(count, most - 16)
            let bytes = text.sixteen(at: at + next)
            let isOther = (bytes .!= literal.sixteen(at: i + next)) .| marks(among: bytes)
            count = next + isOther.first
            if count < next + 16 { break }
        }
        return count
    }

    /// What may mean something else than itself.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == .backslash || byte == .ampersand || byte == .at || byte == .brace
    }

    @inline(__always)
    private static func marks(among bytes: SixteenBytes) -> SIMDMask<SixteenBytes.MaskStorage> {
        (bytes .== SixteenBytes(repeating: .backslash)) .| (bytes .== SixteenBytes(repeating: .ampersand))
            .| (bytes .== SixteenBytes(repeating: .at)) .| (bytes .== SixteenBytes(repeating: .brace))
    }

    private mutating func flush(
        _ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ start: Int, isPlain: Bool
    ) {
        guard !range.isEmpty else { return }
        // What is in neither an escape nor an entity is in the source as it is.
        if linksAddresses, !isPlain { return addText(start..<at) }
        let words = String(decoding: literal[range], as: UTF8.self)
        add(.text(isMasked ? ForgeMask.restored(words) : words), span(start, at))
    }

    // MARK: Roles

    /// The end of a `@role-id` at `start`, nil where the `@` is an ordinary sign: inside a word or an address, or
    /// before what is no id.
    private static func endOfMention(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, from first: Int) -> Int? {
        if start > first {
            let before = text[start - 1]
            if before < 0x80 {
                if before.isAlphanumeric { return nil }
                switch before {
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "%"),
                    UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "~"),
                    .backslash:
                    return nil
                case UInt8(ascii: "_") where start > first + 1 && text[start - 2].isAlphanumeric: return nil
                default: break
                }
            } else if let (scalar, _) = scalarBefore(text, start, from: 0),
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            {
                return nil
            }
        }
        let end = endOfID(text, start + 1, text.count)
        guard end > start + 1 else { return nil }
        guard end < text.count else { return end }
        let after = text[end]
        if after == UInt8(ascii: "_") {
            // `_@role_` is emphasis, `@role_name` is somebody's account elsewhere.
            if end + 1 < text.count, text[end + 1].isAlphanumeric { return nil }
            return end
        }
        if after.isAlphanumeric || after == UInt8(ascii: "@") { return nil }
        if after == UInt8(ascii: "."), end + 1 < text.count, text[end + 1].isAlphanumeric { return nil }
        if after >= 0x80, let (scalar, _) = decodeScalar(text, end, text.count), scalar.properties.isAlphabetic {
            return nil
        }
        return end
    }

    // MARK: Fields and snippets

    /// What `{{ … }}` at `start` holds and where it ends; nil, after a complaint, where it is malformed.
    private mutating func braces(_ start: Int) -> (Inline.Content, Int)? {
        var i = start + 2
        let isSnippet = byte(i) == UInt8(ascii: ">")
        if isSnippet { i += 1 }
        while byte(i).isBlank { i += 1 }
        let nameStart = i
        i = endOfID(text, i, text.count)
        while !isSnippet, byte(i) == UInt8(ascii: "."), i > nameStart {
            let part = endOfID(text, i + 1, text.count)
            guard part > i + 1 else { break }
            i = part
        }
        let nameEnd = i
        while byte(i).isBlank { i += 1 }
        if nameEnd > nameStart, byte(i) == UInt8(ascii: "}"), byte(i + 1) == UInt8(ascii: "}") {
            let name = String(decoding: text[nameStart..<nameEnd], as: UTF8.self)
            let nameSpan = span(nameStart, nameEnd)
            return (
                isSnippet
                    ? .snippet(Located(name, nameSpan)) : .placeholder(Placeholder(name: name, nameSpan: nameSpan)),
                i + 2
            )
        }
        complain(start, isSnippet: isSnippet)
        return nil
    }

    private mutating func complain(_ start: Int, isSnippet: Bool) {
        guard start >= complainedUntil, isAligned else { return }
        var end = start + 2
        while end < text.count, text[end] != .lineFeed, !(byte(end) == 0x7B && byte(end + 1) == 0x7B) {
            if byte(end) == 0x7D, byte(end + 1) == 0x7D {
                let inside = text[(start + (isSnippet ? 3 : 2))..<max(end, start + (isSnippet ? 3 : 2))].trimmedText
                complainedUntil = end + 2
                let place = span(start, end + 2)
                findings.add(MalformedPlaceholder.finding(at: place, inside: inside, isSnippet: isSnippet))
                return
            }
            end += 1
        }
        if let (inside, end) = insideOnTwoLines(start + (isSnippet ? 3 : 2)) {
            complainedUntil = end
            let place = span(start, end)
            findings.add(MalformedPlaceholder.onTwoLines(at: place, inside: inside, isSnippet: isSnippet))
            return
        }
        complainedUntil = start + 2
        findings.add(MalformedPlaceholder.unclosed(at: span(start, start + 2)))
    }

    /// `next-` and `time }}` on the next line: the two parts of a name, and where the braces end; nil where no braces
    /// close it there.
    private func insideOnTwoLines(_ start: Int) -> (inside: String, end: Int)? {
        var inside: [UInt8] = []
        var hasBroken = false
        var i = start
        while i < text.count, i < start + 80 {
            switch text[i] {
            case .lineFeed where hasBroken: return nil
            case .lineFeed:
                hasBroken = true
                // `next-` goes on without a blank.
                if inside.last(where: { !$0.isBlank }) != .dash { inside.append(.space) }
            case UInt8(ascii: "}"):
                guard byte(i + 1) == UInt8(ascii: "}"), hasBroken else { return nil }
                return (inside.trimmedText, i + 2)
            case let byte where byte.isBlank:
                if inside.last != .dash { inside.append(.space) }
            case let byte where byte.isAlphanumeric || byte == .dash || byte == UInt8(ascii: "."): inside.append(byte)
            default: return nil
            }
            i += 1
        }
        return nil
    }
}

/// A character reference of HTML (`&eacute;`, `&#233;`) in a text.
private struct Entity {
    var bytes: [UInt8]
    var length: Int

    init?(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) {
        var i = start + 1
        guard i < text.count else { return nil }
        let isNumber = text[i] == UInt8(ascii: "#")
        if isNumber { i += 1 }
        let isHex = isNumber && i < text.count && text[i] | 0x20 == UInt8(ascii: "x")
        if isHex { i += 1 }
        let digits = i
        while i < text.count, i - digits < 33, text[i].isAlphanumeric { i += 1 }
        guard i > digits, i < text.count, text[i] == UInt8(ascii: ";") else { return nil }
        length = i + 1 - start
        if isNumber {
            guard i - digits <= (isHex ? 6 : 7),
                let value = UInt32(
                    String(decoding: text[digits..<i], as: UTF8.self), radix: isHex ? 16 : 10)
            else { return nil }
            let scalar = value == 0 ? nil : Unicode.Scalar(value)
            bytes = Array(String(scalar ?? "\u{FFFD}").utf8)
        } else {
            // The names are cmark's: it is asked.
            let document = CommonMark(UnsafeBufferPointer(rebasing: text[start...i]))
            guard let paragraph = cmark_node_first_child(document.root), let node = cmark_node_first_child(paragraph)
            else { return nil }
            bytes = Array(Literal(node).bytes)
            // A name that is none comes back as it was written.
            if bytes.elementsEqual(text[start...i]) { return nil }
        }
    }
}
