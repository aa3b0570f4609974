import PlancDiagnostics

/// A part of the report on a change: what every format prints, in the order in which a reviewer reads it.
struct DiffSection {
    struct Entry {
        var text: Phrase
        var isAlarm = false
        /// Where to look.
        var place: SourcePlace?
    }

    /// For programs: `findings`, `people`, `pages` …
    var name: String
    var title: Phrase
    var entries: [Entry]
    /// How many entries a reviewer reads before the rest is folded.
    var shown: Int
    /// Errors and new findings: all of it is read before what does not alarm.
    var isUrgent = false

    /// The entries that are read before any that does not alarm, of every plan.
    var urgent: Int { isUrgent ? entries.count : (entries.lastIndex(where: \.isAlarm) ?? -1) + 1 }
    var readable: Int { min(max(shown, urgent), entries.count) }
}

extension PlanDiff {
    /// Findings, then what changes for people, then words of pages, then the rest.
    ///
    /// - Parameter language: the reader's, in which pages are told that say the same in several.
    func sections(_ language: Language) -> [DiffSection] {
        var sections: [DiffSection] = []
        func add(
            _ name: String, _ title: Phrase, _ entries: [DiffSection.Entry], shown: Int = 12, isUrgent: Bool = false
        ) {
            if !entries.isEmpty {
                sections.append(
                    DiffSection(name: name, title: title, entries: entries, shown: shown, isUrgent: isUrgent))
            }
        }
        add(
            "unread",
            Phrase("Errors: what they touch is not compared"),
            (isPartial ? changes.filter(\.isOfFile).map(entry) : []) + unread.map(entry) + doubt, shown: 8,
            isUrgent: true)
        add(
            "appeared", Phrase("New findings"),
            appeared.filter { !unread.contains($0) }.sorted { $0.severity > $1.severity }.map(entry), isUrgent: true)
        add(
            "notJudged", Phrase("Not judged any more, or from the start"),
            hidden.sorted { ($0.isNew ? 1 : 0) < ($1.isNew ? 1 : 0) }.map(entry), isUrgent: true)
        for group in Group.allCases {
            add(
                group.rawValue, group.title,
                changes(in: group).filter { !isPartial || !$0.isOfFile }.map(entry),
                shown: group == .packs ? 8 : 10)
        }
        add("settled", Phrase("Findings settled"), settled.map(entry), shown: 5)
        add(
            "pages", Phrase("Words that differ on pages"),
            pageEntries(language), shown: 8)
        return sections
    }

    private func entry(_ change: Change) -> DiffSection.Entry {
        .init(text: change.text, isAlarm: change.isAlarm, place: place(of: change))
    }

    private var doubt: [DiffSection.Entry] {
        if !isPartial { return [] }
        var files: [String] = []
        for path in unread.map(\.place.path) where !files.contains(path) { files.append(path) }
        if files.isEmpty {
            return [.init(text: Phrase("pages, reach, deadlines and packs are not compared"))]
        }
        let text = Phrase(
            "until this is put right, pages, reach, deadlines and packs are not compared, nor what is in {files}",
            ["files": list(files.map { Phrase(verbatim: $0) })])
        return [DiffSection.Entry(text: text, place: unread.first?.place)]
    }

    private func entry(_ reported: Reported) -> DiffSection.Entry {
        .init(
            text: words(reported, isBefore: reported.side == .base),
            isAlarm: reported.severity == .error && reported.side == .head, place: reported.place)
    }

    private func words(_ reported: Reported, isBefore: Bool) -> Phrase {
        Phrase(
            "{severity}: {message} [{rule}]{side}",
            [
                "severity": reported.severity.phrase, "message": reported.message, "rule": reported.rule,
                "side": isBefore ? Phrase(" (before)") : Phrase(verbatim: ""),
            ])
    }

    private func entry(_ hidden: Hidden) -> DiffSection.Entry {
        let parts: KeyValuePairs<String, any PhrasePart> = [
            "finding": words(hidden.finding, isBefore: false), "why": hidden.why,
        ]
        return .init(
            text: hidden.isNew
                ? Phrase("new, and not judged: {finding} – {why}", parts)
                : Phrase("no longer judged: {finding} – {why}", parts),
            isAlarm: hidden.finding.severity == .error, place: hidden.place)
    }

    private func pageEntries(_ language: Language) -> [DiffSection.Entry] {
        var entries: [DiffSection.Entry] = []
        if let stamp {
            entries.append(
                .init(
                    text: Phrase(
                        "on every page: '{old}' → '{new}'", ["old": stamp.old, "new": stamp.new])))
        }
        let named = PageEntries(titles: titles, translated: translated, language: language)
        entries += named.entries(pages)
        entries += named.names(addedPages).map { .init(text: Phrase("new page: {name}", ["name": $0])) }
        entries += named.names(removedPages).map { .init(text: Phrase("page gone: {name}", ["name": $0])) }
        return entries
    }
}
