/// A block quote or list item around the current block: what it takes from the beginning of each line.
struct Container {
    /// The line that it begins on, and where its own text begins there.
    var line: Int
    var afterMarker: Int
    var column: Int
    /// The columns of indentation that an item asks of its lines; nil for a block quote.
    var indent: Int?
}

struct LineText {
    /// Where its blanks begin, and where they end.
    var blanks: Int
    var start: Int
    /// The columns of its blanks.
    var indent: Int
    /// Whether it does without the marks of its containers, as lines of a paragraph may.
    var isLazy: Bool
    /// The columns that are left of a tab at `blanks`, when the containers have taken the others.
    var tabRest: Int
}

/// A place in a line; tabs reach to the next multiple of four columns.
private struct LineCursor {
    var offset: Int
    var column: Int
    /// Whether part of the tab at `offset` has been taken.
    var isInTab = false
}

/// The block quotes and list items around the current block: what they leave of its lines.
struct Containers {
    private let lines: LineTable
    private var open: [Container] = []

    init(lines: LineTable) { self.lines = lines }

    var count: Int { open.count }

    mutating func leave() { open.removeLast() }

    mutating func enterQuote(line: Int, offset: Int) {
        var cursor = LineCursor(offset: offset, column: lines.column(of: offset, line: line))
        lines.take(&cursor, columns: 1)
        lines.takeBlank(&cursor, line: line)
        open.append(Container(line: line, afterMarker: cursor.offset, column: cursor.column, indent: nil))
    }

    /// CommonMark 5.2: an item's lines are indented by its marker and the one to four columns after it. Gives where its
    /// text begins.
    mutating func enterItem(line: Int, offset: Int) -> Int {
        var outer = LineCursor(offset: lines.start(line), column: 0)
        pass(&outer, line: line)
        let markerColumn = lines.column(of: offset, line: line)
        let end = lines.end(line)
        var cursor = LineCursor(offset: offset, column: markerColumn)
        while cursor.offset < end, lines.bytes[cursor.offset].isDigit { lines.take(&cursor, columns: 1) }
        lines.take(&cursor, columns: 1)
        let text = lines.skipBlanks(cursor, line: line)
        let gap = text.column - cursor.column
        let taken = gap >= 5 || gap < 1 || text.offset == end ? 1 : gap
        let padding = cursor.column - markerColumn + taken
        if text.offset < end { lines.take(&cursor, columns: taken) }
        open.append(
            Container(
                line: line, afterMarker: cursor.offset, column: cursor.column,
                indent: markerColumn - outer.column + padding))
        return cursor.offset
    }

    /// A line's own text: what is left of it after what the open containers take.
    func text(ofLine line: Int) -> LineText {
        var cursor = LineCursor(offset: lines.start(line), column: 0)
        let isLazy = !pass(&cursor, line: line)
        let text = lines.skipBlanks(cursor, line: line)
        return LineText(
            blanks: cursor.offset, start: text.offset, indent: text.column - cursor.column, isLazy: isLazy,
            tabRest: cursor.isInTab ? 4 - cursor.column % 4 : 0)
    }

    /// The text of a paragraph's lines, from a place on the first of them.
    func leafText(from lower: Int, line: Int, last: Int) -> LeafText {
        let bytes = lines.bytes
        var lineEnd = lines.end(line)
        if last <= line { return LeafText(bytes, lower..<lineEnd) }
        // Each line more has a line end, at most three blanks that are left of a tab, and a text.
        let more = last - line
        var builder = LeafBuilder(room: lines.end(last) - lower + 3 * more, breaks: 5 * more)
        builder.appendLine(bytes, lower..<lineEnd)
        for next in line + 1...last {
            builder.appendLineEnd(bytes, at: lineEnd)
            let text = text(ofLine: next)
            // cmark leaves a lazy line its blanks.
            if text.isLazy { for _ in 0..<text.tabRest { builder.append(LeafBuilder.space, at: text.blanks) } }
            let start = text.isLazy ? text.blanks + (text.tabRest > 0 ? 1 : 0) : text.start
            lineEnd = lines.end(next)
            builder.appendLine(bytes, start..<lineEnd)
        }
        return builder.text(end: builder.end)
    }

    /// The columns of blanks before an offset that belong to its block.
    func indent(of offset: Int, line: Int) -> Int {
        var cursor = LineCursor(offset: lines.start(line), column: 0)
        pass(&cursor, line: line)
        return lines.column(of: offset, line: line) - cursor.column
    }

    /// Takes what the open containers take from the beginning of a line; false where a line does without one of them.
    @discardableResult
    private func pass(_ cursor: inout LineCursor, line: Int) -> Bool {
        for container in open {
            if container.line == line {
                cursor = LineCursor(offset: container.afterMarker, column: container.column)
                continue
            }
            let text = lines.skipBlanks(cursor, line: line)
            let indent = text.column - cursor.column
            if let asked = container.indent {
                guard indent >= asked else { return false }
                lines.take(&cursor, columns: asked)
            } else {
                guard indent <= 3, text.offset < lines.end(line), lines.bytes[text.offset] == UInt8(ascii: ">") else {
                    return false
                }
                cursor = text
                lines.take(&cursor, columns: 1)
                lines.takeBlank(&cursor, line: line)
            }
        }
        return true
    }
}

extension LineTable {
    fileprivate func column(of offset: Int, line: Int) -> Int {
        var column = 0
        for i in start(line)..<max(offset, start(line)) {
            column += bytes[i] == .tab ? 4 - column % 4 : 1
        }
        return column
    }

    fileprivate func skipBlanks(_ cursor: LineCursor, line: Int) -> LineCursor {
        var result = cursor
        let end = end(line)
        while result.offset < end, bytes[result.offset].isBlank {
            // A tab that was taken in part goes on from the column it was left at.
            result.column += bytes[result.offset] == .tab ? 4 - result.column % 4 : 1
            result.offset += 1
        }
        return result
    }

    /// Takes the blank that may stand after the mark of a quote.
    fileprivate func takeBlank(_ cursor: inout LineCursor, line: Int) {
        if cursor.offset < end(line), bytes[cursor.offset].isBlank { take(&cursor, columns: 1) }
    }

    /// Moves on by columns; a tab that is wider than what is left stays, half taken.
    fileprivate func take(_ cursor: inout LineCursor, columns: Int) {
        var left = columns
        while left > 0, cursor.offset < bytes.count {
            if bytes[cursor.offset] == .tab {
                let width = 4 - cursor.column % 4
                if width > left {
                    cursor.column += left
                    cursor.isInTab = true
                    return
                }
                left -= width
                cursor.column += width
            } else {
                left -= 1
                cursor.column += 1
            }
            cursor.offset += 1
            cursor.isInTab = false
        }
    }
}
