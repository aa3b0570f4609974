import PlancDocument
import PlancLowering
import PlancMarkup
import PlancSource

/// Words that differ between two composed documents, and everywhere they do: one change of a number is one entry, however many
/// sheets print it.
public struct PageChange: Sendable, Hashable {
    /// nil for words that are new.
    public var old: String?
    /// nil for words that are gone.
    public var new: String?
    /// Whether they are the same words at another place; otherwise the same words are set in another way.
    public var isMoved = false
    /// Whether the words are those of a picture: where they are the same, the picture is another.
    public var isPicture = false
    /// Whether it is a code to scan that holds something else under the same words.
    public var isCode = false
    /// Of a chapter of a pack that came, went or stands elsewhere: how many lines of it are told by its title alone.
    public var chapterLines = 0
    /// The documents that print them, by path (`fr/checklists/fire`), each with the headings they are under.
    public var places: [Place]
    /// The changed line of a source that has most of the words; nil when it was not looked for.
    public var cause: SourcePlace?

    /// A document and the headings in it, as its reader finds the words.
    public struct Place: Sendable, Hashable {
        public var document: String
        public var section: String
    }
}

/// How the documents of two states differ.
struct DocumentComparison {
    var changes: [PageChange] = []
    /// Documents that print other words, with the top-level headings under which they do; empty for what every page repeats.
    var differing: [String: Set<String>] = [:]
    var added: [String] = []
    var removed: [String] = []
    /// What every page repeats, where it changed: old and new.
    var stamp: (old: String, new: String)?

    /// No document differs.
    var isSame: Bool { changes.isEmpty && differing.isEmpty && added.isEmpty && removed.isEmpty && stamp == nil }

    /// `pairing`: which sheet is which where ids are in their names.
    init(_ base: [LoweredDocument], _ head: [LoweredDocument], _ pairing: Pairing) {
        let old = Dictionary(
            base.map { (pairing.newPath($0.path, in: $0.section), $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(head.map(\.path))
        removed = base.filter { !new.contains(pairing.newPath($0.path, in: $0.section)) }.map(\.path)
        var grouped: [Words: [PageChange.Place]] = [:]
        var order: [Words] = []
        let found = parallelMap(head) { document in old[document.path].map { $0.differences(to: document) } }
        for (document, found) in zip(head, found) {
            guard let was = old[document.path], let found else {
                added.append(document.path)
                continue
            }
            var sections: Set<String> = []
            for difference in found {
                sections.insert(chapter(of: difference.section))
                let words = Words(
                    old: difference.old, new: difference.new, isMoved: difference.isMoved,
                    isPicture: difference.isPicture, isCode: difference.isCode, chapterLines: difference.chapterLines)
                if grouped[words] == nil { order.append(words) }
                let place = PageChange.Place(document: document.path, section: difference.section)
                if grouped[words]?.last != place { grouped[words, default: []].append(place) }
            }
            let (before, after) = (was.document.stampLine, document.document.stampLine)
            if before != after { stamp = stamp ?? (before, after) }
            if !sections.isEmpty || was.document.isSetOtherwise(than: document.document) {
                differing[document.path] = sections
            }
        }
        changes = order.map {
            PageChange(
                old: $0.old, new: $0.new, isMoved: $0.isMoved, isPicture: $0.isPicture, isCode: $0.isCode,
                chapterLines: $0.chapterLines, places: grouped[$0] ?? [])
        }
    }

    private struct Words: Hashable {
        var old: String?
        var new: String?
        var isMoved: Bool
        var isPicture: Bool
        var isCode: Bool
        var chapterLines: Int
    }
}

/// The heading of the highest level that words are under.
func chapter(of section: String) -> String { String(section.prefix { $0 != "›" }).trimmed }

extension Pairing {
    /// The path of a sheet of the older state with the ids that things have in the newer one: `fr/checklists/SCENARIO--ROLE`,
    /// `fr/packs/PACK--2`.
    func newPath(_ path: String, in section: LoweredDocument.Section) -> String {
        if renames.isEmpty { return path }
        var parts = path.split(separator: "/").map(String.init)
        var names = (parts.popLast() ?? "").split(separator: "--", maxSplits: 1).map(String.init)
        guard let first = names.first else { return path }
        switch section {
        case .packs: names[0] = newID(.pack, first)
        case .exercises: names[0] = newID(.drill, first)
        case .checklists, .contacts, .messages:
            names[0] = newID(.scenario, first)
            if section == .checklists, names.count > 1 { names[1] = newID(.role, names[1]) }
        case .reference: break
        }
        return (parts + [names.joined(separator: "--")]).joined(separator: "/")
    }
}

extension Document {
    /// Whether it is of another form, or every page repeats something else.
    fileprivate func isSetOtherwise(than other: Document) -> Bool {
        form != other.form || stampLine != other.stampLine
    }

    /// Whether anything on the pages differs.
    func differs(from other: Document) -> Bool {
        if self == other { return false }
        return isSetOtherwise(than: other) || title != other.title || !printedLines.readAs(other.printedLines)
    }
}

extension LoweredDocument {
    /// The lines that differ, and the title when it does.
    fileprivate func differences(to other: LoweredDocument) -> [LineDifference] {
        if document == other.document, table == other.table { return [] }
        let (before, after) = (document.printedLines, other.document.printedLines)
        var found = PlancDiff.differences(before, after, canBeCopied: section == .messages)
        if section == .packs { found = withChapters(found, before, after) }
        if table != other.table, found.isEmpty { found = PlancDiff.differences(tableLines, other.tableLines) }
        if document.title != other.document.title {
            found.append(LineDifference(section: "", old: document.title, new: other.document.title))
        }
        return found
    }

    /// The rows of the spreadsheet.
    fileprivate var tableLines: [PrintedLine] {
        (table ?? []).map { PrintedLine(section: "", text: $0.joined(separator: " | ")) }
    }
}

/// A line that differs; one that only moved, or is set otherwise, has the same words on both sides.
struct LineDifference: Equatable {
    var section: String
    var old: String?
    var new: String?
    var isMoved = false
    var isPicture = false
    var isCode = false
    /// Of a chapter that came, went or stands elsewhere: its lines that are not told one by one.
    var chapterLines = 0
}

/// The lines that differ, those that stand in for each other together.
///
/// - Parameter canBeCopied: texts of messages are copied from the page, with the empty lines that they have when they are sent.
func differences(
    _ old: [PrintedLine], _ new: [PrintedLine], canBeCopied: Bool = false
) -> [LineDifference] {
    // Mostly all of them are the same.
    if old.readAs(new) { return canBeCopied ? copiedOtherwise(old, new, []) : [] }
    let hunks = SequenceComparison(old.map(\.reading), new.map(\.reading)).hunks
    return withMoves(hunks.flatMap { paired(Array(old[$0.old]), Array(new[$0.new])) })
        + renumbered(old, new, hunks) + (canBeCopied ? copiedOtherwise(old, new, hunks) : [])
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
private func unchanged(_ count: Int, _ hunks: [SequenceComparison.Hunk]) -> [(before: Int, after: Int)] {
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

/// A line that is gone from one place of a section and new at another has moved.
private func withMoves(_ differences: [LineDifference]) -> [LineDifference] {
    var gone: [PrintedLine: Int] = [:]
    func line(_ difference: LineDifference, _ text: String) -> PrintedLine {
        PrintedLine(section: withoutNumber(difference.section), text: text)
    }
    for difference in differences where difference.new == nil {
        if let old = difference.old { gone[line(difference, old), default: 0] += 1 }
    }
    var moved: [PrintedLine: Int] = [:]
    var result: [LineDifference] = []
    for difference in differences {
        let line = line(difference, difference.new ?? "")
        if difference.old == nil, let left = gone[line], left > moved[line, default: 0] {
            moved[line, default: 0] += 1
            result.append(
                LineDifference(section: difference.section, old: line.text, new: line.text, isMoved: true))
        } else {
            result.append(difference)
        }
    }
    var toDrop = moved
    result.removeAll { difference in
        guard difference.new == nil, let old = difference.old else { return false }
        let line = line(difference, old)
        guard let left = toDrop[line], left > 0 else { return false }
        toDrop[line] = left - 1
        return true
    }
    return result
}

/// Lines gone and come at one place: each new line takes the old one that shares most words with it.
private func paired(_ removed: [PrintedLine], _ inserted: [PrintedLine]) -> [LineDifference] {
    // The same words, broken into lines elsewhere.
    if removed.count != inserted.count, let first = inserted.first, !removed.isEmpty,
        removed.map(\.text).joined(separator: " ") == inserted.map(\.text).joined(separator: " ")
    {
        return [
            LineDifference(
                section: first.section, old: removed.map(\.text).joined(separator: "\n"),
                new: inserted.map(\.text).joined(separator: "\n"))
        ]
    }
    var left = removed.map { Optional($0) }
    var result: [LineDifference] = []
    for line in inserted {
        let words = Set(line.text.split(separator: " "))
        var best: (place: Int, shared: Double)?
        for (place, candidate) in left.enumerated().prefix(40) {
            guard let candidate else { continue }
            let others = Set(candidate.text.split(separator: " "))
            let shared = Double(words.intersection(others).count) / Double(max(words.count, others.count, 1))
            if shared > 0.3, shared > best?.shared ?? 0 { best = (place, shared) }
        }
        // One for one, nothing else can be meant.
        if best == nil, removed.count == 1, inserted.count == 1 { best = (0, 0) }
        if let best, let old = left[best.place] {
            left[best.place] = nil
            // The same words on both sides: with other spaces, or set otherwise.
            let isSame = old.text == line.text
            result.append(
                LineDifference(
                    section: line.section, old: isSame ? old.spaced ?? old.text : old.text,
                    new: isSame ? line.spaced ?? line.text : line.text, isPicture: line.isPicture && old.isPicture,
                    isCode: line.text == old.text && line.hasCode && old.hasCode))
        } else {
            result.append(LineDifference(section: line.section, old: nil, new: line.text))
        }
    }
    let gone = left.compactMap { $0 }.map { LineDifference(section: $0.section, old: $0.text, new: nil) }
    return gone + result
}

extension String {
    fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
