import CCmark
import PlancMarkup
import PlancSource

/// GitHub's pipe tables (GFM 4.10): cmark gives a paragraph, whose lines are looked at again.
extension BodyReader {
    /// A part of a leaf that becomes a leaf of its own.
    private struct Part {
        let leaf: LeafText
        /// Whether cmark need not see it.
        let isPlain: Bool
        var inlines: [Inline] = []
        var html: [Range<Int>] = []
    }

    /// Reads a paragraph as a table, after the paragraph before it if there is one; false when it is no table.
    mutating func readTable(_ leaf: LeafText) -> Bool {
        guard leaf.literalSkip == 0, leaf.bytes.first(.dash, from: 0) < leaf.bytes.count,
            let table = TableText(leaf.bytes, from: leaf.first)
        else { return false }
        var parts: [Part] = []
        parts.reserveCapacity(table.cells.count + 1)
        if let before = table.before { parts.append(Part(leaf: leaf.part(before), isPlain: false)) }
        for cell in table.cells where !cell.isEmpty {
            if let plain = leaf.plainPart(cell) {
                parts.append(Part(leaf: plain, isPlain: true))
            } else {
                parts.append(Part(leaf: leaf.part(cell, isCell: true), isPlain: false))
            }
        }
        read(&parts)

        // Each is taken from the end, and so moved.
        parts.reverse()
        if table.before != nil { addParagraph(parts.removeLast()) }
        var rows: [[Table.Cell]] = []
        rows.reserveCapacity(table.rows.count)
        for row in table.rows {
            let place = trimmed(leaf.range(row.line.lowerBound, row.line.upperBound))
            var cells: [Table.Cell] = []
            cells.reserveCapacity(table.alignments.count)
            for cell in table.cells[row.cells] {
                if cell.isEmpty {
                    let offset = leaf.source(cell.lowerBound)
                    cells.append(Table.Cell([], span(offset, offset)))
                } else {
                    cells.append(self.cell(parts.removeLast(), within: place))
                }
            }
            while cells.count < table.alignments.count {
                cells.append(Table.Cell([], span(Int(place.upper), Int(place.upper))))
            }
            rows.append(cells)
        }
        let whole = trimmed(leaf.range(table.rows[0].line.lowerBound, leaf.bytes.count))
        let header = rows.removeFirst()
        add(.table(Table(alignments: table.alignments, header: header, rows: rows)), whole)
        return true
    }

    private mutating func addParagraph(_ part: consuming Part) {
        let place = span(part.leaf.source(part.leaf.first), part.leaf.end)
        add(.paragraph(part.inlines), place)
        readInlineHTML(part.html, in: part.leaf, within: .paragraph(place))
        addDirectives()
    }

    private mutating func cell(_ part: consuming Part, within row: Span) -> Table.Cell {
        let place = span(part.leaf.source(part.leaf.first), part.leaf.end)
        if !part.html.isEmpty { readInlineHTML(part.html, in: part.leaf, within: .whole(row)) }
        return Table.Cell(part.inlines, place)
    }

    private func trimmed(_ range: Range<Int>) -> Span { span(range.lowerBound, bytes.trimmedEnd(of: range)) }

    /// Reads parts of a leaf, those that cmark must see as one document of a paragraph each.
    ///
    /// A no-break space before each keeps it a paragraph whatever it begins with, and is the beginning of a line where
    /// emphasis is concerned; four blanks keep its other lines in it.
    private mutating func read(_ parts: inout [Part]) {
        var text: [UInt8] = []
        for part in parts where !part.isPlain {
            let bytes = part.leaf.bytes
            var start = 0
            while case let end = bytes.first(.lineFeed, from: start), end < bytes.count {
                text += bytes[start...end]
                text += [.space, .space, .space, .space]
                start = end + 1
            }
            text += bytes[start...]
            text += [.lineFeed, .lineFeed]
        }
        if text.isEmpty {
            for index in parts.indices { parts[index].inlines = inlineReader.readPlain(parts[index].leaf) }
            return
        }
        text += inlineReader.definitions.source
        text.withUnsafeBufferPointer { buffer in
            let document = CommonMark(buffer)
            var paragraph = cmark_node_first_child(document.root)
            for index in parts.indices {
                if parts[index].isPlain {
                    parts[index].inlines = inlineReader.readPlain(parts[index].leaf)
                } else if let node = paragraph {
                    parts[index].inlines = inlineReader.read(node, parts[index].leaf)
                    parts[index].html = inlineReader.html
                    paragraph = cmark_node_next(node)
                }
            }
        }
    }
}

/// Where the parts of a pipe table lie in a paragraph's text.
struct TableText {
    struct Row {
        var line: Range<Int>
        /// Its place among the cells.
        var cells: Range<Int>
    }

    var alignments: [Table.Alignment]
    /// The lines of the paragraph before the table.
    var before: Range<Int>?
    /// The header first; no row has more cells than the header.
    var rows: [Row] = []
    var cells: [Range<Int>] = []

    private static let cellLimit = 100_000

    /// nil when no line is a delimiter row under a line of as many cells.
    init?(_ text: UnsafeBufferPointer<UInt8>, from first: Int) {
        var lines: [Range<Int>] = []
        lines.reserveCapacity(8)
        var start = first
        while start < text.count {
            let end = text.first(.lineFeed, from: start)
            if start < end { lines.append(start..<end) }
            start = end + 1
        }
        for k in lines.indices.dropFirst() {
            guard let alignments = Self.delimiterRow(text, lines[k]) else { continue }
            cells.removeAll()
            guard Self.addCells(text, lines[k - 1], to: &cells, most: .max) == alignments.count else { continue }
            // Short rows are filled up with cells: a wide header over many of them is no table that anybody wrote.
            guard alignments.count * (lines.count - k) <= Self.cellLimit else { return nil }
            self.alignments = alignments
            before = k > 1 ? lines[0].lowerBound..<lines[k - 2].upperBound : nil
            rows.reserveCapacity(lines.count - k)
            rows.append(Row(line: lines[k - 1], cells: 0..<cells.count))
            cells.reserveCapacity(alignments.count * (lines.count - k))
            for line in lines[(k + 1)...] {
                let count = Self.addCells(text, line, to: &cells, most: alignments.count)
                rows.append(Row(line: line, cells: cells.count - count..<cells.count))
            }
            return
        }
        return nil
    }

    private static func delimiterRow(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Table.Alignment]? {
        for i in line {
            let byte = text[i]
            guard byte == .dash || byte == .pipe || byte == .colon || byte.isBlank else { return nil }
        }
        var cells: [Range<Int>] = []
        addCells(text, line, to: &cells, most: .max)
        var alignments: [Table.Alignment] = []
        alignments.reserveCapacity(cells.count)
        for cell in cells {
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

    /// Adds the first cells of a row, without the blanks around them, and gives their number; an escaped pipe divides nothing.
    @discardableResult
    private static func addCells(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to cells: inout [Range<Int>], most: Int
    ) -> Int {
        let whole = trimmed(text, line)
        let upper = whole.upperBound
        var start = whole.lowerBound
        if start < upper, text[start] == .pipe { start += 1 }
        let count = cells.count
        var i = start
        while i < upper {
            if text[i] == .backslash, i + 1 < upper, text[i + 1].isPunctuation {
                i += 2
                continue
            }
            if text[i] == .pipe {
                if cells.count - count == most { return most }
                cells.append(trimmed(text, start..<i))
                start = i + 1
            }
            i += 1
        }
        if start < upper, cells.count - count < most { cells.append(trimmed(text, start..<upper)) }
        return cells.count - count
    }

    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, text[lower].isBlank { lower += 1 }
        while upper > lower, text[upper - 1].isBlank { upper -= 1 }
        return lower..<upper
    }
}
