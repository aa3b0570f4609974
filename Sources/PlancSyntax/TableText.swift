import PlancMarkup

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
    /// What stands behind the last column, in rows that have more cells than the header.
    var extras: [Range<Int>] = []

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
            cells.removeAll(keepingCapacity: true)
            cells.reserveCapacity(alignments.count)
            guard Self.addCells(text, lines[k - 1], to: &cells, most: .max) == alignments.count else { continue }
            // Short rows are filled up with cells: a wide header over many of them is no table that anybody wrote.
            guard alignments.count * (lines.count - k) <= Self.cellLimit else { return nil }
            self.alignments = alignments
            before = k > 1 ? lines[0].lowerBound..<lines[k - 2].upperBound : nil
            rows.reserveCapacity(lines.count - k)
            rows.append(Row(line: lines[k - 1], cells: 0..<cells.count))
            cells.reserveCapacity(alignments.count * (lines.count - k))
            for line in lines[(k + 1)...] {
                let count = Self.addCells(text, line, to: &cells, most: alignments.count) { extras.append($0) }
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
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to cells: inout [Range<Int>], most: Int,
        extra: (Range<Int>) -> Void = { _ in }
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
                if cells.count - count == most { break }
                cells.append(trimmed(text, start..<i))
                start = i + 1
            }
            i += 1
        }
        if start < upper, cells.count - count < most {
            cells.append(trimmed(text, start..<upper))
        } else if start < upper {
            var rest = start..<upper
            while let last = rest.last, text[last] == .pipe || text[last].isBlank { rest = rest.dropLast() }
            while let first = rest.first, text[first] == .pipe || text[first].isBlank { rest = rest.dropFirst() }
            if !rest.isEmpty { extra(rest) }
        }
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
