/// Which lines of a text are new or changed since an older version of it, and which stand in for which.
public struct LineChanges: Sendable {
    private let old: LineSlots
    private let new: LineSlots

    public init(from old: [UInt8], to new: [UInt8]) {
        let (before, after) = (Self.lines(of: old), Self.lines(of: new))
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for hunk in SequenceComparison(before.map { old[$0] }, after.map { new[$0] }).hunks {
            gone.formUnion(hunk.old)
            come.formUnion(hunk.new)
        }
        self.old = LineSlots(before, changed: gone)
        self.new = LineSlots(after, changed: come)
    }

    /// Whether anything in the lines of a range of the newer text changed.
    public func isChanged(_ range: Range<Int>) -> Bool {
        let last = new.line(at: max(range.lowerBound, range.upperBound - 1))
        return (new.line(at: range.lowerBound)...last).contains { new.changed.contains($0) }
    }

    /// Whether the line at an offset of the older text is the line at one of the newer, or both are in one change.
    public func correspond(_ oldOffset: Int, _ newOffset: Int) -> Bool {
        let (was, now) = (old.line(at: oldOffset), new.line(at: newOffset))
        return old.changed.contains(was) == new.changed.contains(now) && old.slots[was] == new.slots[now]
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (place, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(start..<place)
            start = place + 1
        }
        lines.append(start..<bytes.count)
        return lines
    }
}

/// The lines of one version: how many that stayed stand before each.
private struct LineSlots: Sendable {
    let changed: Set<Int>
    let slots: [Int]
    private let starts: [Int]

    init(_ lines: [Range<Int>], changed: Set<Int>) {
        self.changed = changed
        starts = lines.map(\.lowerBound)
        var kept = 0
        slots = lines.indices.map { line in
            defer { if !changed.contains(line) { kept += 1 } }
            return kept
        }
    }

    /// The line that holds an offset, from 0.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
