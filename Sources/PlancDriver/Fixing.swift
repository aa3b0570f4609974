import PlancDiagnostics
import PlancSource

/// Which fixes are made.
public enum FixLevel: String, Sendable, CaseIterable {
    /// Those that cannot change what the plan means.
    case safe
    /// Those too that a person should look at: "did you mean …?", where there is one suggestion.
    case suggested
}

/// A source with its fixes made.
public struct FixedFile: Sendable {
    public var path: String
    /// What it held when it was read, in bytes.
    public var before: [UInt8]
    /// What it holds with the fixes made, in bytes.
    public var after: [UInt8]
    /// How many findings it fixes.
    public var count: Int
}

extension Finding {
    /// The fix to make at a level; nil for none, and where there are several to choose from.
    func fix(_ level: FixLevel) -> Fix? {
        let usable = fixes.filter { !$0.edits.isEmpty }
        if let safe = usable.first(where: \.isSafe) { return safe }
        return level == .suggested && usable.count == 1 ? usable[0] : nil
    }
}

/// Makes the fixes of a level until none is left to make, so that a second run has nothing to do.
///
/// - Parameters:
///   - check: what planc says of the plans in a world.
/// - Returns: the files that change, and what is said of them then; nothing is written.
public func fixedUntilStable<Base: World>(
    in world: Base, level: FixLevel, check: (any World) -> Report
) -> (files: [FixedFile], report: Report) {
    var unsaved: [String: [UInt8]] = [:]
    var report = check(world)
    var files: [String: FixedFile] = [:]
    var seen: Set<[UInt8]> = []
    for _ in 0..<FixRound.limit {
        let round = fixed(report, level: level)
        if round.isEmpty { break }
        // Two fixes that undo each other would go on for ever.
        let state = round.flatMap { Array($0.path.utf8) + $0.after }
        guard seen.insert(state).inserted else { break }
        for file in round {
            var whole = file
            if let before = files[file.path] {
                whole.before = before.before
                whole.count += before.count
            }
            files[file.path] = whole
            unsaved[file.path] = file.after
        }
        report = check(OverlayWorld(unsaved, over: world))
    }
    return (files.values.filter { $0.before != $0.after }.sorted { precedes($0.path, $1.path) }, report)
}

private enum FixRound { static let limit = 20 }

/// The sources as they are when every fix of a level is made; fixes that overlap an earlier one wait for the next round.
public func fixed(_ report: Report, level: FixLevel = .safe) -> [FixedFile] {
    var edits: [FileID: EditList] = [:]
    var counts: [FileID: Int] = [:]
    for finding in report.findings {
        guard let fix = finding.fix(level) else { continue }
        if fix.edits.contains(where: { edits[$0.span.file]?.clashes(with: $0) ?? false }) { continue }
        for edit in fix.edits { edits[edit.span.file, default: EditList()].insert(edit) }
        counts[finding.span.file, default: 0] += 1
    }
    return edits.sorted { $0.key < $1.key }.map { file, edits in
        let source = report.sources[file]
        return FixedFile(
            path: source.path, before: source.bytes, after: edits.applied(to: source.bytes),
            count: counts[file, default: 0])
    }
}

/// Edits of one file that do not touch each other, in the order of their places.
private struct EditList {
    private var edits: [Fix.Edit] = []

    /// The place of the first edit that begins no earlier than a span.
    private func place(of span: Span) -> Int { edits.partitioningIndex { $0.span < span } }

    /// Whether an edit overlaps one that is there, or inserts at the same place: nobody knows which comes first.
    func clashes(with edit: Fix.Edit) -> Bool {
        let span = edit.span
        var place = place(of: span.start)
        // Of those before, which do not overlap each other, only the last can reach this far.
        if place > 0, span.lower < edits[place - 1].span.upper { return true }
        while place < edits.count, edits[place].span.lower < span.upper || edits[place].span == span {
            if edits[place].span.upper > span.lower || edits[place].span == span { return true }
            place += 1
        }
        return false
    }

    /// Findings come in reading order, so that most edits are appended.
    mutating func insert(_ edit: Fix.Edit) { edits.insert(edit, at: place(of: edit.span)) }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        for edit in edits {
            let range = edit.span.range.clamped(to: 0..<bytes.count)
            guard range.lowerBound >= at else { continue }
            result += bytes[at..<range.lowerBound]
            result += edit.replacement.utf8
            at = range.upperBound
        }
        return result + bytes[at...]
    }
}
