import PlancSource

/// The link definitions of a body (`[label]: destination`), which cmark keeps to itself: where destinations stand.
struct Definitions {
    struct Definition {
        var span: Span
        /// `[label]: <destination>`, to be read again elsewhere.
        var text: [UInt8]
    }

    private var byLabel: [String: Definition] = [:]
    /// All of them as a text of their own; empty when there is none.
    private(set) var source: [UInt8] = []

    subscript(label: UnsafeBufferPointer<UInt8>) -> Definition? {
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
        var text = LeafText()
        text.append(bytes, open..<lines.end(line))
        for next in (line + 1)..<(line + 3) where next < lines.count {
            text.appendLineEnd(at: lines.end(next - 1))
            var start = lines.start(next)
            while start < lines.end(next), bytes[start].isBlank || bytes[start] == UInt8(ascii: ">") { start += 1 }
            text.append(bytes, start..<lines.end(next))
        }
        text.bytes.withUnsafeBufferPointer { content in
            guard let definition = LinkScanner(content).definition(at: 0) else { return }
            let label = Self.normalised(UnsafeBufferPointer(rebasing: content[definition.label]))
            guard byLabel[label] == nil else { return }
            let place = text.range(definition.destination.lowerBound, definition.destination.upperBound)
            var written: [UInt8] = [UInt8(ascii: "[")] + content[definition.label]
            written += Array("]: <".utf8) + content[definition.destination] + Array(">\n".utf8)
            byLabel[label] = Definition(span: Span(id, place.lowerBound, place.upperBound), text: written)
            source += written
        }
    }

    /// Labels match without regard to case and to how blanks are written.
    private static func normalised(_ label: UnsafeBufferPointer<UInt8>) -> String {
        label.split(whereSeparator: \.isWhitespace).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ").lowercased().uppercased()
    }
}
