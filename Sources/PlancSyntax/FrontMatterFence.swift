/// Where the front matter of a file lies, also when the lines around it are not written quite as they should be: a file that
/// almost is a source is read as one, and what is wrong with it is reported.
struct FrontMatterFence {
    /// What is wrong with the lines around a front matter.
    enum Slip {
        /// Blank lines or comments come before the opening line.
        case before(Range<Int>, isBlank: Bool)
        /// A line that is almost `---`: `----`, `+++`, `–––`.
        case opening(Range<Int>)
        /// `---` and the first key share a line; the offset of the key.
        case keyOnFence(Int)
        /// No line opens the front matter: its first key comes after these bytes.
        case noOpening(Range<Int>)
        case closing(Range<Int>)
    }

    /// The opening line, without its line ending; empty where it is missing.
    let opening: Range<Int>
    /// Between the lines of the fence; to the end of the file when it is not closed.
    let content: Range<Int>
    /// The start of the line after the closing `---`; nil when there is none.
    let body: Int?
    let slips: [Slip]

    init(opening: Range<Int>, content: Range<Int>, body: Int?, slips: [Slip]) {
        self.opening = opening
        self.content = content
        self.body = body
        self.slips = slips
    }

    /// nil when the file neither begins with a line `---` (after a byte-order mark, if any) nor with what almost is one.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var slips: [Slip] = []
        let first: Int
        if let after = Self.afterFence(bytes, start) {
            opening = start..<start + 3
            first = after
        } else if let near = NearFence(bytes, from: start) {
            opening = near.opening
            first = near.content
            slips = near.slips
        } else {
            return nil
        }
        var line = first
        // Without a line that closes it exactly, one that is indented or nearly right will do.
        var second: (line: Range<Int>, after: Int)?
        while line < bytes.count {
            if let after = Self.afterFence(bytes, line) {
                content = first..<line
                body = after
                self.slips = slips
                return
            }
            let next = nextLine(bytes, line)
            let words = line..<bytes.trimmedEnd(of: line..<next)
            if NearFence.isAlmostFence(bytes, words) {
                content = first..<line
                body = next
                self.slips = slips + (NearFence.isFenceButForHidden(bytes, words) ? [] : [.closing(words)])
                return
            }
            if second == nil, NearFence.isIndentedFence(bytes, words) { second = (words, next) }
            line = next
        }
        if let second {
            content = first..<second.line.lowerBound
            body = second.after
            slips.append(.closing(second.line))
        } else {
            content = first..<bytes.count
            body = nil
        }
        self.slips = slips
    }

    /// The offset after a line that is `---` and blanks, nil when it is another line.
    static func afterFence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
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
