import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Footnotes as the forges have them: `[^1]` in the text, `[^1]: the note` elsewhere. On paper a note must stand where it is
/// needed, on every sheet that has its sentence: it is put there in brackets.
struct Footnotes {
    private struct Note {
        var label: String
        var words: [Inline]
        var span: Span
        var isUsed = false
    }

    private var notes: [Note] = []

    var isEmpty: Bool { notes.isEmpty }

    /// Takes the notes that begin on lines of a paragraph; gives what is left of it.
    mutating func take(from inlines: [Inline]) -> [Inline] {
        var rest: [Inline] = []
        var isInNote = false
        var isNewLine = true
        for inline in inlines {
            if isNewLine, case .text(let words) = inline.content, let (label, length) = Self.definition(words) {
                if !isInNote, case .softBreak? = rest.last?.content { rest.removeLast() }
                isInNote = true
                let end = String(words.utf8.dropFirst(length).drop { $0 == 0x20 || $0 == 9 }) ?? ""
                let place = inline.span.dropping(words.utf8.count - end.utf8.count)
                notes.append(
                    Note(label: label, words: end.isEmpty ? [] : [Inline(.text(end), place)], span: inline.span))
            } else if isInNote {
                notes[notes.count - 1].words.append(inline)
            } else {
                rest.append(inline)
            }
            if case .softBreak = inline.content { isNewLine = true } else { isNewLine = false }
        }
        for place in notes.indices {
            if case .softBreak? = notes[place].words.last?.content { notes[place].words.removeLast() }
        }
        return rest
    }

    /// `[^label]:` at the beginning of a text.
    private static func definition(_ words: String) -> (label: String, length: Int)? {
        guard words.hasPrefix("[^"), let end = words.firstIndex(of: "]"),
            end > words.index(words.startIndex, offsetBy: 2)
        else { return nil }
        let after = words.index(after: end)
        guard after < words.endIndex, words[after] == ":" else { return nil }
        let label = String(words[words.index(words.startIndex, offsetBy: 2)..<end])
        guard !label.contains(where: \.isWhitespace) else { return nil }
        return (label.lowercased(), words[...after].utf8.count)
    }

    /// The blocks with the notes in place of their references.
    mutating func placed(in blocks: [Block]) -> [Block] {
        blocks.mapInlines { placed(in: $0) }
    }

    private mutating func placed(in inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            guard case .text(let words) = inline.content, words.utf8.contains(UInt8(ascii: "^")) else {
                result.append(inline)
                continue
            }
            result += placed(words, inline.span)
        }
        return result
    }

    private mutating func placed(_ words: String, _ span: Span) -> [Inline] {
        var result: [Inline] = []
        var rest = words[...]
        var offset = 0
        func add(_ text: Substring) {
            guard !text.isEmpty else { return }
            result.append(Inline(.text(String(text)), span.part(of: words, offset, text.utf8.count)))
        }
        var search = rest.startIndex
        while let open = rest[search...].firstRange(of: "[^") {
            guard let close = rest[open.upperBound...].firstIndex(of: "]"),
                let place = notes.firstIndex(where: {
                    $0.label == rest[open.upperBound..<close].lowercased()
                })
            else {
                search = open.upperBound
                continue
            }
            notes[place].isUsed = true
            add(rest[..<open.lowerBound])
            let end = rest.index(after: close)
            let length = rest[open.lowerBound..<end].utf8.count
            offset += rest[..<open.lowerBound].utf8.count
            let sign = span.part(of: words, offset, length)
            result.append(Inline(.text(" ("), sign))
            result += notes[place].words
            result.append(Inline(.text(")"), sign))
            offset += length
            rest = rest[end...]
            search = rest.startIndex
        }
        add(rest)
        return result
    }

    /// What differs from the forge, and the notes that nothing refers to.
    var findings: [Finding] {
        notes.map { note in
            note.isUsed
                ? UnlikeForge.footnote(at: note.span)
                : UnprintedText.footnote(at: note.span, words: note.words.plainText.wordCount)
        }
    }
}

extension String {
    /// How many words a text has, as people count them.
    var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}

extension Span {
    /// The place without its first bytes.
    fileprivate func dropping(_ count: Int) -> Span {
        range.count >= count ? Span(file, Int(lower) + count, Int(upper)) : self
    }

    /// The place of a part of a text, when the text is in the source as it is.
    fileprivate func part(of whole: String, _ offset: Int, _ count: Int) -> Span {
        guard range.count == whole.utf8.count else { return self }
        return Span(file, Int(lower) + offset, Int(lower) + offset + count)
    }
}
