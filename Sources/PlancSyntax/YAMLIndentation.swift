import PlancDiagnostics
import PlancSource

/// Lines that stand further left or right than was meant.
extension YAMLPlaces {
    /// A line that stands further left or right than those around it.
    func indentations(_ mistake: YAMLMistake, in id: FileID) -> [YAMLCure] {
        let start = line(of: mark)
        let own = width(of: start)
        var cures: [YAMLCure] = []
        var lines: [YAMLCure] = []
        // One above that the lines on both sides of it are right of, or that fits neither its own nor any other.
        var above = lineAbove(start)
        var isNext = true
        for _ in 0..<40 {
            guard let line = above else { break }
            let width = width(of: line)
            above = lineAbove(line)
            let before = above.map(self.width(of:)) ?? -1
            // Right below a key that holds it, it is further left than the key.
            let isBelowItsKey = isNext && width < before && before < own && (above.map(endsWithColon) ?? false)
            if width < own, before == own || isBelowItsKey || !isNext && before >= 0 && before < width {
                var cure = indented(line, to: own, .unfittingIndentation, at: key(from: firstOfLine(line)), in: id)
                // A line that others stand under is seldom the one that slipped.
                cure.isUnlikely = !isNext && endsWithColon(line)
                cures.append(cure)
            } else if isNext, width != own, before >= 0, before != width || above.map(endsWithColon) ?? false {
                // The first key of several, which all others stand beside.
                var cure = indented(line, to: own, .unfittingIndentation, at: key(from: firstOfLine(line)), in: id)
                cure.isForAllOnly = true
                lines.append(cure)
            }
            if width == 0, width < own, before != own { break }
            isNext = false
        }
        let beside = Set([lineAbove(start), lineBelow(start)].compactMap { $0 }.map(width(of:))).subtracting([own])
        let moved = widths(around: start).map { width in
            var cure = indented(start, to: width, mistake, at: range(of: mistake), in: id)
            // Of two places nobody knows which is meant.
            if beside != [width] { cure.finding.fixes = [] }
            cure.isForAllOnly = !beside.contains(width)
            return cure
        }
        return cures.prefix(3) + moved + lines
    }

    /// Items below a key that has its value: the key of their list is gone, and they are left aside.
    func itemsWithoutKey(_ mistake: YAMLMistake, in id: FileID) -> YAMLCure? {
        let start = line(of: mark)
        guard isItem(start), let above = lineAbove(start), !isItem(above), !endsWithColon(above),
            width(of: above) <= width(of: start)
        else { return nil }
        var changes: [MendedText.Change] = []
        var next: Int? = start
        while let line = next,
            width(of: line) > width(of: start) || isItem(line) && width(of: line) == width(of: start),
            changes.count < 256
        {
            changes.append(MendedText.Change(at: firstOfLine(line), "#"))
            next = lineBelow(line)
        }
        return cure(mistake, at: words(from: firstOfLine(start)), changes, written: nil, isOpen: true, in: id)
    }

    private func isItem(_ start: Int) -> Bool {
        let first = firstOfLine(start)
        return byte(first) == .dash && byte(first + 1).isBlank
    }

    /// Where a line may have been meant to stand: beside the line above, beside those that this one stands under, and beside the line
    /// below.
    private func widths(around start: Int) -> [Int] {
        var widths: [Int] = []
        func add(_ width: Int) { if width != self.width(of: start), !widths.contains(width) { widths.append(width) } }
        var above = lineAbove(start)
        if let above { add(width(of: above)) }
        var least = above.map(width(of:)) ?? 0
        for _ in 0..<40 {
            above = above.flatMap(lineAbove)
            guard let line = above, widths.count < 4 else { break }
            if width(of: line) < least {
                least = width(of: line)
                if least > 0 { add(least) }
            }
        }
        if let below = lineBelow(start) { add(width(of: below)) }
        return widths
    }

    private func endsWithColon(_ start: Int) -> Bool {
        let end = end(of: start)
        return end > start && bytes[end - 1] == .colon
    }

    private func width(of start: Int) -> Int { firstOfLine(start) - start }

    /// A line moved to an indentation, and those below it that are as far right.
    private func indented(
        _ start: Int, to width: Int, _ mistake: YAMLMistake, at place: Range<Int>, in id: FileID
    ) -> YAMLCure {
        let own = self.width(of: start)
        var changes: [MendedText.Change] = []
        var next: Int? = start
        while let line = next, changes.isEmpty || own > width && self.width(of: line) >= own, changes.count < 256 {
            let moved = self.width(of: line) - own + width
            changes.append(MendedText.Change(line..<firstOfLine(line), String(repeating: " ", count: moved)))
            next = lineBelow(line)
        }
        var cure = cure(mistake, at: place, changes, written: nil, isOpen: true, in: id)
        cure.finding.fixes = [
            Fix(
                Phrase("indent this line by {count, plural, one {one space} other {# spaces}}", ["count": width]),
                changes.map { Fix.Edit(span($0.range, id), $0.text) }, isSafe: false)
        ]
        return cure
    }

    /// The start of the last line above one that says something.
    func lineAbove(_ start: Int) -> Int? {
        var start = start
        while start > content.lowerBound {
            start = line(of: start - 1)
            let first = firstOfLine(start)
            if first < content.upperBound, !bytes[first].isWhitespace, bytes[first] != UInt8(ascii: "#") {
                return start
            }
        }
        return nil
    }

    /// The start of the first line below one that says something.
    func lineBelow(_ start: Int) -> Int? {
        var start = start
        while case let next = bytes.first(.lineFeed, from: start) + 1, next < content.upperBound {
            start = next
            let first = firstOfLine(start)
            if first < content.upperBound, !bytes[first].isWhitespace, bytes[first] != UInt8(ascii: "#") {
                return start
            }
        }
        return nil
    }
}
