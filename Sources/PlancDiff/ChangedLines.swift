import PlancDiagnostics
import PlancSource

/// The lines of the sources that changed: where a reviewer looks for the cause of words that differ on a page.
struct ChangedLines {
    struct Line {
        /// Where to look: the newer line, also for what an older one said that it stands in for.
        var place: SourcePlace
        /// Its words, with those of the titles and addresses of what it names.
        var words: Set<String>
        /// Those that the lines in whose place it stands, or that stand in its place, do not have.
        var changed: Set<String>
        /// What it says is there no more.
        var isOld: Bool
        /// Of a translation: `en` of `messages/recall.en.md`.
        var language: String?
        /// The lines that changed at one place.
        var hunk: Int
    }

    /// Lines of a file by their numbers from 0.
    private struct Changes {
        var come: Set<Int> = []
        /// Those that no newer line stands in for.
        var gone: Set<Int> = []
    }

    private(set) var lines: [Line] = []
    /// Which lines have a word that others at their place do not have.
    private(set) var linesWithWord: [String: [Int]] = [:]
    /// The words of the title of the only thing that a file holds, by its path.
    private(set) var subjects: [String: Set<String>] = [:]
    private var changes: [String: Changes] = [:]
    private var hunks = 0
    /// There are so many lines that the cause of words is not looked for.
    private(set) var isTooLong = false

    /// Past so many lines the cause of a word is no longer looked for; nor that of more words than a reviewer reads.
    private static let longest = 500
    static let mostPages = 200

    init(_ base: PlanState, _ head: PlanState) {
        if base.plan.sourcesHash == head.plan.sourcesHash { return }
        let (old, new) = (base.ownSources, head.ownSources)
        var names = NamedWords([base, head])
        for (path, file) in new.sorted(by: { $0.key < $1.key }) where old[path]?.bytes != file.bytes {
            add(path, from: old[path], to: file, &names)
        }
        for (path, file) in old.sorted(by: { $0.key < $1.key }) where new[path] == nil {
            add(path, from: file, to: nil, &names)
        }
        for (place, line) in lines.enumerated() {
            for word in line.changed { linesWithWord[word, default: []].append(place) }
        }
        subjects = names.subjects(of: Set(lines.map { Self.untranslated($0.place.path) }))
    }

    private mutating func add(
        _ path: String, from old: SourceFile?, to new: SourceFile?, _ names: inout NamedWords
    ) {
        let (before, after) = (Self.lines(of: old), Self.lines(of: new))
        let language = Self.language(of: path)
        var changes = Changes()
        for hunk in SequenceComparison(before, after).hunks {
            changes.come.formUnion(hunk.new)
            if isTooLong {
                changes.gone.formUnion(hunk.old)
                continue
            }
            hunks += 1
            let come = hunk.new.map { (number: $0, words: names.words(of: after[$0])) }
            let gone = hunk.old.map { (number: $0, words: names.words(of: before[$0])) }
            func add(
                _ words: Set<String>, beside others: [(number: Int, words: Set<String>)], _ place: SourcePlace,
                isOld: Bool
            ) {
                if words.isEmpty { return }
                let changed = others.reduce(into: words) { $0.subtract($1.words) }
                lines.append(
                    Line(
                        place: place, words: words, changed: changed.isEmpty ? words : changed, isOld: isOld,
                        language: language, hunk: hunks))
            }
            for (number, words) in come {
                add(words, beside: gone, SourcePlace(path: new?.path ?? path, line: number + 1), isOld: false)
            }
            for (number, words) in gone {
                let heir = come.max { $0.words.intersection(words).count < $1.words.intersection(words).count }
                var place = SourcePlace(path: old?.path ?? path, line: number + 1, isOfBase: true)
                if let heir, 2 * heir.words.intersection(words).count >= words.count {
                    place = SourcePlace(path: new?.path ?? path, line: heir.number + 1)
                } else {
                    changes.gone.insert(number)
                }
                add(words, beside: come, place, isOld: true)
            }
            if lines.count > 2 * Self.longest { isTooLong = true }
        }
        self.changes[path] = changes
    }

    private static func lines(of file: SourceFile?) -> [ArraySlice<UInt8>] {
        file?.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    }

    /// `en` of `messages/recall.en.md`.
    static func language(of path: String) -> String? {
        let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
        guard parts.count > 2, let tag = parts.dropLast().last?.prefix(while: { $0 != "-" }), 2...3 ~= tag.count else {
            return nil
        }
        return String(tag)
    }

    /// Where to look for what is written at a place of the newer state, or was at one of the older: at the first line of it that changed,
    /// else at its first.
    func place(
        of span: Span?, before oldSpan: Span?, _ base: PlanState, _ head: PlanState
    ) -> SourcePlace? {
        var gone: SourcePlace?
        if let oldSpan {
            let (place, lines) = base.lines(of: oldSpan)
            let changed = changes[base.pathInPlan(place.path)]?.gone ?? []
            gone = place
            if let first = lines.first(where: { changed.contains($0 - 1) }) { gone?.line = first }
            gone?.isOfBase = true
            if span != nil, !lines.contains(where: { changed.contains($0 - 1) }) { gone = nil }
        }
        guard let span else { return gone }
        var (place, lines) = head.lines(of: span)
        let changed = changes[head.pathInPlan(place.path)]?.come ?? []
        if let first = lines.first(where: { changed.contains($0 - 1) }) {
            place.line = first
            return place
        }
        return gone ?? place
    }
}

extension PlanState {
    /// The first line of a place, and the numbers of all of them, from 1.
    func lines(of span: Span) -> (place: SourcePlace, lines: ClosedRange<Int>) {
        let source = sources[span.file]
        let index = LineIndex(source)
        let first = index.position(at: Int(span.lower)).line
        let last = index.position(at: max(Int(span.lower), Int(span.upper) - 1)).line
        return (SourcePlace(path: source.path, line: first), first...max(first, last))
    }
}
