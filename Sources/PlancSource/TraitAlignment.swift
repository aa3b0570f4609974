/// What of a piece of a text is the same in every language.
public protocol AlignedTraits {
    /// What holds long texts together; nil of a piece that many others may be like.
    var anchor: String? { get }
    /// Whether it begins a part of its own, whatever stands before it.
    var isOpening: Bool { get }
    /// What says by itself which piece it is, wherever it stands; nil where only its place tells.
    var identity: String? { get }
    /// Whether nothing speaks for another counterpart.
    func isTwin(of other: Self) -> Bool
    /// How much two pieces have in common; nil of two that are no pair.
    func likeness(to other: Self) -> Int?
}

/// Which pieces of a text and of its translation say the same: blocks of a body, steps of a checklist.
///
/// Words differ from language to language; what pieces share are their traits, and what stands before them. The alignment
/// with most of that in common is taken (S. Needleman and C. Wunsch, with lengths as W. Gale and K. Church compare them);
/// long texts are cut first where both have the same things (`SequenceComparison`).
public struct TraitAlignment<Traits: AlignedTraits> {
    /// A piece of both texts, or of one.
    public enum Step: Equatable {
        case pair(Int, Int)
        /// Of the source alone.
        case missing(Int)
        /// Of the translation alone.
        case added(Int)
    }

    /// In the order of both texts; numbers of pieces. Pairs that stand in another order come last.
    public private(set) var steps: [Step] = []
    /// How many of the pairs stand in another order.
    public private(set) var movedCount = 0
    private let source: [Traits]
    private let translation: [Traits]

    /// More pairs than this are not all compared.
    private static var mostPairs: Int { 40_000 }

    public init(_ source: [Traits], _ translation: [Traits]) {
        (self.source, self.translation) = (source, translation)
        if source.count == translation.count, zip(source, translation).allSatisfy({ $0.isTwin(of: $1) }) {
            steps = source.indices.map { .pair($0, $0) }
            return
        }
        let moved = Self.moved(source, translation)
        if moved.isEmpty {
            align(source.indices, translation.indices, isCut: false)
            return
        }
        // What stands elsewhere is no gap in the order of the rest.
        let (gone, come) = (Set(moved.map(\.source)), Set(moved.map(\.translation)))
        let rows = source.indices.filter { !gone.contains($0) }
        let columns = translation.indices.filter { !come.contains($0) }
        let rest = TraitAlignment(rows.map { source[$0] }, columns.map { translation[$0] }, isInOrder: true)
        steps = rest.steps.map { step in
            switch step {
            case .pair(let row, let column): .pair(rows[row], columns[column])
            case .missing(let row): .missing(rows[row])
            case .added(let column): .added(columns[column])
            }
        }
        steps += moved.map { .pair($0.source, $0.translation) }
        movedCount = moved.count
    }

    /// Of two texts in which nothing changed places.
    private init(_ source: [Traits], _ translation: [Traits], isInOrder: Bool) {
        (self.source, self.translation) = (source, translation)
        align(source.indices, translation.indices, isCut: false)
    }

    /// The fewest pieces that changed places, where each says by itself which piece it is: without them, all others that do stand
    /// in the same order.
    private static func moved(_ source: [Traits], _ translation: [Traits]) -> [(source: Int, translation: Int)] {
        func places(_ traits: [Traits]) -> [String: Int] {
            var places: [String: Int] = [:]
            var repeated = Set<String>()
            for (place, piece) in traits.enumerated() {
                guard let identity = piece.identity else { continue }
                if places.updateValue(place, forKey: identity) != nil { repeated.insert(identity) }
            }
            return places.filter { !repeated.contains($0.key) }
        }
        let there = places(translation)
        if there.isEmpty { return [] }
        let sure = places(source).compactMap { identity, place in
            there[identity].map { (source: place, translation: $0) }
        }.sorted { $0.source < $1.source }
        if zip(sure, sure.dropFirst()).allSatisfy({ $0.translation < $1.translation }) { return [] }
        // The longest run of them in order (C. Schensted): of each length, the pair with the earliest end.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: sure.count)
        for (number, pair) in sure.enumerated() {
            let length = ends.partitioningIndex { sure[$0].translation < pair.translation }
            before[number] = length > 0 ? ends[length - 1] : nil
            if length < ends.count { ends[length] = number } else { ends.append(number) }
        }
        var kept = Set<Int>()
        var last = ends.last
        while let number = last {
            kept.insert(number)
            last = before[number]
        }
        return sure.enumerated().filter { !kept.contains($0.offset) }.map(\.element)
    }

    /// The piece of the translation that stands for one of the source.
    public func counterpart(of piece: Int) -> Int? {
        for case .pair(piece, let other) in steps { return other }
        return nil
    }

    private mutating func align(_ rows: Range<Int>, _ columns: Range<Int>, isCut: Bool) {
        if rows.count * columns.count <= Self.mostPairs {
            steps += best(rows, columns)
        } else if isCut {
            alignInOrder(rows, columns)
        } else {
            alignBetweenAnchors()
        }
    }

    /// Pieces with the same anchor hold long texts together.
    private mutating func alignBetweenAnchors() {
        let comparison = SequenceComparison(
            source.enumerated().map { $1.anchor ?? "\u{0}a\($0)" },
            translation.enumerated().map { $1.anchor ?? "\u{0}b\($0)" })
        var (row, column) = (0, 0)
        for hunk in comparison.hunks {
            while row < hunk.old.lowerBound {
                steps.append(.pair(row, column))
                (row, column) = (row + 1, column + 1)
            }
            align(hunk.old, hunk.new, isCut: true)
            (row, column) = (hunk.old.upperBound, hunk.new.upperBound)
        }
        while row < source.count, column < translation.count {
            steps.append(.pair(row, column))
            (row, column) = (row + 1, column + 1)
        }
    }

    /// Those at the same place that may be a pair.
    private mutating func alignInOrder(_ rows: Range<Int>, _ columns: Range<Int>) {
        for (row, column) in zip(rows, columns) {
            if source[row].likeness(to: translation[column]) != nil {
                steps.append(.pair(row, column))
            } else {
                steps += [.missing(row), .added(column)]
            }
        }
        steps += rows.dropFirst(columns.count).map { .missing($0) }
        steps += columns.dropFirst(rows.count).map { .added($0) }
    }

    /// The alignment of two stretches that has most in common.
    private func best(_ rows: Range<Int>, _ columns: Range<Int>) -> [Step] {
        let width = columns.count + 1
        // The best so far, and the best that ends in a pair (nil: the two are no pair).
        var all = [Int](repeating: 0, count: (rows.count + 1) * width)
        var pairs = [Int?](repeating: nil, count: all.count)
        for i in 0..<rows.count {
            for j in 0..<columns.count {
                let (here, corner) = ((i + 1) * width + j + 1, i * width + j)
                let (row, column) = (rows.lowerBound + i, columns.lowerBound + j)
                if let likeness = source[row].likeness(to: translation[column]) {
                    // Both texts begin with each other.
                    let before = row == 0 && column == 0 ? 0 : pairs[corner]
                    let follows = source[row].isOpening ? nil : before.map { $0 + Self.following }
                    pairs[here] = likeness + max(all[corner], follows ?? .min)
                }
                all[here] = max(all[here - 1], all[here - width], pairs[here] ?? .min)
            }
        }
        return path(rows, columns, all, pairs)
    }

    /// What it counts that a piece follows what its counterpart follows.
    private static var following: Int { 40 }

    private func path(_ rows: Range<Int>, _ columns: Range<Int>, _ all: [Int], _ pairs: [Int?]) -> [Step] {
        let width = columns.count + 1
        var found: [Step] = []
        var (i, j, mustPair) = (rows.count, columns.count, false)
        while i > 0 || j > 0 {
            let here = i * width + j
            if i > 0, j > 0, let pair = pairs[here], mustPair || pair == all[here] {
                let (row, column) = (rows.lowerBound + i - 1, columns.lowerBound + j - 1)
                found.append(.pair(row, column))
                let likeness = source[row].likeness(to: translation[column]) ?? 0
                mustPair = pair - likeness != all[here - width - 1] && (row, column) != (0, 0)
                (i, j) = (i - 1, j - 1)
            } else if j > 0, i == 0 || all[here - 1] == all[here] {
                found.append(.added(columns.lowerBound + j - 1))
                j -= 1
            } else {
                found.append(.missing(rows.lowerBound + i - 1))
                i -= 1
            }
        }
        return found.reversed()
    }
}
