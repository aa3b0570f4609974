/// Where the front matter of a file lies.
struct FrontMatterFence {
    /// The opening `---`, without its line ending.
    let opening: Range<Int>
    /// Between the lines of the fence; to the end of the file when it is not closed.
    let content: Range<Int>
    /// The start of the line after the closing `---`; nil when there is none.
    let body: Int?

    /// nil when the file does not begin with a line `---` (after a byte-order mark, if any).
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = Self.afterFence(bytes, start) else { return nil }
        opening = start..<start + 3
        var line = first
        while line < bytes.count {
            if let after = Self.afterFence(bytes, line) {
                content = first..<line
                body = after
                return
            }
            line = nextLine(bytes, line)
        }
        content = first..<bytes.count
        body = nil
    }

    /// The offset after a line that is `---` and blanks, nil when it is another line.
    private static func afterFence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start + 3 <= bytes.count, bytes[start] == .dash, bytes[start + 1] == .dash, bytes[start + 2] == .dash
        else { return nil }
        var i = start + 3
        while i < bytes.count, bytes[i] == .space || bytes[i] == .tab { i += 1 }
        if i == bytes.count { return i }
        if bytes[i] == .lineFeed { return i + 1 }
        if bytes[i] == .carriageReturn { return i + 1 < bytes.count && bytes[i + 1] == .lineFeed ? i + 2 : nil }
        return nil
    }
}

/// The offset after the next line feed, or the end.
func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    min(bytes.first(.lineFeed, from: start) + 1, bytes.count)
}
