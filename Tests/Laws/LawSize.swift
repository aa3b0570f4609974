import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many of the generated changes a run of the laws looks at: `make test` takes a sample with a fixed seed, `make laws`
/// (`PLANC_LAWS=full`) takes all of them, and `PLANC_LAWS=7` another sample five times as large, for whoever looks for what is
/// left in an hour.
enum LawSize {
    private static let wanted = getenv("PLANC_LAWS").map { String(cString: $0) } ?? ""
    static let isFull = wanted == "full"
    /// Of a sample that was asked for by its number.
    private static let otherSeed = UInt64(wanted)
    /// Whether more than the sample of `make test` is tried.
    static let isLarge = isFull || otherSeed != nil

    /// At most `count` of the cases in a sample, the same ones in every run; all of them in a full run.
    static func sample<Case>(_ cases: [Case], _ count: Int, seed: UInt64 = 1) -> [Case] {
        let count = otherSeed == nil ? count : 5 * count
        if isFull || cases.count <= count { return cases }
        var generator = SeededGenerator(seed: seed &+ (otherSeed ?? 0))
        var picked = Array(cases.indices.shuffled(using: &generator).prefix(count))
        picked.sort()
        return picked.map { cases[$0] }
    }
}
