import PlancSource

/// The part of a source line that is shown: all of it, or the piece around a place, with `…` where something is left out.
struct LineWindow {
    /// The bytes shown.
    var range: Range<Int>
    var isCutBefore: Bool
    var isCutAfter: Bool

    /// The longest stretch of a line that is shown where no width is known, in bytes: a line of a megabyte must not fill a file.
    static let byteLimit = 160

    /// - Parameters:
    ///   - line: the bytes of the line.
    ///   - focus: what has to be in view, at least its start.
    ///   - columns: the most cells that may be taken; nil where nobody reads on a terminal.
    init(_ source: SourceFile, line: Range<Int>, focus: Range<Int>, columns: Int?) {
        range = line
        isCutBefore = false
        isCutAfter = false
        if let columns, line.count <= Self.byteLimit * 64 {
            cut(source, focus, columns)
        } else if line.count > Self.byteLimit * 2 || columns != nil {
            cut(source, focus, bytes: columns ?? Self.byteLimit)
        }
    }

    /// The text as it is shown.
    func text(_ source: SourceFile) -> String {
        (isCutBefore ? "…" : "") + visible(source.text(range)) + (isCutAfter ? "…" : "")
    }

    /// The cells before a place, and those of a stretch from there.
    func cells(_ source: SourceFile, _ span: Range<Int>) -> (indent: Int, width: Int) {
        let start = min(max(span.lowerBound, range.lowerBound), range.upperBound)
        let end = min(max(span.upperBound, start), range.upperBound)
        let before = displayWidth(of: visible(source.text(range.lowerBound..<start)))
        return ((isCutBefore ? 1 : 0) + before, max(1, displayWidth(of: visible(source.text(start..<end)))))
    }

    private mutating func cut(_ source: SourceFile, bytes limit: Int, from start: Int) {
        let bytes = source.bytes
        var (lower, upper) = (start, min(range.upperBound, start + limit))
        while lower > range.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
        while upper < range.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
        isCutBefore = lower > range.lowerBound
        isCutAfter = upper < range.upperBound
        range = lower..<upper
    }

    private mutating func cut(_ source: SourceFile, _ focus: Range<Int>, bytes limit: Int) {
        cut(source, bytes: limit, from: max(range.lowerBound, focus.lowerBound - limit / 2))
    }

    /// By cells: the focus is in view with a third of the width before it, and the line's start where that is possible.
    private mutating func cut(_ source: SourceFile, _ focus: Range<Int>, _ columns: Int) {
        var pieces: [(start: Int, end: Int, cells: Int)] = []
        var place = range.lowerBound
        for character in source.text(range) {
            let next = min(place + character.utf8.count, range.upperBound)
            pieces.append((place, next, displayWidth(of: visible(String(character)))))
            place = next
        }
        guard pieces.reduce(0, { $0 + $1.cells }) > columns else { return }
        func cells(_ from: Int, _ to: Int) -> Int { pieces[from..<to].reduce(0) { $0 + $1.cells } }
        let first = pieces.firstIndex { $0.end > focus.lowerBound } ?? pieces.count - 1
        let last = pieces.firstIndex { $0.end >= focus.upperBound } ?? pieces.count - 1
        var start = 0
        if cells(0, last + 1) > columns - 1 {
            // What stands in focus, if it fits, else as much of it as does; before it a third of what is left.
            let own = min(cells(first, last + 1), columns - 2)
            var room = max(columns / 3, 0)
            room = min(room, columns - 2 - own)
            start = first
            while start > 0, room >= pieces[start - 1].cells {
                start -= 1
                room -= pieces[start].cells
            }
        }
        var left = columns - (start > 0 ? 1 : 0)
        var end = start
        while end < pieces.count, pieces[end].cells <= left - (end + 1 < pieces.count ? 1 : 0) {
            left -= pieces[end].cells
            end += 1
        }
        if end == start { end = min(start + 1, pieces.count) }
        isCutBefore = start > 0
        isCutAfter = end < pieces.count
        range = pieces[start].start..<pieces[end - 1].end
    }
}

/// A text in lines of at most so many cells, parted at spaces; a word that is longer stands on a line of its own.
func wrapped(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        let cells = displayWidth(of: word)
        if !line.isEmpty, width + 1 + cells > columns {
            lines.append(line)
            (line, width) = (String(word), cells)
        } else {
            width += line.isEmpty && lines.isEmpty && width == 0 ? cells : cells + 1
            line += line.isEmpty && width == cells ? String(word) : " " + word
        }
    }
    lines.append(line)
    return lines
}
