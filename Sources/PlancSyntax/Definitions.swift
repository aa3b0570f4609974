import PlancSource

/// The link definitions of a body (`[label]: destination`), which cmark keeps to itself: where destinations stand.
struct Definitions {
    /// Where each destination stands.
    private var byLabel: [String: Span] = [:]
    /// All of them as a text of their own (`[label]: <destination>`); empty when there is none.
    private(set) var source: [UInt8] = []

    /// A definition as it is written.
    struct Written {
        /// All of it, from the bracket that begins it.
        var span: Span
        var label: Range<Int>
        /// Without `<>`.
        var destination: Range<Int>
        /// Those of its label, its destination and its title.
        var words: Int
    }

    /// Those of links, in order, also those whose label another one has before them.
    private(set) var written: [Written] = []

    subscript(label: UnsafeBufferPointer<UInt8>) -> Span? {
        byLabel.isEmpty ? nil : byLabel[Self.normalised(label)]
    }

    /// A definition's label stands on one line; what stands before it can only be marks of containers.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable, _ id: FileID) {
        var i = bytes.first(UInt8(ascii: "]"), from: lines.start(0))
        while i + 1 < bytes.count {
            if bytes[i + 1] == .colon { add(bytes, lines, colon: i + 1, id) }
            i = bytes.first(UInt8(ascii: "]"), from: i + 1)
        }
    }

    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable, colon: Int, _ id: FileID
    ) {
        let line = lines.line(at: colon)
        var open = lines.start(line)
        while open < colon, bytes[open].isBlank || bytes[open].isDigit || "->+*.)".utf8.contains(bytes[open]) {
            open += 1
        }
        let rest = UnsafeBufferPointer(rebasing: bytes[open...colon])
        guard open < colon, LinkScanner(rest).label(at: 0)?.end == colon - open else { return }
        // The line and the two after it.
        let last = min(line + 2, lines.count - 1)
        var builder = LeafBuilder(room: lines.end(last) - open, breaks: 4)
        builder.appendLine(bytes, open..<lines.end(line))
        for next in (line + 1)..<(last + 1) {
            builder.appendLineEnd(bytes, at: lines.end(next - 1))
            var start = lines.start(next)
            while start < lines.end(next), bytes[start].isBlank || bytes[start] == UInt8(ascii: ">") { start += 1 }
            builder.appendLine(bytes, start..<lines.end(next))
        }
        let text = builder.text(end: builder.end)
        let content = text.bytes
        guard let definition = LinkScanner(content).definition(at: 0) else { return }
        let label = Self.normalised(UnsafeBufferPointer(rebasing: content[definition.label]))
        let place = text.range(definition.destination.lowerBound, definition.destination.upperBound)
        if !label.hasPrefix("^") {
            let end = definition.title?.upperBound ?? definition.destination.upperBound
            let isBracketed = end < content.count && content[end] == UInt8(ascii: ">")
            let whole = text.range(0, end + (isBracketed ? 1 : 0))
            let title = definition.title.map { String(decoding: content[$0], as: UTF8.self).wordCount } ?? 0
            written.append(
                Written(
                    span: Span(id, whole.lowerBound, whole.upperBound),
                    label: text.range(definition.label.lowerBound, definition.label.upperBound), destination: place,
                    words: String(decoding: content[definition.label], as: UTF8.self).wordCount + 1 + title))
        }
        guard byLabel[label] == nil else { return }
        byLabel[label] = Span(id, place.lowerBound, place.upperBound)
        source += [UInt8(ascii: "[")] + content[definition.label]
        source += Array("]: <".utf8) + content[definition.destination] + Array(">\n".utf8)
    }

    /// Labels match without regard to case and to how blanks are written.
    private static func normalised(_ label: UnsafeBufferPointer<UInt8>) -> String {
        label.split(whereSeparator: \.isWhitespace).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ").lowercased().uppercased()
    }
}
