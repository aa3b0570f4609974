import PlancSource

/// The findings of one state that another has not: what a change brings, and what it settles.
///
/// A finding is the same one when its rule, its severity and its message are, counts and dates aside, at the same words of the same
/// file, at lines of it that stand in for each other, or at the same words of a file that was moved. Lines, columns, what a day
/// changes by itself and what things are called make no new finding; what is said of a thing goes with it into another file.
public struct FindingChanges: Sendable {
    public var appeared: [Finding]
    public var gone: [Finding]

    public var isEmpty: Bool { appeared.isEmpty && gone.isEmpty }

    /// `base` and `head`: findings with the sources that they point into, and with what things are called there, with the same marks.
    public init(
        from base: [Finding], _ baseSources: SourceSet, to head: [Finding], _ headSources: SourceSet,
        names: (base: ThingNames, head: ThingNames) = (ThingNames(), ThingNames())
    ) {
        var lines = FileChanges(from: baseSources, to: headSources)
        let paths = Set(headSources.files.map(\.path))
        /// What of one list has no like in the other, by its places.
        func unmatched(_ base: [Finding], _ head: [Finding]) -> (base: [Int], head: [Int]) {
            let old = base.map { FindingMark($0, baseSources, names.base) }
            let new = head.map { FindingMark($0, headSources, names.head) }
            var matching = FindingMatching(old, new, paths: paths)
            for said in [\FindingMark.said, \.saidOfThings] {
                matching.match(by: said) { was, now in
                    old[was].path == new[now].path
                        && lines.correspond(base[was].span, head[now].span, in: new[now].path)
                }
            }
            matching.matchMoved()
            return (base.indices.filter { !matching.matched.contains($0) }, matching.open)
        }
        let whole = unmatched(base, head)
        let old = FindingParts(whole.base.map { base[$0] })
        let new = FindingParts(whole.head.map { head[$0] })
        let parts = unmatched(old.all, new.all)
        gone = old.together(parts.base)
        appeared = new.together(parts.head)
    }
}

/// Finds out which findings are known: first those at the same words of the same file.
public struct FindingMatching {
    private let old: [FindingMark]
    private let new: [FindingMark]
    private let paths: Set<String>
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
        matchMarks { was, now in was.path == now.path }
    }

    /// Those of files that are gone, at the same words elsewhere; and what is said of a thing that went into another file.
    public mutating func matchMoved() {
        let paths = paths
        matchMarks { was, now in !paths.contains(was.path) }
        let (old, new) = (old, new)
        match(by: \.saidOfThings) { was, now in old[was].thing != nil && old[was].thing == new[now].thing }
    }

    /// At the same words; at a thing that is called otherwise; at a thing that has another id.
    private mutating func matchMarks(_ isSamePlace: (FindingMark, FindingMark) -> Bool) {
        let (old, new) = (old, new)
        match(by: \.said) { was, now in old[was].words == new[now].words && isSamePlace(old[was], new[now]) }
        match(by: \.saidOfThings) { was, now in
            let isSame =
                old[was].thing.map { $0 == new[now].thing } ?? (old[was].words == new[now].words)
            return isSame && isSamePlace(old[was], new[now])
        }
        match(by: \.said) { was, now in
            old[was].name != nil && old[was].name == new[now].name && isSamePlace(old[was], new[now])
        }
    }

    /// By what is said, and by their places among the known and the new ones.
    mutating func match(
        by said: KeyPath<FindingMark, UInt64>, places isSame: (_ old: Int, _ new: Int) -> Bool
    ) {
        if open.isEmpty || matched.count == old.count { return }
        // Known findings that are not met yet.
        var known: [UInt64: [Int]] = [:]
        for place in old.indices.reversed() where !matched.contains(place) {
            known[old[place][keyPath: said], default: []].append(place)
        }
        var left: [Int] = []
        for place in open {
            let key = new[place][keyPath: said]
            guard let found = known[key]?.lastIndex(where: { isSame($0, place) }) else {
                left.append(place)
                continue
            }
            if let place = known[key]?.remove(at: found) { matched.insert(place) }
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
