/// A set of small numbers, made for the search of cuts.
protocol SystemSet {
    /// Empty, for the numbers below a bound.
    init(below bound: Int)
    func contains(_ number: Int) -> Bool
    mutating func insert(_ number: Int)
    mutating func formUnion(_ other: Self)
    mutating func formIntersection(_ other: Self)
    mutating func subtract(_ other: Self)
    func intersects(_ other: Self) -> Bool
    func isSubset(of other: Self) -> Bool
    var count: Int { get }
    var numbers: [Int] { get }
}

/// For bounds up to 64: what nearly every audience depends on.
struct SmallSystemSet: SystemSet {
    private var bits: UInt64 = 0

    init(below bound: Int) {}
    func contains(_ number: Int) -> Bool { bits & (1 << UInt64(number)) != 0 }
    mutating func insert(_ number: Int) { bits |= 1 << UInt64(number) }
    mutating func formUnion(_ other: Self) { bits |= other.bits }
    mutating func formIntersection(_ other: Self) { bits &= other.bits }
    mutating func subtract(_ other: Self) { bits &= ~other.bits }
    func intersects(_ other: Self) -> Bool { bits & other.bits != 0 }
    func isSubset(of other: Self) -> Bool { bits & ~other.bits == 0 }
    var count: Int { bits.nonzeroBitCount }

    var numbers: [Int] {
        var left = bits
        var numbers: [Int] = []
        while left != 0 {
            numbers.append(left.trailingZeroBitCount)
            left &= left - 1
        }
        return numbers
    }
}

/// For any bound.
struct LargeSystemSet: SystemSet {
    private var words: [UInt64]

    init(below bound: Int) { words = [UInt64](repeating: 0, count: (bound + 63) / 64) }
    func contains(_ number: Int) -> Bool { words[number >> 6] & (1 << UInt64(number & 63)) != 0 }
    mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }
    mutating func formUnion(_ other: Self) { for i in words.indices { words[i] |= other.words[i] } }
    mutating func formIntersection(_ other: Self) { for i in words.indices { words[i] &= other.words[i] } }
    mutating func subtract(_ other: Self) { for i in words.indices { words[i] &= ~other.words[i] } }
    func intersects(_ other: Self) -> Bool { words.indices.contains { words[$0] & other.words[$0] != 0 } }
    func isSubset(of other: Self) -> Bool { words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    var numbers: [Int] {
        var numbers: [Int] = []
        for (place, word) in words.enumerated() {
            var left = word
            while left != 0 {
                numbers.append(place << 6 + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
        return numbers
    }
}
