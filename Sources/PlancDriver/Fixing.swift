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
    public var before: [UInt8]
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

private enum FixRound { static let limit = 5 }

/// The sources as they are when every fix of a level is made; fixes that overlap an earlier one wait for the next round.
public func fixed(_ report: Report, level: FixLevel = .safe) -> [FixedFile] {
    var edits: [FileID: [Fix.Edit]] = [:]
    var counts: [FileID: Int] = [:]
    for finding in report.findings {
        guard let fix = finding.fix(level) else { continue }
        let clashes = fix.edits.contains { edit in
            edits[edit.span.file, default: []].contains {
                // Two insertions at one place clash too: nobody knows which comes first.
                $0.span.lower < edit.span.upper && edit.span.lower < $0.span.upper || $0.span == edit.span
            }
        }
        if clashes { continue }
        for edit in fix.edits { edits[edit.span.file, default: []].append(edit) }
        counts[finding.span.file, default: 0] += 1
    }
    return edits.sorted { $0.key < $1.key }.map { file, edits in
        let source = report.sources[file]
        var bytes = source.bytes
        for edit in edits.sorted(by: { $0.span.lower > $1.span.lower }) {
            bytes.replaceSubrange(edit.span.range.clamped(to: 0..<bytes.count), with: Array(edit.replacement.utf8))
        }
        return FixedFile(path: source.path, before: source.bytes, after: bytes, count: counts[file, default: 0])
    }
}

/// The lines that a fix changes, as `diff -U0` shows them; what cannot be seen is shown by its number.
public func unifiedDiff(_ file: FixedFile) -> String {
    let old = lines(file.before)
    let new = lines(file.after)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var out = "--- \(visible(file.path))\n+++ \(visible(file.path))\n"
    var (was, now) = (0, 0)
    while was < old.count || now < new.count {
        let (start, newStart) = (was, now)
        while removed.contains(was) { was += 1 }
        while added.contains(now) { now += 1 }
        if was == start, now == newStart {
            (was, now) = (was + 1, now + 1)
            continue
        }
        out += "@@ -\(place(start, was)) +\(place(newStart, now)) @@\n"
        for line in old[start..<was] { out += "-\(visible(line))\n" }
        for line in new[newStart..<now] { out += "+\(visible(line))\n" }
    }
    return out
}

/// Lines without their ends; the carriage return of CRLF belongs to the end.
private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
}

/// A stretch of lines as a hunk's head writes it: `first,count`, the line before where there is none.
private func place(_ start: Int, _ end: Int) -> String {
    end - start == 1 ? "\(end)" : "\(end == start ? start : start + 1),\(end - start)"
}
