import CCmark
import PlancMarkup
import PlancSource

/// GitHub's pipe tables (GFM 4.10): cmark gives a paragraph, whose lines are looked at again.
extension BodyReader {
    /// The paragraph in `leaf` as a table, after the paragraph before it if there is one; nil when it is no table.
    mutating func readTable() -> [Block]? {
        guard leaf.literalSkip == 0, leaf.bytes.contains(.dash),
            let table = leaf.bytes.withUnsafeBufferPointer({
                TableText($0, from: leaf.first)
            })
        else { return nil }
        let source = leaf
        let before = table.before.map { source.part($0) }
        let cells = table.rows.map { row in row.cells.map { source.part($0, isCell: true) } }
        var texts = readParts((before.map { [$0] } ?? []) + cells.joined().filter { !$0.isEmpty })[...]

        var blocks: [Block] = []
        if let before, let text = texts.popFirst() {
            let place = span(before.source(before.first), before.end)
            blocks.append(Block(.paragraph(text.inlines), place))
            readInlineHTML(text.html, in: before, within: .paragraph(place))
            blocks += directives
            directives.removeAll()
        }
        var rows: [[Table.Cell]] = []
        for (row, parts) in zip(table.rows, cells) {
            let place = trimmed(source.range(row.line.lowerBound, row.line.upperBound))
            var result: [Table.Cell] = []
            for part in parts {
                guard !part.isEmpty, let text = texts.popFirst() else {
                    result.append(Table.Cell([], span(part.end, part.end)))
                    continue
                }
                readInlineHTML(text.html, in: part, within: .whole(place))
                result.append(Table.Cell(text.inlines, span(part.source(part.first), part.end)))
            }
            while result.count < table.alignments.count {
                result.append(Table.Cell([], Span(id, Int(place.upper), Int(place.upper))))
            }
            rows.append(result)
        }
        let whole = trimmed(source.range(table.rows[0].line.lowerBound, source.bytes.count))
        blocks.append(
            Block(.table(Table(alignments: table.alignments, header: rows[0], rows: Array(rows.dropFirst()))), whole))
        return blocks
    }

    private func trimmed(_ range: Range<Int>) -> Span {
        var upper = range.upperBound
        while upper > range.lowerBound, bytes[upper - 1].isWhitespace { upper -= 1 }
        return span(range.lowerBound, upper)
    }

    /// Reads texts that cmark has not seen by themselves, as one document of a paragraph each.
    ///
    /// A no-break space before each keeps it a paragraph whatever it begins with, and is the beginning of a line where
    /// emphasis is concerned; four blanks keep its other lines in it.
    private mutating func readParts(_ parts: [LeafText]) -> [(inlines: [Inline], html: [Range<Int>])] {
        var text: [UInt8] = []
        for part in parts {
            var start = 0
            while let end = part.bytes[start...].firstIndex(of: .lineFeed) {
                text += part.bytes[start...end]
                text += [.space, .space, .space, .space]
                start = end + 1
            }
            text += part.bytes[start...]
            text += [.lineFeed, .lineFeed]
        }
        text += definitions.source
        return text.withUnsafeBufferPointer { buffer in
            let document = CommonMark(buffer)
            var node = cmark_node_first_child(document.root)
            var result: [(inlines: [Inline], html: [Range<Int>])] = []
            for part in parts {
                guard let paragraph = node else { break }
                result.append(readInlines(paragraph, part))
                node = cmark_node_next(paragraph)
            }
            return result
        }
    }
}

/// Where the parts of a pipe table lie in a paragraph's text.
struct TableText {
    struct Row {
        var line: Range<Int>
        var cells: [Range<Int>]
    }

    var alignments: [Table.Alignment]
    /// The lines of the paragraph before the table.
    var before: Range<Int>?
    /// The header first; no row has more cells than the header.
    var rows: [Row]

    private static let cellLimit = 100_000

    /// nil when no line is a delimiter row under a line of as many cells.
    init?(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
        var lines: [Range<Int>] = []
        var start = first
        for i in first...text.count where i == text.count || text[i] == .lineFeed {
            if start < i { lines.append(start..<i) }
            start = i + 1
        }
        for k in lines.indices.dropFirst() {
            guard let alignments = Self.delimiterRow(text, lines[k]),
                Self.cells(text, lines[k - 1]).count == alignments.count
            else { continue }
            // Short rows are filled up with cells: a wide header over many of them is no table that anybody wrote.
            guard alignments.count * (lines.count - k) <= Self.cellLimit else { return nil }
            self.alignments = alignments
            before = k > 1 ? lines[0].lowerBound..<lines[k - 2].upperBound : nil
            rows = ([lines[k - 1]] + lines[(k + 1)...]).map {
                Row(line: $0, cells: Array(Self.cells(text, $0).prefix(alignments.count)))
            }
            return
        }
        return nil
    }

    private static func delimiterRow(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Table.Alignment]? {
        guard line.allSatisfy({ text[$0].isBlank || [.dash, .colon, .pipe].contains(text[$0]) }) else { return nil }
        var alignments: [Table.Alignment] = []
        for cell in cells(text, line) {
            guard !cell.isEmpty else { return nil }
            let isLeft = text[cell.lowerBound] == .colon
            let isRight = text[cell.upperBound - 1] == .colon
            let dashes =
                (cell.lowerBound + (isLeft ? 1 : 0))..<max(cell.upperBound - (isRight ? 1 : 0), cell.lowerBound + 1)
            guard !dashes.isEmpty, dashes.allSatisfy({ text[$0] == .dash }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// The cells of a row, without the blanks around them; an escaped pipe divides nothing.
    private static func cells(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
        var lower = line.lowerBound
        var upper = line.upperBound
        while lower < upper, text[lower].isBlank { lower += 1 }
        while upper > lower, text[upper - 1].isBlank { upper -= 1 }
        if lower < upper, text[lower] == .pipe { lower += 1 }
        var cells: [Range<Int>] = []
        var start = lower
        var i = lower
        while i < upper {
            if text[i] == .backslash, i + 1 < upper, text[i + 1].isPunctuation {
                i += 2
                continue
            }
            if text[i] == .pipe {
                cells.append(trimmed(text, start..<i))
                start = i + 1
            }
            i += 1
        }
        if start < upper { cells.append(trimmed(text, start..<upper)) }
        return cells
    }

    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, text[lower].isBlank { lower += 1 }
        while upper > lower, text[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }
}
