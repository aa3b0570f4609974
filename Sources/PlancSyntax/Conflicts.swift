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
        var line = 0
        while line < bytes.count {
            let next = nextLine(bytes, line)
            if let sign = Self.sign(bytes, line, next) {
                let marker = Marker(line: line..<next, words: line..<bytes.trimmedEnd(of: line..<next))
                switch sign {
                case UInt8(ascii: "<"):
                    if let open { found.append(Conflict(start: open.start)) }
                    open = Conflict(start: marker)
                case .pipe where open != nil && open?.middle == nil: open?.base = marker
                case UInt8(ascii: "=") where open != nil && open?.middle == nil: open?.middle = marker
                case UInt8(ascii: ">"):
                    if var conflict = open, conflict.middle != nil {
                        conflict.end = marker
                        found.append(conflict)
                        open = nil
                    } else {
                        found.append(Conflict(start: marker))
                    }
                default: break
                }
            }
            line = next
        }
        if let open { found.append(Conflict(start: open.start)) }
        found.sort { $0.start.line.lowerBound < $1.start.line.lowerBound }
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
        for sign in [UInt8(ascii: "<"), UInt8(ascii: ">")] {
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
