/// Where the lines of a body begin and end, as cmark counts them: LF, CRLF and CR alone end a line.
struct LineTable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var starts: [Int32]

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        starts = [Int32(start)]
        starts.reserveCapacity((bytes.count - start) / 40 + 4)
        var i = start
        var nextReturn = bytes.first(.carriageReturn, from: start)
        while true {
            let nextFeed = bytes.first(.lineFeed, from: i)
            // A carriage return that no line feed follows ends a line of its own.
            while nextReturn < nextFeed {
                if nextReturn + 1 < nextFeed { starts.append(Int32(nextReturn + 1)) }
                nextReturn = bytes.first(.carriageReturn, from: nextReturn + 1)
            }
            i = nextFeed + 1
            guard i < bytes.count else { break }
            starts.append(Int32(i))
        }
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

    /// The line that holds an offset.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
