import PlancDiagnostics
import PlancSource

/// The lines of the sources that changed: where a reviewer looks for the cause of words that differ on a page.
struct ChangedLines {
    private struct Line {
        var place: SourcePlace
        var words: Set<String>
    }

    private var lines: [Line] = []

    /// Past so many lines the cause of a word is no longer looked for; nor that of more words than a reviewer reads.
    private static let longest = 500
    static let mostPages = 200

    init(_ base: PlanState, _ head: PlanState) {
        let (old, new) = (base.ownSources, head.ownSources)
        for (files, others, isOld) in [(new, old, false), (old, new, true)] {
            for (path, file) in files.sorted(by: { $0.key < $1.key }) {
                let was = others[path]
                // Lines that are gone from a file are not looked for.
                if let was, isOld || was.bytes == file.bytes { continue }
                add(file, was, isOld: isOld)
                if lines.count > Self.longest { return }
            }
        }
    }

    private mutating func add(_ file: SourceFile, _ was: SourceFile?, isOld: Bool) {
        let changes = was.map { LineChanges(from: $0.bytes, to: file.bytes) }
        var start = 0
        for (number, line) in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let range = start..<start + line.count
            start = range.upperBound + 1
            if let changes, !changes.isChanged(range) { continue }
            let words = Self.words(of: String(decoding: line, as: UTF8.self))
            if words.isEmpty { continue }
            lines.append(Line(place: SourcePlace(path: file.path, line: number + 1, isOfBase: isOld), words: words))
        }
    }

    /// The line that has most of the words that are only in one of two texts, where none has any most of all their words; the
    /// only line that changed, and nil where it cannot be told.
    func cause(_ old: String?, _ new: String?) -> SourcePlace? {
        if lines.isEmpty || lines.count > Self.longest { return nil }
        if lines.count == 1 { return lines[0].place }
        let (before, after) = (Self.words(of: old ?? ""), Self.words(of: new ?? ""))
        return best(before.symmetricDifference(after)) ?? best(before.union(after))
    }

    /// Words as ids have them too: `Hélène` is in `helene-marchetti`. Words of one or two letters are everywhere.
    private static func words(of text: String) -> Set<String> {
        let words = PlainLetters.folded(text).split { !$0.isLetter && !$0.isNumber }
        return Set(words.filter { $0.count > 2 || $0.allSatisfy(\.isNumber) }.map(String.init))
    }

    private func best(_ sought: Set<String>) -> SourcePlace? {
        var best: (place: SourcePlace, count: Int)?
        for line in lines {
            let count = line.words.intersection(sought).count
            if count > best?.count ?? 0 { best = (line.place, count) }
        }
        return best?.place
    }
}
