import PlancSource

/// The lines that a fix changes, as `diff -U0` shows them; what cannot be seen is shown by its number.
public func unifiedDiff(_ file: FixedFile) -> String {
    let comparison = LineComparison(lines(file.before), lines(file.after))
    var out = "--- \(visible(file.path))\n+++ \(visible(file.path))\n"
    for hunk in comparison.hunks {
        out += "@@ -\(place(hunk.old)) +\(place(hunk.new)) @@\n"
        for line in comparison.old[hunk.old] { out += "-\(visible(text(line)))\n" }
        for line in comparison.new[hunk.new] { out += "+\(visible(text(line)))\n" }
    }
    return out
}

/// Lines without their ends; the carriage return of CRLF belongs to the end.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
}

private func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }

/// A stretch of lines as a hunk's head writes it: `first,count`, the line before where there is none.
private func place(_ lines: Range<Int>) -> String {
    lines.count == 1
        ? "\(lines.upperBound)" : "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
}

/// Which lines of two texts differ, in time that grows with the number of lines, however many of them do: lines that are in
/// each text once hold the texts together (patience diff), and only short stretches between them are compared any further.
private struct LineComparison {
    typealias Line = ArraySlice<UInt8>
    struct Hunk {
        var old: Range<Int>
        var new: Range<Int>
    }

    let old: [Line]
    let new: [Line]
    private(set) var hunks: [Hunk] = []

    /// Lines of a stretch that is compared line by line; a longer one is replaced whole.
    private static let stretchLimit = 40

    init(_ old: [Line], _ new: [Line]) {
        self.old = old
        self.new = new
        var (was, now) = (0, 0)
        for anchor in anchors() + [(old: old.count, new: new.count)] {
            compare(was..<anchor.old, now..<anchor.new)
            (was, now) = (anchor.old + 1, anchor.new + 1)
        }
    }

    /// Lines that are in both texts exactly once, as many as are in the same order in both.
    private func anchors() -> [(old: Int, new: Int)] {
        let (oldPlaces, newPlaces) = (Self.uniquePlaces(old), Self.uniquePlaces(new))
        let pairs = old.indices.compactMap { place -> (old: Int, new: Int)? in
            guard oldPlaces[old[place]] == place, let other = newPlaces[old[place]], other >= 0 else { return nil }
            return (place, other)
        }
        // The longest rising sequence: the ends of the best sequence of each length, and what each pair follows.
        var ends: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            let length = ends.partitioningIndex { pairs[$0].new < pairs[index].new }
            if length > 0 { before[index] = ends[length - 1] }
            if length == ends.count { ends.append(index) } else { ends[length] = index }
        }
        var chain: [(old: Int, new: Int)] = []
        var index = ends.last ?? -1
        while index >= 0 {
            chain.append(pairs[index])
            index = before[index]
        }
        return chain.reversed()
    }

    /// Where each line is; -1 for one that is there several times.
    private static func uniquePlaces(_ lines: [Line]) -> [Line: Int] {
        var places: [Line: Int] = [:]
        for (place, line) in lines.enumerated() { places[line] = places[line] == nil ? place : -1 }
        return places
    }

    private mutating func compare(_ whole: Range<Int>, _ other: Range<Int>) {
        var (was, now) = (whole, other)
        while !was.isEmpty, !now.isEmpty, old[was.lowerBound] == new[now.lowerBound] {
            (was, now) = (was.dropFirst(), now.dropFirst())
        }
        while !was.isEmpty, !now.isEmpty, old[was.upperBound - 1] == new[now.upperBound - 1] {
            (was, now) = (was.dropLast(), now.dropLast())
        }
        if was.isEmpty, now.isEmpty { return }
        if was.count == now.count {
            return pair(zip(was, now).filter { old[$0] == new[$1] }.map { (old: $0, new: $1) }, was, now)
        }
        guard was.count <= Self.stretchLimit, now.count <= Self.stretchLimit else {
            hunks.append(Hunk(old: was, new: now))
            return
        }
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for change in Array(new[now]).difference(from: Array(old[was])) {
            switch change {
            case .remove(let place, _, _): gone.insert(was.lowerBound + place)
            case .insert(let place, _, _): come.insert(now.lowerBound + place)
            }
        }
        pair(
            zip(was.filter { !gone.contains($0) }, now.filter { !come.contains($0) }).map { (old: $0, new: $1) }, was,
            now)
    }

    /// Adds what is between lines that are the same.
    private mutating func pair(_ same: [(old: Int, new: Int)], _ was: Range<Int>, _ now: Range<Int>) {
        var (oldEnd, newEnd) = (was.lowerBound, now.lowerBound)
        for (old, new) in same + [(old: was.upperBound, new: now.upperBound)] {
            if old > oldEnd || new > newEnd { hunks.append(Hunk(old: oldEnd..<old, new: newEnd..<new)) }
            (oldEnd, newEnd) = (old + 1, new + 1)
        }
    }
}
