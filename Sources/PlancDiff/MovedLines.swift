import PlancSource

/// Lines of a document that stand elsewhere in the newer one, with those that moved with them.
///
/// What is in the same order in both documents has not moved, whatever moved past it. Lines that follow each other in both are one
/// block; so is one among them, or at its ends, that differs in a few words: a message that leaves an hour later has another heading,
/// and moves with it.
struct MovedLines {
    /// The places of all lines that moved, in the older and in the newer document.
    private(set) var old: Set<Int> = []
    private(set) var new: Set<Int> = []
    private let before: [PrintedLine]
    private let after: [PrintedLine]
    /// By the place of the first line in the newer document.
    private var blocks: [Int: [(old: Int, new: Int)]] = [:]
    /// Where the lines of the older document that did not move are in the newer one.
    private var kept: [Int: Int] = [:]

    /// So many places of a line that is there several times are tried.
    private static let mostPlaces = 8

    init(_ before: [PrintedLine], _ after: [PrintedLine], _ hunks: [SequenceComparison.Hunk]) {
        (self.before, self.after) = (before, after)
        let (gone, come) = (Set(hunks.flatMap(\.old)), Set(hunks.flatMap(\.new)))
        if gone.isEmpty || come.isEmpty { return }
        var places: [PrintedLine.Reading: [Int]] = [:]
        for place in gone.sorted() { places[before[place].reading, default: []].append(place) }
        for place in come.sorted() where !new.contains(place) {
            let candidates = (places[after[place].reading] ?? []).filter { !old.contains($0) }.prefix(Self.mostPlaces)
            let blocks = candidates.map { block(from: (old: $0, new: place), gone, come) }
            guard let block = blocks.max(by: { $0.count < $1.count }), isMove(block) else { continue }
            self.blocks[block[0].new] = block
            old.formUnion(block.map(\.old))
            new.formUnion(block.map(\.new))
        }
        if blocks.isEmpty { return }
        kept = Dictionary(
            unchanged(after.count, hunks).map { ($0.before, $0.after) }, uniquingKeysWith: { first, _ in first })
    }

    /// The lines around two that are the same, as far as both go on alike.
    private func block(from seed: (old: Int, new: Int), _ gone: Set<Int>, _ come: Set<Int>) -> [(old: Int, new: Int)] {
        func follows(_ pair: (old: Int, new: Int)) -> Bool {
            guard gone.contains(pair.old), come.contains(pair.new), !old.contains(pair.old), !new.contains(pair.new)
            else { return false }
            let (was, now) = (before[pair.old], after[pair.new])
            return was.text == now.text
                || (was.headingLevel == now.headingLevel && sharedPart(was.words, now.words) > 0.5)
        }
        var block = [seed]
        var next = (old: seed.old + 1, new: seed.new + 1)
        while follows(next) {
            block.append(next)
            next = (next.old + 1, next.new + 1)
        }
        next = (seed.old - 1, seed.new - 1)
        while follows(next) {
            block.insert(next, at: 0)
            next = (next.old - 1, next.new - 1)
        }
        return block
    }

    /// A line alone, which may be there for another reason, has moved within its section.
    private func isMove(_ block: [(old: Int, new: Int)]) -> Bool {
        if block.count > 1 { return true }
        return withoutNumber(before[block[0].old].section) == withoutNumber(after[block[0].new].section)
    }

    /// What is told of the blocks that stand in a hunk now: that they moved, and the words in them that differ.
    func told(_ hunk: SequenceComparison.Hunk) -> [PlacedDifference] {
        hunk.new.compactMap { blocks[$0] }.flatMap { block -> [PlacedDifference] in
            let moved = passed(by: block) ?? block
            let first = moved.first { after[$0.new].headingLevel != nil } ?? moved[0]
            let line = after[first.new]
            let move = LineDifference(
                section: line.section, old: line.text, new: line.text, isMoved: true, isBlock: moved.count > 1)
            let changed = block.filter { before[$0.old].text != after[$0.new].text }
            return [PlacedDifference(old: first.old, new: first.new, move)]
                + changed.map { PlacedDifference(before, $0.old, after, $0.new) }
        }
    }

    /// The lines that a block moved past, where they are fewer than it has: it is they that moved.
    private func passed(by block: [(old: Int, new: Int)]) -> [(old: Int, new: Int)]? {
        guard let first = block.first, let last = block.last else { return nil }
        // They stood right above it and stand right below it, or the other way.
        let runs = [
            run(from: first.old - 1, by: -1, to: last.new + 1, atMost: block.count),
            run(from: last.old + 1, by: 1, to: first.new - 1, atMost: block.count),
        ]
        func isStep(_ pair: (old: Int, new: Int)) -> Bool { before[pair.old].isStep }
        // Of as many lines, steps stay, and what parts them on the page has moved.
        return runs.compactMap { $0 }.first {
            $0.count < block.count || (block.contains(where: isStep) && !$0.contains(where: isStep))
        }
    }

    private func run(from start: Int, by step: Int, to end: Int, atMost most: Int) -> [(old: Int, new: Int)]? {
        var lines: [(old: Int, new: Int)] = []
        var place = start
        while lines.count < most, let now = kept[place] {
            lines.append((place, now))
            if now == end { return lines.sorted { $0.old < $1.old } }
            place += step
        }
        return nil
    }
}
