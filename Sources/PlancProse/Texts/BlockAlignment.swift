import PlancMarkup
import PlancModel
import PlancSource

/// Which blocks of a text and of its translation say the same.
///
/// Words differ from language to language; what blocks share is their kind, what their headings tell, their fields, links and
/// numbers, their length, and what stands before them. The alignment with most of that in common is taken (S. Needleman and
/// C. Wunsch, with lengths as W. Gale and K. Church compare them); long texts are cut first where both have the same things
/// (`SequenceComparison`).
struct BlockAlignment {
    enum Step: Equatable {
        case pair(Int, Int)
        /// Of the source alone.
        case missing(Int)
        /// Of the translation alone.
        case added(Int)
    }

    /// In the order of both texts; numbers of blocks.
    private(set) var steps: [Step] = []
    private let source: [BlockTraits]
    private let translation: [BlockTraits]

    /// More pairs of blocks than this are not all compared.
    private static let mostPairs = 40_000

    init(_ source: [BlockTraits], _ translation: [BlockTraits]) {
        (self.source, self.translation) = (source, translation)
        if source.count == translation.count, zip(source, translation).allSatisfy({ $0.isTwin(of: $1) }) {
            steps = source.indices.map { .pair($0, $0) }
        } else {
            align(source.indices, translation.indices, isCut: false)
        }
    }

    /// The block of the translation that stands for one of the source.
    func counterpart(of block: Int) -> Int? {
        for case .pair(block, let other) in steps { return other }
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

    /// Blocks with the same fields, links and numbers hold long texts together.
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

    /// Blocks of one kind at the same place.
    private mutating func alignInOrder(_ rows: Range<Int>, _ columns: Range<Int>) {
        for (row, column) in zip(rows, columns) {
            if source[row].kind == translation[column].kind {
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
                    let follows = source[row].kind.isHeading ? nil : before.map { $0 + Self.following }
                    pairs[here] = likeness + max(all[corner], follows ?? .min)
                }
                all[here] = max(all[here - 1], all[here - width], pairs[here] ?? .min)
            }
        }
        return path(rows, columns, all, pairs)
    }

    /// What it counts that a block follows what its counterpart follows.
    private static let following = 40

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

/// What of a block is the same in every language, and how long it is.
struct BlockTraits {
    enum Kind: Equatable {
        case paragraph, quote, alert, code, table, rule, directive
        case heading(level: Int)
        case list(isOrdered: Bool)

        var isHeading: Bool { if case .heading = self { true } else { false } }
    }

    let kind: Kind
    /// Fields, snippets, roles and links, in order.
    let marks: [String]
    private let numbers: [String]
    /// What a heading tells.
    private let told: ElementSet
    private let length: Int

    init(_ block: Block, _ links: LinkTargets) {
        kind = Kind(block.content)
        var (marks, text) = ([String](), "")
        [block].forEachInline { inline in
            if let mark = inline.mark(links) { marks.append(mark) }
            if case .text(let words) = inline.content { text += words + " " }
        }
        self.marks = marks.sorted()
        numbers = text.utf8.split { !(0x30...0x39).contains($0) }.map { String(decoding: Array($0), as: UTF8.self) }
            .sorted()
        told = kind.isHeading ? ElementHeadings.elements(toldBy: Array(text.folded.utf8)) : ElementSet()
        length = text.utf8.count
    }

    /// What holds long texts together; nil of a block that many others may be like.
    var anchor: String? {
        marks.isEmpty && numbers.isEmpty ? nil : "\(kind) \(marks.joined(separator: " ")) \(numbers)"
    }

    /// Whether nothing speaks for another counterpart.
    func isTwin(of other: BlockTraits) -> Bool {
        kind == other.kind && marks == other.marks
            && (told.isEmpty || other.told.isEmpty || !told.isDisjoint(with: other.told))
    }

    /// How much two blocks have in common; nil of two kinds.
    func likeness(to other: BlockTraits) -> Int? {
        guard kind == other.kind else { return nil }
        var points = 100
        if !told.isEmpty, !other.told.isEmpty { points += told.isDisjoint(with: other.told) ? -250 : 400 }
        let shared = Self.count(marks, and: other.marks)
        points += 150 * min(shared, 3)
        if shared == 0, !marks.isEmpty, !other.marks.isEmpty { points -= 60 }
        points += 100 * min(Self.count(numbers, and: other.numbers), 3)
        // A translation is about as long as its source.
        if max(length, other.length) > 0 { points += 80 * min(length, other.length) / max(length, other.length) }
        return points
    }

    /// How many two sorted lists have in common.
    private static func count(_ a: [String], and b: [String]) -> Int {
        var (i, j, found) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] { (i, j, found) = (i + 1, j + 1, found + 1) } else if a[i] < b[j] { i += 1 } else { j += 1 }
        }
        return found
    }
}

extension BlockTraits.Kind {
    fileprivate init(_ content: Block.Content) {
        switch content {
        case .paragraph: self = .paragraph
        case .heading(let level, _): self = .heading(level: level)
        case .list(let list): self = .list(isOrdered: list.isOrdered)
        case .quote: self = .quote
        case .alert: self = .alert
        case .code: self = .code
        case .table: self = .table
        case .rule: self = .rule
        case .directive: self = .directive
        }
    }
}

extension Inline {
    /// A field, a snippet, a role or a link, in the words of the source; nil of anything else.
    func mark(_ links: LinkTargets) -> String? {
        switch content {
        case .placeholder(let placeholder): return "{{ \(placeholder.name) }}"
        case .snippet(let id): return "{{> \(id.value) }}"
        case .roleMention(let id): return "@\(id)"
        case .link(let link):
            // Pages outside differ from language to language; that there is one does not.
            if case .entity(let target) = links[link] { return "\(target.kind.rawValue):\(target.id)" }
            return "link"
        default: return nil
        }
    }
}
