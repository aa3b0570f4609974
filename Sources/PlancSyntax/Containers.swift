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

extension BodyReader {
    /// A line's own text: what is left of it after what the open containers take.
    func text(ofLine line: Int) -> LineText {
        var cursor = LineCursor(offset: lines.start(line), column: 0)
        let isLazy = !enter(&cursor, line: line)
        let text = skipBlanks(cursor, line: line)
        return LineText(
            blanks: cursor.offset, start: text.offset, indent: text.column - cursor.column, isLazy: isLazy,
            tabRest: cursor.isInTab ? 4 - cursor.column % 4 : 0)
    }

    func containerOfQuote(line: Int, offset: Int) -> Container {
        var cursor = LineCursor(offset: offset, column: column(of: offset, line: line))
        take(&cursor, columns: 1)
        if cursor.offset < lines.end(line), bytes[cursor.offset].isBlank { take(&cursor, columns: 1) }
        return Container(line: line, afterMarker: cursor.offset, column: cursor.column, indent: nil)
    }

    /// CommonMark 5.2: an item's lines are indented by its marker and the one to four columns after it.
    func containerOfItem(line: Int, offset: Int) -> Container {
        var outer = LineCursor(offset: lines.start(line), column: 0)
        enter(&outer, line: line)
        let markerColumn = column(of: offset, line: line)
        var cursor = LineCursor(offset: offset, column: markerColumn)
        while cursor.offset < lines.end(line), bytes[cursor.offset].isDigit { take(&cursor, columns: 1) }
        take(&cursor, columns: 1)
        let text = skipBlanks(cursor, line: line)
        let gap = text.column - cursor.column
        let taken = gap >= 5 || gap < 1 || text.offset == lines.end(line) ? 1 : gap
        let padding = cursor.column - markerColumn + taken
        if text.offset < lines.end(line) { take(&cursor, columns: taken) }
        return Container(
            line: line, afterMarker: cursor.offset, column: cursor.column,
            indent: markerColumn - outer.column + padding)
    }

    /// Takes what the open containers take from the beginning of a line; false where a line does without one of them.
    @discardableResult
    private func enter(_ cursor: inout LineCursor, line: Int) -> Bool {
        for container in containers {
            if container.line == line {
                cursor = LineCursor(offset: container.afterMarker, column: container.column)
                continue
            }
            let text = skipBlanks(cursor, line: line)
            let indent = text.column - cursor.column
            if let asked = container.indent {
                guard indent >= asked else { return false }
                take(&cursor, columns: asked)
            } else {
                guard indent <= 3, text.offset < lines.end(line), bytes[text.offset] == UInt8(ascii: ">") else {
                    return false
                }
                cursor = text
                take(&cursor, columns: 1)
                if cursor.offset < lines.end(line), bytes[cursor.offset].isBlank { take(&cursor, columns: 1) }
            }
        }
        return true
    }

    /// The columns of blanks before an offset that belong to its block.
    func indent(of offset: Int, line: Int) -> Int {
        var cursor = LineCursor(offset: lines.start(line), column: 0)
        enter(&cursor, line: line)
        return column(of: offset, line: line) - cursor.column
    }

    private func column(of offset: Int, line: Int) -> Int {
        var column = 0
        for i in lines.start(line)..<max(offset, lines.start(line)) {
            column += bytes[i] == .tab ? 4 - column % 4 : 1
        }
        return column
    }

    private func skipBlanks(_ cursor: LineCursor, line: Int) -> LineCursor {
        var result = cursor
        let end = lines.end(line)
        while result.offset < end, bytes[result.offset].isBlank {
            // A tab that was taken in part goes on from the column it was left at.
            result.column += bytes[result.offset] == .tab ? 4 - result.column % 4 : 1
            result.offset += 1
        }
        return result
    }

    /// Moves on by columns; a tab that is wider than what is left stays, half taken.
    private func take(_ cursor: inout LineCursor, columns: Int) {
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
