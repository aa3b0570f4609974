import PlancSource

/// A line that differs; one that only moved, or is set otherwise, has the same words on both sides.
struct LineDifference: Equatable {
    var section: String
    var old: String?
    var new: String?
    var isMoved = false
    /// Whether other lines moved with it, and are not told for themselves.
    var isBlock = false
    var isPicture = false
    var isCode = false
    /// Of a chapter that came, went or stands elsewhere, and of a section that went: its lines that are not told one by one.
    var chapterLines = 0
}

/// The lines that differ, those that stand in for each other together, what moved once, and a section that is gone by its heading.
///
/// - Parameter canBeCopied: texts of messages are copied from the page, with the empty lines that they have when they are sent.
func differences(
    _ old: [PrintedLine], _ new: [PrintedLine], canBeCopied: Bool = false
) -> [LineDifference] {
    // Mostly all of them are the same.
    if old.readAs(new) { return canBeCopied ? copiedOtherwise(old, new, []) : [] }
    let hunks = atHeadings(SequenceComparison(old.map(\.reading), new.map(\.reading)).hunks, old, new)
    let moved = MovedLines(old, new, hunks)
    let found = hunks.flatMap { hunk in
        moved.told(hunk)
            + paired(old, hunk.old.filter { !moved.old.contains($0) }, new, hunk.new.filter { !moved.new.contains($0) })
    }
    return withGoneSections(changedElsewhere(found, old, new), old) + renumbered(old, new, hunks)
        + (canBeCopied ? copiedOtherwise(old, new, hunks) : [])
}

/// A difference and the places of its lines.
struct PlacedDifference {
    var old: Int?
    var new: Int?
    var difference: LineDifference

    /// A line in the place of another.
    init(_ before: [PrintedLine], _ old: Int, _ after: [PrintedLine], _ new: Int) {
        let (was, now) = (before[old], after[new])
        // The same words on both sides: with other spaces, or set otherwise.
        let isSame = was.text == now.text
        (self.old, self.new) = (old, new)
        difference = LineDifference(
            section: now.section, old: isSame ? was.spaced ?? was.text : was.text,
            new: isSame ? now.spaced ?? now.text : now.text, isPicture: now.isPicture && was.isPicture,
            isCode: isSame && now.hasCode && was.hasCode)
    }

    init(old: Int? = nil, new: Int? = nil, _ difference: LineDifference) {
        (self.old, self.new, self.difference) = (old, new, difference)
    }
}

/// Lines gone and come at one place: each new line takes the old one that shares most words with it.
private func paired(
    _ before: [PrintedLine], _ removed: [Int], _ after: [PrintedLine], _ inserted: [Int]
) -> [PlacedDifference] {
    // The same words, broken into lines elsewhere.
    if removed.count != inserted.count, let first = inserted.first, let gone = removed.first,
        removed.map({ before[$0].text }).joined(separator: " ")
            == inserted.map({ after[$0].text }).joined(separator: " ")
    {
        return [
            PlacedDifference(
                old: gone, new: first,
                LineDifference(
                    section: after[first].section, old: removed.map { before[$0].text }.joined(separator: "\n"),
                    new: inserted.map { after[$0].text }.joined(separator: "\n")))
        ]
    }
    var left = removed.map { Optional($0) }
    let candidates = inserted.isEmpty ? [] : removed.prefix(40).map { before[$0].words }
    var result: [PlacedDifference] = []
    for line in inserted {
        let words = after[line].words
        var best: (place: Int, shared: Double)?
        for (place, others) in candidates.enumerated() where left[place] != nil {
            let shared = sharedPart(words, others)
            if shared > 0.3, shared > best?.shared ?? 0 { best = (place, shared) }
        }
        // One for one, nothing else can be meant.
        if best == nil, removed.count == 1, inserted.count == 1 { best = (0, 0) }
        if let best, let old = left[best.place] {
            left[best.place] = nil
            result.append(PlacedDifference(before, old, after, line))
        } else {
            result.append(
                PlacedDifference(
                    new: line, LineDifference(section: after[line].section, old: nil, new: after[line].text)))
        }
    }
    let gone = left.compactMap { $0 }.map {
        PlacedDifference(old: $0, LineDifference(section: before[$0].section, old: before[$0].text, new: nil))
    }
    return gone + result
}

/// How many of the words of the longer line are in both, from 0 to 1.
func sharedPart(_ words: Set<Substring>, _ others: Set<Substring>) -> Double {
    Double(words.intersection(others).count) / Double(max(words.count, others.count, 1))
}

extension PrintedLine {
    var words: Set<Substring> { Set(text.split(separator: " ")) }

    /// The level of a heading; nil of other lines.
    var headingLevel: Int? {
        guard form.hasPrefix(Self.headingForm) else { return nil }
        return Int(form.dropFirst(Self.headingForm.count).prefix { $0.isNumber })
    }
}

/// Lines that came or went alone, begun at a heading where that reads the same: two messages that end alike leave it open whose end came.
private func atHeadings(
    _ hunks: [SequenceComparison.Hunk], _ old: [PrintedLine], _ new: [PrintedLine]
) -> [SequenceComparison.Hunk] {
    var result: [SequenceComparison.Hunk] = []
    for (place, hunk) in hunks.enumerated() {
        let next = place + 1 < hunks.count ? hunks[place + 1] : nil
        let room = (next?.old.lowerBound ?? old.count) - hunk.old.upperBound
        let (lines, range) = hunk.old.isEmpty ? (new, hunk.new) : (old, hunk.old)
        guard hunk.old.isEmpty || hunk.new.isEmpty, lines[range.lowerBound].headingLevel == nil else {
            result.append(hunk)
            continue
        }
        var shift = 0
        while shift < room, shift < range.count, lines[range.lowerBound + shift].headingLevel == nil,
            lines[range.lowerBound + shift].reading == lines[range.upperBound + shift].reading
        {
            shift += 1
        }
        if shift == range.count || lines[range.lowerBound + shift].headingLevel == nil { shift = 0 }
        result.append(
            SequenceComparison.Hunk(
                old: hunk.old.lowerBound + shift..<hunk.old.upperBound + shift,
                new: hunk.new.lowerBound + shift..<hunk.new.upperBound + shift))
    }
    return result
}

/// Lines that are gone from one place of a section and stand, with a few other words, at another: a row in the order of its time.
private func changedElsewhere(
    _ differences: [PlacedDifference], _ old: [PrintedLine], _ new: [PrintedLine]
) -> [PlacedDifference] {
    let most = 20
    var gone: [String: [Int]] = [:]
    for found in differences where found.new == nil {
        guard let place = found.old else { continue }
        gone[withoutNumber(old[place].section), default: []].append(place)
    }
    if gone.isEmpty { return differences }
    var taken: Set<Int> = []
    let result = differences.map { found -> PlacedDifference in
        guard found.old == nil, let place = found.new else { return found }
        let candidates = (gone[withoutNumber(new[place].section)] ?? []).prefix(most).filter { !taken.contains($0) }
        let words = new[place].words
        let best = candidates.map { (place: $0, shared: sharedPart(words, old[$0].words)) }
            .max { $0.shared < $1.shared }
        guard let best, best.shared > 0.6 else { return found }
        taken.insert(best.place)
        return PlacedDifference(old, best.place, new, place)
    }
    return result.filter { found in found.new != nil || !(found.old.map(taken.contains) ?? false) }
}

/// So many lines of a section that is gone are told one by one.
private let shortSection = 3

/// A section of which every line is gone, by its heading and how many lines it had.
private func withGoneSections(_ differences: [PlacedDifference], _ old: [PrintedLine]) -> [LineDifference] {
    var gone: Set<Int> = []
    for found in differences where found.new == nil && found.difference.chapterLines == 0 {
        if let place = found.old { gone.insert(place) }
    }
    var counts: [Int: Int] = [:]
    var folded: Set<Int> = []
    for place in gone.sorted() where !folded.contains(place) {
        guard let level = old[place].headingLevel else { continue }
        let rest = old[(place + 1)...]
        let end = rest.firstIndex { $0.headingLevel.map { $0 <= level } ?? false } ?? old.count
        guard end - place > shortSection, (place..<end).allSatisfy({ gone.contains($0) }) else { continue }
        counts[place] = end - place
        folded.formUnion((place + 1)..<end)
    }
    return differences.compactMap { found in
        guard found.new == nil, let place = found.old else { return found.difference }
        if folded.contains(place) { return nil }
        var difference = found.difference
        difference.chapterLines = counts[place] ?? difference.chapterLines
        return difference
    }
}

/// Messages whose words are the same, line by line, and are copied with other empty lines between them.
private func copiedOtherwise(
    _ old: [PrintedLine], _ new: [PrintedLine], _ hunks: [SequenceComparison.Hunk]
) -> [LineDifference] {
    var found: [LineDifference] = []
    for (before, after) in unchanged(new.count, hunks) {
        guard let was = old[before].copied, let now = new[after].copied, was.text != now.text else { continue }
        let lines = after..<after + now.lines
        // A number that differs is told.
        if was.lines != now.lines
            || hunks.contains(where: { $0.new.overlaps(lines) || lines.contains($0.new.lowerBound) })
            || zip(old[before..<before + was.lines], new[lines]).contains(where: { $0.number != $1.number })
        {
            continue
        }
        let (oldLines, newLines) = (was.text.lines, now.text.lines)
        let same = zip(oldLines, newLines).prefix { $0 == $1 }.count
        let words = newLines[same...].first { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? new[after].text
        found.append(LineDifference(section: new[after].section, old: words, new: words))
    }
    return found
}

/// The places of the lines that are the same in both.
func unchanged(_ count: Int, _ hunks: [SequenceComparison.Hunk]) -> [(before: Int, after: Int)] {
    var pairs: [(before: Int, after: Int)] = []
    var (before, after) = (0, 0)
    for (newEnd, next) in hunks.map({ ($0.new.lowerBound, ($0.old.upperBound, $0.new.upperBound)) })
        + [(count, (0, count))]
    {
        while after < newEnd {
            pairs.append((before, after))
            (before, after) = (before + 1, after + 1)
        }
        (before, after) = next
    }
    return pairs
}

/// Lines that bear another number in their list, where no numbered line beside them came or went: else that is what happened.
private func renumbered(
    _ old: [PrintedLine], _ new: [PrintedLine], _ hunks: [SequenceComparison.Hunk]
) -> [LineDifference] {
    func sections(_ lines: ArraySlice<PrintedLine>) -> [String] {
        lines.filter { !$0.number.isEmpty }.map(\.section)
    }
    let told = Set(hunks.flatMap { sections(old[$0.old]) + sections(new[$0.new]) })
    return unchanged(new.count, hunks).compactMap { before, after in
        let (was, now) = (old[before], new[after])
        if was.number == now.number || told.contains(now.section) || told.contains(was.section) { return nil }
        return LineDifference(section: now.section, old: was.number + was.text, new: now.number + now.text)
    }
}

extension String {
    fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
