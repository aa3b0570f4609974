/// A block quote or list item around the current block: what it takes from the beginning of each line.
struct Container {
    /// The line that it begins on, and where its own text begins there.
    var line: Int
    var afterMarker: Int
    var column: Int
    /// The columns of indentation that an item asks of its lines; nil for a block quote.
    var indent: Int?
}

/// A place in a line; tabs reach to the next multiple of four columns.
private struct LineCursor {
    var offset: Int
    var column: Int
}

extension BodyReader {
    /// The first byte of a line's own text: after what the open containers take, and blanks.
    func textStart(_ line: Int) -> Int {
        var cursor = LineCursor(offset: lines.start(line), column: 0)
        enter(&cursor, line: line)
        return skipBlanks(cursor, line: line).offset
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

    /// Takes what the open containers take from the beginning of a line. A line that does without
    /// (the lazy lines of a paragraph) ends it early.
    private func enter(_ cursor: inout LineCursor, line: Int) {
        for container in containers {
            if container.line == line {
                cursor = LineCursor(offset: container.afterMarker, column: container.column)
                continue
            }
            let text = skipBlanks(cursor, line: line)
            let indent = text.column - cursor.column
            if let asked = container.indent {
                guard indent >= asked else { return }
                take(&cursor, columns: asked)
            } else {
                guard indent <= 3, text.offset < lines.end(line), bytes[text.offset] == UInt8(ascii: ">") else { return }
                cursor = text
                take(&cursor, columns: 1)
                if cursor.offset < lines.end(line), bytes[cursor.offset].isBlank { take(&cursor, columns: 1) }
            }
        }
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
                    return
                }
                left -= width
                cursor.column += width
            } else {
                left -= 1
                cursor.column += 1
            }
            cursor.offset += 1
        }
    }
}
