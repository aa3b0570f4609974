import PlancDiagnostics
import PlancSource

/// The findings of one state that another has not: what a change brings, and what it settles.
///
/// A finding is the same one when its rule and its message are, counts and dates aside, in the same file if there is one there
/// and elsewhere if its file was moved. Lines, columns and what a day changes by itself make no new finding.
public struct FindingChanges: Sendable {
    public var appeared: [Finding]
    public var gone: [Finding]

    public var isEmpty: Bool { appeared.isEmpty && gone.isEmpty }

    /// `base` and `head`: findings with the sources that they point into.
    public init(
        from base: [Finding], _ baseSources: SourceSet, to head: [Finding], _ headSources: SourceSet
    ) {
        var known: [Key: [Int]] = [:]
        for (place, finding) in base.enumerated().reversed() { known[Key(finding), default: []].append(place) }
        var matched = Set<Int>()
        var open: [Int] = []
        // First those at the same words of the same file, then those in the same file, then those anywhere.
        let pasts = base.map { Place($0, baseSources) }
        let presents = head.map { Place($0, headSources) }
        let passes: [(Place, Place) -> Bool] = [{ $0 == $1 }, { $0.path == $1.path }, { _, _ in true }]
        open = Array(head.indices)
        for isSame in passes {
            open.removeAll { place in
                let key = Key(head[place])
                guard let candidates = known[key],
                    let found = candidates.lastIndex(where: { isSame(pasts[$0], presents[place]) })
                else { return false }
                matched.insert(candidates[found])
                known[key]?.remove(at: found)
                return true
            }
        }
        appeared = open.map { head[$0] }
        gone = base.indices.filter { !matched.contains($0) }.map { base[$0] }
    }

    /// What is said, without what changes by itself.
    private struct Key: Hashable {
        var rule: String
        var message: String

        init(_ finding: Finding) {
            rule = finding.rule
            message = withoutNumbers(finding.message.english)
        }
    }

    private struct Place: Equatable {
        var path: String
        var words: String

        init(_ finding: Finding, _ sources: SourceSet) {
            let source = sources[finding.span.file]
            path = source.path
            words = String(
                decoding: source.bytes[finding.span.range.clamped(to: 0..<source.bytes.count)].prefix(200),
                as: UTF8.self)
        }
    }
}

/// A message with every number replaced: counts of words and days change by themselves.
func withoutNumbers(_ text: String) -> String {
    var out: [UInt8] = []
    var wasDigit = false
    for byte in text.utf8 {
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        if !isDigit {
            out.append(byte)
        } else if !wasDigit {
            out.append(UInt8(ascii: "#"))
        }
        wasDigit = isDigit
    }
    return String(decoding: out, as: UTF8.self)
}
