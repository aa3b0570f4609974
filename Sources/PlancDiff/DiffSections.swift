import PlancDiagnostics
import PlancMarkup
import PlancModel

/// A part of the report on a change: what every format prints, in the order in which a reviewer reads it.
struct DiffSection {
    struct Entry {
        var text: Phrase
        var isAlarm = false
        /// Where to look.
        var place: SourcePlace?
        /// The entries that it counts, where it stands for several that are like those before it.
        var like: [Entry] = []

        /// Itself, or what it counts.
        var whole: [Entry] { like.isEmpty ? [self] : like }
    }

    /// For programs: `findings`, `people`, `pages` …
    var name: String
    var title: Phrase
    var entries: [Entry]
    /// How many entries a reviewer reads before the rest is folded.
    var shown: Int
    /// Errors and new findings: all of it is read before what does not alarm.
    var isUrgent = false

    /// So many alarms of a section are read before the alarms of the next.
    private static let mostFirst = 8

    /// The alarms that are read before anything else, of every plan.
    var first: Int { min(Self.mostFirst, entries.prefix(while: \.isAlarm).count) }
    /// The entries that are read before any that does not alarm, of every plan.
    var urgent: Int { isUrgent ? entries.count : (entries.lastIndex(where: \.isAlarm) ?? -1) + 1 }
    var readable: Int { min(max(shown, urgent), entries.count) }

    /// How many entries there are, with those that are only counted.
    var count: Int { entries.reduce(0) { $0 + max(1, $1.like.count) } }
}

/// An entry with what makes it like others: a rule, the words that differ.
struct LikeEntry {
    var entry: DiffSection.Entry
    /// nil of an entry that is like no other.
    var likeness: Phrase?
}

/// So many entries that are like each other are told before the others are counted.
let mostAlike = 2

/// Errors of one rule are of one kind and speak of different things: each tells somebody who is not reached, or a duty that is missed.
private let mostAlikeErrors = 8

/// The entries, those that are like each other together, and but for the first of them counted: a rule that finds one fault in thirty places
/// hides nothing else.
func told(_ entries: [LikeEntry], atMost mostAlike: Int = mostAlike) -> [DiffSection.Entry] {
    var places: [Phrase: Int] = [:]
    var groups: [(likeness: Phrase?, entries: [DiffSection.Entry])] = []
    for like in entries {
        if let likeness = like.likeness, let place = places[likeness] {
            groups[place].entries.append(like.entry)
            continue
        }
        if let likeness = like.likeness { places[likeness] = groups.count }
        groups.append((like.likeness, [like.entry]))
    }
    return groups.flatMap { group -> [DiffSection.Entry] in
        let rest = Array(group.entries.dropFirst(mostAlike))
        // One more is as short as its number.
        guard rest.count > 1, let likeness = group.likeness else { return group.entries }
        let text = Phrase("… and {count} more like it: {what}", ["count": rest.count, "what": likeness])
        return group.entries.prefix(mostAlike)
            + [DiffSection.Entry(text: text, isAlarm: rest.contains(where: \.isAlarm), place: nil, like: rest)]
    }
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
            (isPartial ? changes.filter(\.isOfFile).map(entry) : []) + bySeverity(unread) + doubt, shown: 8,
            isUrgent: true)
        add(
            "appeared", Phrase("New findings"),
            bySeverity(appeared.filter { !unread.contains($0) }), isUrgent: true)
        add(
            "notJudged", Phrase("Not judged any more, or from the start"),
            told(
                hidden.sorted { ($0.isNew ? 1 : 0) < ($1.isNew ? 1 : 0) }.map {
                    LikeEntry(entry: entry($0), likeness: Self.likeness($0.finding))
                }), isUrgent: true)
        for group in Group.allCases {
            add(
                group.rawValue, group.title, entries(changes(in: group).filter { !isPartial || !$0.isOfFile }),
                shown: group == .packs ? 8 : 10)
        }
        add("settled", Phrase("Findings settled"), bySeverity(settled), shown: 5)
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

    /// The most severe first, those of one rule together.
    private func bySeverity(_ findings: [Reported]) -> [DiffSection.Entry] {
        Dictionary(grouping: findings, by: \.severity).sorted { $0.key > $1.key }.flatMap { _, findings in
            told(
                findings.map { LikeEntry(entry: entry($0), likeness: Self.likeness($0)) },
                atMost: findings.first?.severity == .error ? mostAlikeErrors : mostAlike)
        }
    }

    private static func likeness(_ finding: Reported) -> Phrase { Phrase(verbatim: finding.rule) }

    /// Changes, where the same happens to many things of a kind in one line: thirty people whose numbers were tried on one day.
    private func entries(_ changes: [Change]) -> [DiffSection.Entry] {
        struct Sameness: Hashable {
            var kind: EntityKind
            var details: Phrase
            var isAlarm: Bool
        }
        var places: [Sameness: Int] = [:]
        var groups: [[Change]] = []
        for change in changes {
            let sameness = change.details.map {
                Sameness(kind: change.subject.kind, details: $0, isAlarm: change.isAlarm)
            }
            if let sameness, let place = places[sameness] {
                groups[place].append(change)
                continue
            }
            if let sameness { places[sameness] = groups.count }
            groups.append([change])
        }
        return groups.flatMap { group -> [DiffSection.Entry] in
            guard group.count > Self.mostTogether, let details = group[0].details else { return group.map(entry) }
            let text = Phrase(
                """
                {kind, select, person {{count} people} role {{count} roles} channel {{count} channels} system {{count} systems} \
                activity {{count} activities} audience {{count} audiences} scenario {{count} scenarios} \
                obligation {{count} duties} checklist {{count} checklists} message {{count} messages} \
                snippet {{count} snippets} field {{count} fields} pack {{count} packs} other {{count} exercises}}: {details}
                """,
                ["kind": group[0].subject.kind.rawValue, "count": group.count, "details": details])
            return [
                DiffSection.Entry(
                    text: text, isAlarm: group[0].isAlarm, place: place(of: group[0]), like: group.map(entry))
            ]
        }
    }

    /// So many things to which the same happens are told one by one.
    private static let mostTogether = 3

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
        let named = PageEntries(titles: titles, packs: packs, translated: translated, language: language)
        entries += named.entries(pages)
        let (added, removed) = (byLanguage(addedPages), byLanguage(removedPages))
        entries += added.languages.map { locale, count in
            .init(
                text: Phrase(
                    "all {count} pages in {locale} are new", ["count": count, "locale": locale.title]))
        }
        entries += removed.languages.map { locale, count in
            .init(
                text: Phrase(
                    "all {count} pages in {locale} are gone", ["count": count, "locale": locale.title]))
        }
        entries += named.names(added.others).map { .init(text: Phrase("new page: {name}", ["name": $0])) }
        entries += named.names(removed.others).map { .init(text: Phrase("page gone: {name}", ["name": $0])) }
        return entries
    }

    /// Languages of which these are all the pages that there are or were, where there are others, and the pages of the other languages.
    private func byLanguage(_ paths: [String]) -> (languages: [(Locale, count: Int)], others: [String]) {
        let all = Dictionary(titles.keys.map { (PageEntries.locale(of: $0), 1) }, uniquingKeysWith: +)
        let counts = Dictionary(paths.map { (PageEntries.locale(of: $0), 1) }, uniquingKeysWith: +)
        let whole = counts.filter { all.count > 1 && all[$0.key] == $0.value }
        return (
            whole.sorted { $0.key < $1.key }.map { (Locale($0.key), $0.value) },
            paths.filter { whole[PageEntries.locale(of: $0)] == nil }
        )
    }
}
