import PlancDiagnostics
import PlancSource

/// The lines of the sources that changed: where a reviewer looks for the cause of words that differ on a page.
struct ChangedLines {
    private struct Line {
        /// Where to look: the newer line, also for what an older one said that it stands in for.
        var place: SourcePlace
        var words: Set<String>
        /// What it says is there no more.
        var isOld: Bool
        /// Of a translation: `en` of `messages/recall.en.md`.
        var language: String?
    }

    /// Lines of a file by their numbers from 0.
    private struct Changes {
        var come: Set<Int> = []
        /// Those that no newer line stands in for.
        var gone: Set<Int> = []
    }

    private var lines: [Line] = []
    private var changes: [String: Changes] = [:]
    /// There are so many lines that the cause of words is not looked for.
    private var isTooLong = false

    /// Past so many lines the cause of a word is no longer looked for; nor that of more words than a reviewer reads.
    private static let longest = 500
    static let mostPages = 200

    init(_ base: PlanState, _ head: PlanState) {
        if base.plan.sourcesHash == head.plan.sourcesHash { return }
        let (old, new) = (base.ownSources, head.ownSources)
        for (path, file) in new.sorted(by: { $0.key < $1.key }) where old[path]?.bytes != file.bytes {
            add(path, from: old[path], to: file)
        }
        for (path, file) in old.sorted(by: { $0.key < $1.key }) where new[path] == nil {
            add(path, from: file, to: nil)
        }
    }

    private mutating func add(_ path: String, from old: SourceFile?, to new: SourceFile?) {
        let (before, after) = (Self.lines(of: old), Self.lines(of: new))
        let language = Self.language(of: path)
        var changes = Changes()
        for hunk in SequenceComparison(before, after).hunks {
            changes.come.formUnion(hunk.new)
            if isTooLong {
                changes.gone.formUnion(hunk.old)
                continue
            }
            let come = hunk.new.map { (number: $0, words: Self.words(of: after[$0])) }
            for (number, words) in come where !words.isEmpty {
                let place = SourcePlace(path: new?.path ?? path, line: number + 1)
                lines.append(Line(place: place, words: words, isOld: false, language: language))
            }
            for number in hunk.old {
                let words = Self.words(of: before[number])
                let heir = come.max { $0.words.intersection(words).count < $1.words.intersection(words).count }
                var place = SourcePlace(path: old?.path ?? path, line: number + 1, isOfBase: true)
                if let heir, 2 * heir.words.intersection(words).count >= words.count {
                    place = SourcePlace(path: new?.path ?? path, line: heir.number + 1)
                } else {
                    changes.gone.insert(number)
                }
                if words.isEmpty { continue }
                lines.append(Line(place: place, words: words, isOld: true, language: language))
            }
            if lines.count > 2 * Self.longest { isTooLong = true }
        }
        self.changes[path] = changes
    }

    private static func lines(of file: SourceFile?) -> [ArraySlice<UInt8>] {
        file?.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    }

    /// `en` of `messages/recall.en.md`.
    private static func language(of path: String) -> String? {
        let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
        guard parts.count > 2, let tag = parts.dropLast().last?.prefix(while: { $0 != "-" }), 2...3 ~= tag.count else {
            return nil
        }
        return String(tag)
    }

    /// The line that has most of the words that are only in one of two texts, where none has any most of all their words; the
    /// only line that changed, and nil where it cannot be told. Of translations those of the document's own language.
    func cause(_ old: String?, _ new: String?, of document: String) -> SourcePlace? {
        if lines.isEmpty || isTooLong { return nil }
        let language = String(document.prefix { $0 != "/" && $0 != "-" })
        let own = lines.filter { $0.language == nil || $0.language == language }
        let candidates = own.isEmpty ? lines : own
        if Set(candidates.map(\.place)).count == 1 { return candidates[0].place }
        let (before, after) = (Self.words(of: old ?? ""), Self.words(of: new ?? ""))
        return best(candidates, language, gone: before.subtracting(after), come: after.subtracting(before))
            ?? best(candidates, language, gone: before, come: after)
    }

    /// Words as ids have them too: `Hélène` is in `helene-marchetti`. Words of one or two letters are everywhere.
    private static func words(of text: String) -> Set<String> {
        let words = PlainLetters.folded(text).split { !$0.isLetter && !$0.isNumber }
        return Set(words.filter { $0.count > 2 || $0.allSatisfy(\.isNumber) }.map(String.init))
    }

    private static func words(of line: ArraySlice<UInt8>) -> Set<String> {
        words(of: String(decoding: line, as: UTF8.self))
    }

    private func best(
        _ lines: [Line], _ language: String, gone: Set<String>, come: Set<String>
    ) -> SourcePlace? {
        var best: (place: SourcePlace, rank: (Int, Int, Int))?
        for line in lines {
            let count = line.words.intersection(line.isOld ? gone : come).count
            if count == 0 { continue }
            let rank = (count, line.language == language ? 1 : 0, line.place.isOfBase ? 0 : 1)
            if let known = best?.rank, known >= rank { continue }
            best = (line.place, rank)
        }
        return best?.place
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
