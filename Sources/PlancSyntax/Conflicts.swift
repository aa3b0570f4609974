/// The lines that git leaves in a file that it could not merge.
struct Conflicts {
    struct Marker {
        /// With its line ending.
        var line: Range<Int>
        var words: Range<Int>
    }

    struct Conflict {
        var start: Marker
        /// The common ancestor (`|||||||`), where git was asked for it.
        var base: Marker?
        /// nil of a marker that stands alone.
        var middle: Marker?
        var end: Marker?
    }

    private(set) var found: [Conflict] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Seven of these at the start of a line; looked for only in files that hold one at all.
        guard Self.mayHold(bytes) else { return }
        var open: Conflict?
        // A row of `=` that may be the last of a conflict whose beginning was deleted.
        var row: Marker?
        var isInFrontMatter = FrontMatterFence.afterFence(bytes, 0) != nil
        var before: Range<Int>?
        var line = 0
        func close() {
            if let open { found += [open.start, open.middle].compactMap { $0 }.map { Conflict(start: $0) } }
            open = nil
        }
        while line < bytes.count {
            let next = nextLine(bytes, line)
            if let sign = Self.sign(bytes, line, next) {
                let marker = Marker(line: line..<next, words: line..<bytes.trimmedEnd(of: line..<next))
                switch sign {
                case UInt8(ascii: "<"):
                    close()
                    open = Conflict(start: marker)
                case .pipe where open != nil && open?.middle == nil: open?.base = marker
                case .pipe where !Self.isRow(bytes, before, next): found.append(Conflict(start: marker))
                case UInt8(ascii: "=") where open != nil && open?.middle == nil: open?.middle = marker
                case UInt8(ascii: "="):
                    if Self.isAlone(bytes, before, next, isInFrontMatter: isInFrontMatter) {
                        found.append(Conflict(start: marker))
                    } else if open == nil {
                        row = marker
                    }
                case UInt8(ascii: ">"):
                    if var conflict = open, conflict.middle != nil {
                        conflict.end = marker
                        found.append(conflict)
                        open = nil
                    } else {
                        close()
                        if let row { found.append(Conflict(start: row)) }
                        found.append(Conflict(start: marker))
                    }
                    row = nil
                default: break
                }
            } else if line > 0, FrontMatterFence.afterFence(bytes, line) != nil {
                isInFrontMatter = false
            }
            before = line..<next
            line = next
        }
        close()
        found.sort { $0.start.line.lowerBound < $1.start.line.lowerBound }
    }

    /// Whether a row of seven `=` underlines nothing, so that it can only be what is left of a conflict: in a body below an empty
    /// line, an item or a quotation, in a front matter above more of its keys.
    private static func isAlone(
        _ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>?, _ next: Int, isInFrontMatter: Bool
    ) -> Bool {
        guard let before else { return false }
        if isInFrontMatter {
            // Of a row that should close the front matter text follows, and no line that does close it.
            var line = next
            while line < bytes.count {
                if FrontMatterFence.afterFence(bytes, line) != nil { return line > next }
                let end = nextLine(bytes, line)
                let words = line..<bytes.trimmedEnd(of: line..<end)
                let isKey =
                    bytes[words].contains(.colon)
                    || words.first.map { bytes[$0] == .dash || bytes[$0].isBlank } ?? false
                if !isKey || Self.sign(bytes, line, end) != nil { return false }
                line = end
            }
            return false
        }
        let words = before.lowerBound..<bytes.trimmedEnd(of: before)
        guard let first = words.first.map({ bytes[$0] }) else { return true }
        return first.isBlank || "-*+>|#".utf8.contains(first)
            || sign(bytes, before.lowerBound, before.upperBound) != nil
    }

    /// Whether a row of `|` is one of a table's.
    private static func isRow(_ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>?, _ next: Int) -> Bool {
        before.map { bytes[$0.lowerBound] == .pipe } ?? false || next < bytes.count && bytes[next] == .pipe
    }

    /// The bytes with the first version only: spaces in place of the rest, so that every offset stays what it was.
    func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var copy = Array(bytes)
        func blank(_ range: Range<Int>) {
            for i in range where copy[i] != .lineFeed && copy[i] != .carriageReturn { copy[i] = .space }
        }
        for conflict in found {
            blank(conflict.start.line)
            if let middle = conflict.middle, let end = conflict.end {
                blank((conflict.base ?? middle).line.lowerBound..<end.line.upperBound)
            }
        }
        return copy
    }

    private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for sign in [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), .pipe] {
            var i = bytes.first(sign, from: 0)
            while i + 6 < bytes.count {
                if i == 0 || bytes[i - 1] == .lineFeed, bytes[i + 6] == sign, bytes[i + 3] == sign { return true }
                i = bytes.first(sign, from: i + 1)
            }
        }
        return false
    }

    /// The sign that a line has seven of, and then a blank or nothing.
    private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ next: Int) -> UInt8? {
        guard line + 7 <= next else { return nil }
        let sign = bytes[line]
        switch sign {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), .pipe: break
        default: return nil
        }
        for i in line..<line + 7 where bytes[i] != sign { return nil }
        return line + 7 == next || bytes[line + 7].isWhitespace ? sign : nil
    }
}
