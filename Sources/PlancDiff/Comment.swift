import PlancDiagnostics
import PlancSource

extension PlanDiff {
    /// The most lines of a comment that a reviewer reads unfolded.
    static let commentLines = 60
    /// The most bytes of a comment: GitHub takes 65,536 characters, GitLab a million.
    static let commentBytes = 60_000

    /// A comment for a pull request, of the plans that changed: at most `commentLines` lines, the rest folded, within
    /// `commentBytes`. Words of the plan are escaped: they cannot make marks, mentions or HTML.
    ///
    /// - Parameter link: the address of a line in the forge; nil writes the place as text.
    public static func markdown(
        _ diffs: [(plan: String, diff: PlanDiff)], language: Language, link: (SourcePlace) -> String? = { _ in nil }
    ) -> String {
        let changed = diffs.filter { !$0.diff.isEmpty }
        if changed.isEmpty { return "\(nothing.text(language))\n" }
        let sections = changed.map { $0.diff.sections(language) }
        let shown = shownEntries(of: sections)
        var comment = Comment(language: language)
        for (place, (plan, _)) in changed.enumerated() {
            // Each has its share of the bytes, and what those before it left.
            let bytes = commentBytes * (place + 1) / changed.count
            comment.add(plan, sections[place], shown: shown[place], within: bytes) { item($0, language, link) }
        }
        return comment.text
    }

    /// How many entries of each section of each plan are read unfolded: what is wrong and what alarms in any plan before anything
    /// else of the first; each plan in its turn.
    private static func shownEntries(of plans: [[DiffSection]]) -> [[Int]] {
        var shown = plans.map { $0.map { _ in 0 } }
        // What each plan needs at least: a title and what is folded under it.
        var room = commentLines - 6 * plans.count
        /// Shows one more entry of the first section of a plan that has one to show.
        func showOne(_ plan: Int, _ mostOf: (DiffSection) -> Int) -> Bool {
            for (place, section) in plans[plan].enumerated() where shown[plan][place] < mostOf(section) {
                // The title of a section between two empty lines.
                let lines = shown[plan][place] == 0 ? 4 : 1
                if lines > room { continue }
                room -= lines
                shown[plan][place] += 1
                return true
            }
            return false
        }
        for mostOf in [\DiffSection.first, \DiffSection.urgent, \DiffSection.readable] {
            var open = Array(plans.indices)
            while !open.isEmpty { open.removeAll { !showOne($0) { $0[keyPath: mostOf] } } }
        }
        return shown
    }

    private static func item(
        _ entry: DiffSection.Entry, _ language: Language, _ link: (SourcePlace) -> String?
    ) -> String {
        var line = "- \(entry.isAlarm ? "⚠️ " : "")\(escapedMarkdown(entry.text.text(language)))"
        if let place = entry.place {
            let name = escapedMarkdown("\(place.path):\(place.line)")
            // What is gone has no line to look at.
            let address = place.isOfBase ? nil : link(place)
            line += address.map { " [\(name)](<\($0)>)" } ?? " (\(name))"
        }
        return line
    }
}

/// Writes a comment within its limits.
private struct Comment {
    let language: Language
    private var lines: [String] = []
    private var size = 0
    /// Lines that there was no room for at all.
    private var left = 0
    /// The bytes there are for this plan and those before it.
    private var room = 0

    init(language: Language) { self.language = language }

    var text: String {
        var text = lines.joined(separator: "\n") + "\n"
        if left > 0 {
            let more = Phrase(
                "{left} lines do not fit into a comment: 'planc diff --format html' shows all of them.", ["left": left])
            text += "\n" + more.text(language) + "\n"
        }
        return text
    }

    /// The sections of a plan: of each the entries that there is room for, the others folded at its end.
    mutating func add(
        _ plan: String, _ sections: [DiffSection], shown: [Int], within bytes: Int,
        _ item: (DiffSection.Entry) -> String
    ) {
        room = bytes
        if !lines.isEmpty { write("") }
        write("## \(escapedMarkdown(plan))")
        var rest: [Folded] = []
        for (section, shown) in zip(sections, shown) {
            let title = "### \(section.title.text(language)) (\(section.count))"
            if shown > 0 {
                write("")
                write(title)
                write("")
                for entry in section.entries.prefix(shown) { write(item(entry)) }
            }
            // What is only counted is named below the fold.
            let folded = Folded(
                title: section.title.text(language), counted: section.entries.prefix(shown).flatMap(\.like),
                more: section.entries.dropFirst(shown).flatMap(\.whole))
            if !folded.entries.isEmpty { rest.append(folded) }
        }
        fold(rest, item)
    }

    /// What of a section is below the fold.
    private struct Folded {
        var title: String
        /// What a line above the fold counts: "7 packs".
        var counted: [DiffSection.Entry]
        /// What no line above it speaks of.
        var more: [DiffSection.Entry]

        var entries: [DiffSection.Entry] { counted + more }
    }

    /// The summary names each section: a reader sees what there is without unfolding it.
    private mutating func fold(_ sections: [Folded], _ item: (DiffSection.Entry) -> String) {
        if sections.isEmpty { return }
        func names(_ entries: (Folded) -> [DiffSection.Entry]) -> Phrase {
            let counts = sections.map { (title: $0.title, count: entries($0).count) }.filter { $0.count > 0 }
            return Phrase(
                joining: counts.map { Phrase(verbatim: "\($0.title) (\($0.count))") },
                separator: Phrase(verbatim: " · "))
        }
        let (count, counted) = (sections.flatMap(\.more).count, sections.flatMap(\.counted).count)
        let summary =
            (count > 0 ? [Phrase("{count} more: {what}", ["count": count, "what": names(\.more)])] : [])
            + (counted > 0 ? [Phrase("one by one, what is counted above: {what}", ["what": names(\.counted)])] : [])
        write("")
        write("<details><summary>\(Phrase.clauses(summary).text(language))</summary>")
        for section in sections {
            write("\n### \(section.title) (\(section.entries.count))\n")
            for entry in section.entries { write(item(entry)) }
        }
        write("")
        lines.append("</details>")
    }

    private mutating func write(_ line: String) {
        guard size + line.utf8.count + 1 <= room else {
            left += 1
            return
        }
        lines.append(line)
        size += line.utf8.count + 1
    }
}
