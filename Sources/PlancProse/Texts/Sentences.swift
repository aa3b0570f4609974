import PlancMarkup
import PlancSource

/// A sentence of running text, in the words that are printed.
public struct Sentence {
    public var words = ""
    public var span: Span?
    /// Fields and names of roles, whose words are filled in.
    public var fieldCount = 0

    /// How long it is, a field being as long as a word or two.
    var length: Int { words.utf8.count + 10 * fieldCount }

    /// Whether it, or a part of it, is in quotation marks: words of somebody else.
    public var isQuoted: Bool { words.contains { "\"“”„«»".contains($0) } }
}

/// The sentences of running text: one ends with a full stop, a question or an exclamation mark before a blank.
public func sentences(in inlines: [Inline]) -> [Sentence] {
    var reading = SentenceReading()
    for inline in inlines { reading.read(inline) }
    reading.close()
    return reading.sentences
}

private struct SentenceReading {
    var sentences: [Sentence] = []
    private var open = Sentence()

    mutating func read(_ inline: Inline) {
        switch inline.content {
        case .text(let text): read(text, at: inline.span)
        case .emphasis(let children), .strong(let children): for child in children { read(child) }
        case .link(let link): for child in link.children { read(child) }
        case .softBreak, .lineBreak: if endsSentence { close() } else { open.words += " " }
        case .placeholder, .roleMention:
            open.fieldCount += 1
            open.span = open.span?.union(inline.span) ?? inline.span
        default: break
        }
    }

    private var endsSentence: Bool {
        guard let last = open.words.utf8.last else { return false }
        return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    }

    private mutating func read(_ text: String, at span: Span) {
        let bytes = Array(text.utf8)
        let isAsWritten = span.range.count == bytes.count
        var start = 0
        func place(_ range: Range<Int>) -> Span {
            isAsWritten ? Span(span.file, Int(span.lower) + range.lowerBound, Int(span.lower) + range.upperBound) : span
        }
        for i in bytes.indices where bytes[i] == UInt8(ascii: " ") {
            if i > start { add(bytes[start..<i], at: place(start..<i)) }
            if endsSentence { close() } else { open.words += " " }
            start = i + 1
        }
        if start < bytes.count { add(bytes[start...], at: place(start..<bytes.count)) }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, at span: Span) {
        open.words += String(decoding: bytes, as: UTF8.self)
        open.span = open.span?.union(span) ?? span
    }

    mutating func close() {
        if open.words.contains(where: \.isLetter) || open.fieldCount > 0 { sentences.append(open) }
        open = Sentence()
    }
}
