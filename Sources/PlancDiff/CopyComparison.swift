import PlancLowering
import PlancSource

/// The numbered copies of all packs of two states, each beside what it was.
struct CopyComparison: Sendable {
    struct Pair: Sendable {
        /// nil: there was no such copy.
        var old: PendingCopy?
        var new: PendingCopy
    }

    let pairs: [Pair]
    private let differ: [Bool]

    init(_ base: PlanState, _ head: PlanState, _ pairing: Pairing) {
        let copies = parallelMap([base, head]) {
            pendingCopies(of: $0.plan, beside: $0.documents, notJudged: $0.notJudged)
        }
        let old = Dictionary(
            copies[0].map { (pairing.newPath($0.path, in: .packs), $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = copies[1].map { Pair(old: old[$0.path], new: $0) }
        self.pairs = pairs
        differ = parallelMap(pairs, areLong: true) { pair in pair.old.map { $0.differs(from: pair.new) } ?? true }
    }

    /// The copies of a pack whose pages differ, of every locale.
    func differing(of pack: String) -> [Pair] {
        zip(pairs, differ).filter { $0.1 && $0.0.new.pack == pack }.map(\.0)
    }

    /// The headings of the highest level under which a copy differs.
    func sections(of pair: Pair) -> Set<String> {
        guard let old = pair.old else { return [] }
        return Set(
            PlancDiff.differences(old.document.printedLines, pair.new.document.printedLines).map {
                chapter(of: $0.section)
            })
    }
}

extension PendingCopy {
    /// Whether anything on the pages differs. Mostly a part tells, and the rest need not be composed.
    fileprivate func differs(from other: PendingCopy) -> Bool {
        if parts.count == other.parts.count,
            zip(parts, other.parts).contains(where: { partsDiffer($0(), $1()) })
        {
            return true
        }
        return document.differs(from: other.document)
    }
}
