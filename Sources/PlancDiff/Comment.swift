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
        var comment = Comment(language: language)
        for (place, (plan, diff)) in changed.enumerated() {
            // What the plans after this one need at least: a title and what is folded under it.
            let kept = 6 * (changed.count - place - 1)
            // Each has its share of the bytes, and what those before it left.
            let bytes = commentBytes * (place + 1) / changed.count
            comment.add(plan, diff.sections, keeping: kept, within: bytes) { item($0, language, link) }
        }
        return comment.text
    }

    private static func item(
        _ entry: DiffSection.Entry, _ language: Language, _ link: (SourcePlace) -> String?
    ) -> String {
        var line = "- \(entry.isAlarm ? "⚠️ " : "")\(escapedMarkdown(entry.text.text(language)))"
        if let place = entry.place {
            let name = escapedMarkdown("\(place.path):\(place.line)")
            // What is gone has no line to look at.
            let address = place.isOfBase ? nil : link(place)
            line += address.map { " [\(name)](<\($0)>)" } ?? " \(name)"
        }
        return line
    }
}

/// Writes a comment within its limits.
private struct Comment {
    let language: Language
    private var lines: [String] = []
    private var size = 0
    /// Lines that are read without unfolding.
    private var open = 0
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

    /// The sections of a plan: as many entries as there is room for, the others folded at its end.
    mutating func add(
        _ plan: String, _ sections: [DiffSection], keeping kept: Int, within bytes: Int,
        _ item: (DiffSection.Entry) -> String
    ) {
        room = bytes
        if !lines.isEmpty { write("") }
        write("## \(escapedMarkdown(plan))")
        var rest: [(title: String, entries: ArraySlice<DiffSection.Entry>)] = []
        for section in sections {
            let title = "### \(section.title.text(language)) (\(section.entries.count))"
            // The title between two empty lines, and what folds the rest.
            let room = PlanDiff.commentLines - kept - open - 3 - 6
            let shown = min(section.shown, max(0, room), section.entries.count)
            if shown > 0 {
                write("")
                write(title)
                write("")
                for entry in section.entries.prefix(shown) { write(item(entry)) }
            }
            if shown < section.entries.count { rest.append((title, section.entries.dropFirst(shown))) }
        }
        fold(rest, item)
    }

    private mutating func fold(
        _ sections: [(title: String, entries: ArraySlice<DiffSection.Entry>)], _ item: (DiffSection.Entry) -> String
    ) {
        if sections.isEmpty { return }
        let count = sections.reduce(0) { $0 + $1.entries.count }
        write("")
        write(
            "<details><summary>\(Phrase("{count} more", ["count": count]).text(language))</summary>")
        for section in sections {
            write("\n\(section.title)\n", isFolded: true)
            for entry in section.entries { write(item(entry), isFolded: true) }
        }
        write("", isFolded: true)
        lines.append("</details>")
        open += 1
    }

    private mutating func write(_ line: String, isFolded: Bool = false) {
        guard size + line.utf8.count + 1 <= room else {
            left += 1
            return
        }
        lines.append(line)
        size += line.utf8.count + 1
        if !isFolded { open += 1 }
    }
}
