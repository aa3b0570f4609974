import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many of the generated changes a run of the laws looks at: `make test` takes a sample with a fixed seed, `make laws`
/// (`PLANC_LAWS=full`) takes all of them.
enum LawSize {
    static let isFull = getenv("PLANC_LAWS").map { String(cString: $0) } == "full"

    /// At most `count` of the cases in a sample, the same ones in every run; all of them in a full run.
    static func sample<Case>(_ cases: [Case], _ count: Int, seed: UInt64 = 1) -> [Case] {
        if isFull || cases.count <= count { return cases }
        var generator = SeededGenerator(seed: seed)
        var picked = Array(cases.indices.shuffled(using: &generator).prefix(count))
        picked.sort()
        return picked.map { cases[$0] }
    }
}
