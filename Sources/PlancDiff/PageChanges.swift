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
    /// Whether they are the first of several lines that moved together.
    public var isBlock = false
    /// Whether the words are those of a picture: where they are the same, the picture is another.
    public var isPicture = false
    /// Whether it is a code to scan that holds something else under the same words.
    public var isCode = false
    /// Of a chapter of a pack that came, went or stands elsewhere, and of a part of a page that went: how many lines of it are told by its
    /// title alone.
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
                    old: difference.old, new: difference.new, isMoved: difference.isMoved, isBlock: difference.isBlock,
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
                old: $0.old, new: $0.new, isMoved: $0.isMoved, isBlock: $0.isBlock, isPicture: $0.isPicture,
                isCode: $0.isCode, chapterLines: $0.chapterLines, places: grouped[$0] ?? [])
        }
    }

    private struct Words: Hashable {
        var old: String?
        var new: String?
        var isMoved: Bool
        var isBlock: Bool
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

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
