/// What of a piece of a text is the same in every language.
public protocol AlignedTraits {
    /// What holds long texts together; nil of a piece that many others may be like.
    var anchor: String? { get }
    /// Whether it begins a part of its own, whatever stands before it.
    var isOpening: Bool { get }
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

    /// In the order of both texts; numbers of pieces.
    public private(set) var steps: [Step] = []
    private let source: [Traits]
    private let translation: [Traits]

    /// More pairs than this are not all compared.
    private static var mostPairs: Int { 40_000 }

    public init(_ source: [Traits], _ translation: [Traits]) {
        (self.source, self.translation) = (source, translation)
        if source.count == translation.count, zip(source, translation).allSatisfy({ $0.isTwin(of: $1) }) {
            steps = source.indices.map { .pair($0, $0) }
        } else {
            align(source.indices, translation.indices, isCut: false)
        }
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
