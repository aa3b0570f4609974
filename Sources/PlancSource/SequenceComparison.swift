/// What differs between two sequences: stretches of one that stand in the place of stretches of the other.
///
/// Elements that are in both exactly once hold the sequences together (patience diff, B. Cohen), again in each stretch between
/// them; what is left is compared by E. Myers' algorithm where it is short, and replaced whole where it is not. Time and memory
/// grow with the length, however much differs.
public struct SequenceComparison: Sendable {
    /// `old` and `new` are places in the sequences; one of them may be empty, not both.
    public struct Hunk: Sendable, Hashable {
        /// Places of elements in the old sequence, from 0.
        public var old: Range<Int>
        /// Places of elements in the new sequence, from 0.
        public var new: Range<Int>

        public init(old: Range<Int>, new: Range<Int>) { (self.old, self.new) = (old, new) }
    }

    /// In the order of both sequences, apart.
    public private(set) var hunks: [Hunk] = []
    private let old: [Int]
    private let new: [Int]

    /// A stretch of more elements that has nothing to hold it is replaced whole.
    private static let longestStretch = 400
    private static let deepest = 24

    public init<Element: Hashable>(_ old: [Element], _ new: [Element]) {
        // Numbers compare faster than what they stand for.
        var numbers: [Element: Int] = [:]
        func number(_ element: Element) -> Int {
            if let known = numbers[element] { return known }
            numbers[element] = numbers.count
            return numbers.count - 1
        }
        self.old = old.map(number)
        self.new = new.map(number)
        compare(0..<old.count, 0..<new.count, depth: 0)
    }

    private mutating func compare(_ whole: Range<Int>, _ other: Range<Int>, depth: Int) {
        var (was, now) = (whole, other)
        while !was.isEmpty, !now.isEmpty, old[was.lowerBound] == new[now.lowerBound] {
            (was, now) = (was.dropFirst(), now.dropFirst())
        }
        while !was.isEmpty, !now.isEmpty, old[was.upperBound - 1] == new[now.upperBound - 1] {
            (was, now) = (was.dropLast(), now.dropLast())
        }
        if was.isEmpty && now.isEmpty { return }
        let same = was.isEmpty || now.isEmpty ? [] : common(was, now, depth)
        if same.isEmpty {
            hunks.append(Hunk(old: was, new: now))
            return
        }
        for pair in same + [(old: was.upperBound, new: now.upperBound)] {
            if pair.old > was.lowerBound || pair.new > now.lowerBound {
                compare(was.lowerBound..<pair.old, now.lowerBound..<pair.new, depth: depth + 1)
            }
            was = min(pair.old + 1, was.upperBound)..<was.upperBound
            now = min(pair.new + 1, now.upperBound)..<now.upperBound
        }
    }

    /// Places of elements that are the same, rising in both.
    private func common(_ was: Range<Int>, _ now: Range<Int>, _ depth: Int) -> [(old: Int, new: Int)] {
        if depth < Self.deepest {
            let anchors = anchors(was, now)
            if !anchors.isEmpty { return anchors }
        }
        guard was.count <= Self.longestStretch, now.count <= Self.longestStretch else { return [] }
        var (gone, come): (Set<Int>, Set<Int>) = ([], [])
        for change in new[now].difference(from: old[was]) {
            switch change {
            case .remove(let place, _, _): gone.insert(was.lowerBound + place)
            case .insert(let place, _, _): come.insert(now.lowerBound + place)
            }
        }
        return zip(was.filter { !gone.contains($0) }, now.filter { !come.contains($0) }).map { (old: $0, new: $1) }
    }

    /// Elements that are in both stretches exactly once, as many as are in the same order in both.
    private func anchors(_ was: Range<Int>, _ now: Range<Int>) -> [(old: Int, new: Int)] {
        let (oldPlaces, newPlaces) = (Self.uniquePlaces(old, was), Self.uniquePlaces(new, now))
        let pairs = was.compactMap { place -> (old: Int, new: Int)? in
            guard oldPlaces[old[place]] == place, let other = newPlaces[old[place]], other >= 0 else { return nil }
            return (place, other)
        }
        // The longest rising sequence: the ends of the best sequence of each length, and what each pair follows.
        var ends: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            let length = ends.partitioningIndex { pairs[$0].new < pairs[index].new }
            if length > 0 { before[index] = ends[length - 1] }
            if length == ends.count { ends.append(index) } else { ends[length] = index }
        }
        var chain: [(old: Int, new: Int)] = []
        var index = ends.last ?? -1
        while index >= 0 {
            chain.append(pairs[index])
            index = before[index]
        }
        return chain.reversed()
    }

    /// Where each element is; -1 for one that is there several times.
    private static func uniquePlaces(_ elements: [Int], _ range: Range<Int>) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for place in range { places[elements[place]] = places[elements[place]] == nil ? place : -1 }
        return places
    }
}
