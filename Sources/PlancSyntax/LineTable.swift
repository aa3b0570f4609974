import CCmark
import PlancSource

/// Where the lines of a body begin and end, as cmark counts them: LF, CRLF and CR alone end a line. It lies in scratch
/// memory.
struct LineTable {
    let bytes: UnsafeBufferPointer<UInt8>
    private let starts: UnsafeBufferPointer<Int32>

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        var room = (bytes.count - start) / 40 + 4
        var starts = Scratch.room(for: room, of: Int32.self)
        var count = 0
        func add(_ place: Int) {
            if count == room {
                room *= 2
                starts = Scratch.more(room: starts, for: room)
            }
            starts[count] = Int32(place)
            count += 1
        }
        add(start)
        var i = start
        var nextReturn = bytes.first(.carriageReturn, from: start)
        while true {
            let nextFeed = bytes.first(.lineFeed, from: i)
            // A carriage return that no line feed follows ends a line of its own.
            while nextReturn < nextFeed {
                if nextReturn + 1 < nextFeed { add(nextReturn + 1) }
                nextReturn = bytes.first(.carriageReturn, from: nextReturn + 1)
            }
            i = nextFeed + 1
            guard i < bytes.count else { break }
            add(i)
        }
        self.starts = UnsafeBufferPointer(start: starts, count: count)
    }

    var count: Int { starts.count }

    /// The first byte of a line (from 0).
    func start(_ line: Int) -> Int { line < starts.count ? Int(starts[max(line, 0)]) : bytes.count }

    /// The end of a line without its line ending.
    func end(_ line: Int) -> Int {
        let lower = start(line)
        var i = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
        if i > lower, bytes[i - 1] == .lineFeed { i -= 1 }
        if i > lower, bytes[i - 1] == .carriageReturn { i -= 1 }
        return i
    }

    /// The end of a line without the blanks before its line ending, not before `lower`.
    func trimmedEnd(_ line: Int, from lower: Int) -> Int {
        var i = end(line)
        while i > lower, bytes[i - 1].isWhitespace { i -= 1 }
        return max(i, lower)
    }

    /// The offset at which cmark says that a block begins, and its line.
    func start(of node: CommonMark.Node) -> (offset: Int, line: Int) {
        let line = Int(cmark_node_get_start_line(node)) - 1
        let offset = start(line) + max(0, Int(cmark_node_get_start_column(node)) - 1)
        return (min(offset, end(line)), min(max(line, 0), count - 1))
    }

    /// The line that holds an offset.
    func line(at offset: Int) -> Int {
        max(0, starts.partitioningIndex { Int($0) <= offset } - 1)
    }
}
