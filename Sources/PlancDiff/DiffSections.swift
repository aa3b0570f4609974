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
}

extension PlanDiff {
    /// Findings, then what changes for people, then words of pages, then the rest.
    var sections: [DiffSection] {
        var sections: [DiffSection] = []
        func add(_ name: String, _ title: Phrase, _ entries: [DiffSection.Entry], shown: Int = 12) {
            if !entries.isEmpty {
                sections.append(DiffSection(name: name, title: title, entries: entries, shown: shown))
            }
        }
        add(
            "unread",
            Phrase("Could not be read: no conclusion about it"),
            unread.map(entry) + doubt, shown: 8)
        add(
            "appeared", Phrase("New findings"),
            appeared.filter { !unread.contains($0) }.sorted { $0.severity > $1.severity }.map(entry))
        for group in Group.allCases {
            add(
                group.rawValue, group.title,
                changes(in: group).map { .init(text: $0.text, isAlarm: $0.isAlarm, place: place(of: $0)) },
                shown: group == .packs ? 8 : 10)
        }
        add("settled", Phrase("Findings settled"), settled.map(entry), shown: 5)
        add(
            "pages", Phrase("Words that differ on pages"),
            pageEntries, shown: 8)
        return sections
    }

    private var doubt: [DiffSection.Entry] {
        if !isPartial { return [] }
        let text = Phrase(
            "because of these errors, pages, reach, deadlines and packs are not compared, nor what is in these files")
        return [DiffSection.Entry(text: text)]
    }

    private func entry(_ reported: Reported) -> DiffSection.Entry {
        let side =
            reported.side == .base ? Phrase(" (before)") : Phrase(verbatim: "")
        return .init(
            text: Phrase(
                "{severity}: {message} [{rule}]{side}",
                [
                    "severity": reported.severity.word, "message": reported.message, "rule": reported.rule,
                    "side": side,
                ]),
            isAlarm: reported.severity == .error && reported.side == .head, place: reported.place)
    }

    private var pageEntries: [DiffSection.Entry] {
        var entries: [DiffSection.Entry] = []
        if let stamp {
            entries.append(
                .init(
                    text: Phrase(
                        "on every page: '{old}' → '{new}'", ["old": stamp.old, "new": stamp.new])))
        }
        entries += pages.map { change in
            let places = self.places(change.places)
            return .init(
                text: Phrase(
                    "{text} – {places}",
                    ["text": wordChange(change.old, change.new, isMoved: change.isMoved), "places": places]),
                place: change.cause)
        }
        entries += addedPages.map { .init(text: Phrase("new page: {name}", ["name": $0])) }
        entries += removedPages.map { .init(text: Phrase("page gone: {name}", ["name": $0])) }
        return entries
    }

    /// "fr/contacts/fire (By role), and on 12 other pages"
    private func places(_ places: [PageChange.Place]) -> Phrase {
        guard let first = places.first else { return Phrase(verbatim: "") }
        let name = first.section.isEmpty ? first.document : "\(first.document) (\(first.section))"
        let others = Set(places.map(\.document)).count - 1
        if others <= 0 { return Phrase(verbatim: name) }
        return Phrase(
            "{name}, and {others, plural, one {one other page} other {{others} other pages}}",
            ["name": name, "others": others])
    }
}

extension Severity {
    fileprivate var word: Phrase {
        switch self {
        case .error: Phrase("error")
        case .warning: Phrase("warning")
        case .note: Phrase("note")
        }
    }
}
