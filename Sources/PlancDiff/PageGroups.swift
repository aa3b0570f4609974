import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Differences of pages that are one to the reader.
struct PageGroups {
    private(set) var all: [PageGroup] = []
    private var known: [Sense: Int] = [:]
    /// How many differences of so little were met before, by page and language.
    private var met: [Little: Int] = [:]
    private var told: [Told: Int] = [:]

    /// What makes two differences one.
    private enum Sense: Hashable {
        case words(Phrase, SourcePlace?)
        case value([WordDifference], SourcePlace?)
        case little([WordDifference], SourcePlace?, page: String, number: Int)
    }

    private struct Told: Hashable {
        var words: Phrase
        var cause: SourcePlace?
    }

    private struct Little: Hashable {
        var differences: [WordDifference]
        var cause: SourcePlace?
        var document: String
    }

    mutating func add(_ change: PageChange) {
        // Lines of which the same words differ are one, whatever else is in them.
        let same = Told(words: change.words, cause: change.cause)
        if let place = told[same] {
            all[place].add(change)
            return
        }
        let differences = differences(change)
        let sense = sense(change, differences)
        if let place = known[sense] {
            all[place].add(change)
        } else {
            known[sense] = all.count
            all.append(PageGroup(change, differences))
        }
        told[same] = known[sense]
    }

    /// The words that differ between two lines; none where other things do.
    private func differences(_ change: PageChange) -> [WordDifference] {
        guard let old = change.old, let new = change.new, old != new, change.chapterLines == 0,
            spaceChange(old, new) == nil
        else { return [] }
        return wordDifferences(old, new)
    }

    private mutating func sense(_ change: PageChange, _ differences: [WordDifference]) -> Sense {
        if differences.isEmpty { return .words(change.words, change.cause) }
        if differences.contains(where: \.isTelling) { return .value(differences, change.cause) }
        // "5" → "6" may be anything: it is the same in another language where it stands at the same place of the page.
        let document = change.places.first?.document ?? ""
        let little = Little(differences: differences, cause: change.cause, document: document)
        met[little, default: 0] += 1
        return .little(
            differences, change.cause, page: PageEntries.page(of: document), number: met[little] ?? 0)
    }
}

/// One difference, and everywhere it is printed.
struct PageGroup {
    private(set) var changes: [PageChange]
    var cause: SourcePlace? { changes[0].cause }
    var places: [PageChange.Place] { changes.flatMap(\.places) }

    /// The words that differ in each line.
    private let differences: [WordDifference]

    init(_ change: PageChange, _ differences: [WordDifference]) {
        changes = [change]
        self.differences = differences
    }

    mutating func add(_ change: PageChange) { changes.append(change) }

    /// The words that differ: with those around them where they are the same wherever they stand.
    var words: Phrase {
        if changes.count == 1 { return changes[0].words }
        var versions: [(tag: String?, label: String?, old: String, new: String)] = []
        for change in changes {
            guard let old = change.old, let new = change.new, old != new, change.chapterLines == 0,
                spaceChange(old, new) == nil
            else { return changes[0].words }
            let cut = excerpts(old, new)
            let tags = Set(change.places.map { PageEntries.locale(of: $0.document) }).sorted()
            for tag in tags {
                let version = (
                    tag: Optional(tag), label: label(old, new, shown: cut.0), old: cut.0 ?? "", new: cut.1 ?? ""
                )
                if let known = versions.first(where: { $0.tag == tag }) {
                    if known.old == version.old, known.new == version.new { continue }
                    return inCommon ?? withoutContext(old, new)
                }
                versions.append(version)
            }
        }
        return labelled(versions)
    }

    /// The words with those around them that all lines of a language have.
    private var inCommon: Phrase? {
        var lines: [String: [(old: String, new: String)]] = [:]
        for change in changes {
            guard let old = change.old, let new = change.new else { return nil }
            for tag in Set(change.places.map { PageEntries.locale(of: $0.document) }) {
                lines[tag, default: []].append((old, new))
            }
        }
        var versions: [(tag: String?, label: String?, old: String, new: String)] = []
        for (tag, lines) in lines.sorted(by: { $0.key < $1.key }) {
            guard let cut = commonExcerpt(lines) else { return nil }
            versions.append((tag, nil, cut.old, cut.new))
        }
        return labelled(versions)
    }

    /// The words that differ, without any around them; nil where they differ in several places.
    var likeness: Phrase? {
        guard differences.count == 1 else { return nil }
        let (old, new) = (differences[0].old, differences[0].new)
        if old.isEmpty { return Phrase("new: '{new}'", ["new": new]) }
        return new.isEmpty
            ? Phrase("gone: '{old}'", ["old": old]) : Phrase("'{old}' → '{new}'", ["old": old, "new": new])
    }

    private func withoutContext(_ old: String, _ new: String) -> Phrase {
        let differences = wordDifferences(old, new)
        // "day" alone may be anything.
        guard differences.count == 1, differences[0].isTelling, !differences[0].old.isEmpty, !differences[0].new.isEmpty
        else {
            return changes[0].words
        }
        return Phrase("'{old}' → '{new}'", ["old": differences[0].old, "new": differences[0].new])
    }
}

extension PageChange {
    fileprivate var words: Phrase {
        if chapterLines > 0 {
            let count = chapterLines
            return switch (old?.withSingleSpaces, new?.withSingleSpaces) {
            case (let old?, let new?): Phrase("chapter '{old}' is now '{new}'", ["old": old, "new": new])
            case (let old?, nil):
                Phrase(
                    "no longer held: '{old}' ({count, plural, one {one line} other {# lines}})",
                    ["old": old, "count": count])
            case (nil, let new?):
                Phrase(
                    "now held: '{new}' ({count, plural, one {one line} other {# lines}})", ["new": new, "count": count])
            case (nil, nil): Phrase(verbatim: "")
            }
        }
        if isPicture, let old, old == new { return Phrase("another picture: '{name}'", ["name": old]) }
        if isCode, let old, old == new {
            return Phrase("the code to scan under '{name}' holds something else", ["name": old])
        }
        return wordChange(old, new, isMoved: isMoved, isBlock: isBlock)
    }
}
