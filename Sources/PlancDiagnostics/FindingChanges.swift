import PlancSource

/// A finding as it is known again: what is said without what changes by itself, the words that it points at, and its file.
public struct FindingMark: Hashable, Sendable {
    /// Of rule, severity, and the message without numbers: counts and days change by themselves.
    public var said: UInt64
    /// Of the bytes that it points at.
    public var words: UInt64
    public var path: String

    public init(said: UInt64, words: UInt64, path: String) { (self.said, self.words, self.path) = (said, words, path) }

    public init(_ finding: Finding, _ sources: SourceSet) {
        var said = Hash64()
        said.mix(finding.rule.utf8)
        said.mix(finding.severity.rawValue.utf8)
        said.mix(finding.message.withoutNumbers.english.utf8)
        self.said = said.value
        let source = sources[finding.span.file]
        var words = Hash64()
        words.mix(source.bytes[finding.span.range.clamped(to: 0..<source.bytes.count)])
        self.words = words.value
        path = source.path
    }
}

/// The findings of one state that another has not: what a change brings, and what it settles.
///
/// A finding is the same one when its rule, its severity and its message are, counts and dates aside, at the same words of the same
/// file, at lines of it that stand in for each other, or at the same words of a file that was moved. Lines, columns and what a day
/// changes by itself make no new finding.
public struct FindingChanges: Sendable {
    public var appeared: [Finding]
    public var gone: [Finding]

    public var isEmpty: Bool { appeared.isEmpty && gone.isEmpty }

    /// `base` and `head`: findings with the sources that they point into.
    public init(
        from base: [Finding], _ baseSources: SourceSet, to head: [Finding], _ headSources: SourceSet
    ) {
        let old = base.map { FindingMark($0, baseSources) }
        let new = head.map { FindingMark($0, headSources) }
        var matching = FindingMatching(old, new, paths: Set(headSources.files.map(\.path)))
        var lines = FileChanges(from: baseSources, to: headSources)
        matching.match(places: { was, now in
            old[was].path == new[now].path
                && lines.correspond(base[was].span, head[now].span, in: new[now].path)
        })
        matching.matchMoved()
        appeared = matching.open.map { head[$0] }
        gone = base.indices.filter { !matching.matched.contains($0) }.map { base[$0] }
    }
}

/// Finds out which findings are known: first those at the same words of the same file.
public struct FindingMatching {
    private let old: [FindingMark]
    private let new: [FindingMark]
    private let paths: Set<String>
    /// Known findings that are not met yet, by what they say.
    private var known: [UInt64: [Int]] = [:]
    /// New findings that are not known, in order.
    public private(set) var open: [Int]
    /// Known findings that were met again.
    public private(set) var matched: Set<Int> = []

    /// `paths`: the files that there are now.
    public init(_ old: [FindingMark], _ new: [FindingMark], paths: Set<String>) {
        self.old = old
        self.new = new
        self.paths = paths
        open = Array(new.indices)
        for place in old.indices.reversed() { known[old[place].said, default: []].append(place) }
        matchMarks { was, now in was.path == now.path && was.words == now.words }
    }

    /// Those of files that are gone, at the same words elsewhere.
    public mutating func matchMoved() {
        let paths = paths
        matchMarks { was, now in !paths.contains(was.path) && was.words == now.words }
    }

    private mutating func matchMarks(_ isSame: (FindingMark, FindingMark) -> Bool) {
        let (old, new) = (old, new)
        match(places: { was, now in isSame(old[was], new[now]) })
    }

    /// By their places among the known and the new ones.
    mutating func match(places isSame: (_ old: Int, _ new: Int) -> Bool) {
        var left: [Int] = []
        for place in open {
            guard let candidates = known[new[place].said],
                let found = candidates.lastIndex(where: { isSame($0, place) })
            else {
                left.append(place)
                continue
            }
            matched.insert(candidates[found])
            known[new[place].said]?.remove(at: found)
        }
        open = left
    }
}

/// Which lines of files changed between two states; of each file made when it is first asked for.
public struct FileChanges {
    private let base: [String: SourceFile]
    private let head: [String: SourceFile]
    private var known: [String: LineChanges?] = [:]

    public init(from base: SourceSet, to head: SourceSet) {
        self.base = Self.byPath(base)
        self.head = Self.byPath(head)
    }

    private static func byPath(_ sources: SourceSet) -> [String: SourceFile] {
        Dictionary(sources.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// nil of a file that is in one of them only.
    private mutating func changes(of path: String) -> LineChanges? {
        if let changes = known[path] { return changes }
        var changes: LineChanges?
        if let old = base[path], let new = head[path] { changes = LineChanges(from: old.bytes, to: new.bytes) }
        known[path] = .some(changes)
        return changes
    }

    /// Whether a place of the older state and one of the newer, in a file that both have, stand in for each other.
    mutating func correspond(_ old: Span, _ new: Span, in path: String) -> Bool {
        changes(of: path)?.correspond(Int(old.lower), Int(new.lower)) ?? false
    }

    /// Whether anything changed in the lines of a place of the newer state; true of all of a new file.
    public mutating func isChanged(_ span: Span, in path: String) -> Bool {
        changes(of: path)?.isChanged(span.range) ?? true
    }
}
