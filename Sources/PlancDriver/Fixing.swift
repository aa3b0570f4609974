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

/// Makes the fixes of a level until none is left to make, so that a second run has nothing to do. A fix is kept only where its finding
/// is gone with it and no error has come: any other is undone, and not made again.
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
    var undone: Set<String> = []
    var batch: [OfferedFix] = []
    for _ in 0..<FixRound.limit {
        if batch.isEmpty { batch = report.fixes(level).filter { !undone.contains($0.name(in: report)) } }
        let round = made(batch, in: report)
        if round.isEmpty { break }
        let changed = unsaved.merging(round.map { ($0.path, $0.after) }) { $1 }
        let after = check(OverlayWorld(changed, over: world))
        let suspects = FixJudge(report, after, batch).suspects
        if suspects.isEmpty {
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
            }
            (unsaved, report, batch) = (changed, after, [])
        } else if batch.count == 1 {
            undone.insert(batch[0].name(in: report))
            batch = []
        } else if suspects.count < batch.count {
            // They have their turn when the others are made.
            batch = batch.indices.filter { !suspects.contains($0) }.map { batch[$0] }
        } else {
            batch = Array(batch[..<(batch.count / 2)])
        }
    }
    return (files.values.filter { $0.before != $0.after }.sorted { precedes($0.path, $1.path) }, report)
}

private enum FixRound { static let limit = 60 }

/// A fix that can be made, and what it is offered for.
private struct OfferedFix {
    var finding: Finding
    var fix: Fix

    /// The same for the same fix of the same words, wherever they have moved to.
    func name(in report: Report) -> String {
        let source = report.sources[finding.span.file]
        let place = finding.span.range.clamped(to: 0..<source.bytes.count)
        let words = String(decoding: source.bytes[place], as: UTF8.self)
        return ([finding.rule, source.path, words] + fix.edits.map(\.replacement)).joined(separator: "\u{0}")
    }
}

extension Report {
    /// The fixes of a level that can be made together; those that overlap an earlier one wait.
    fileprivate func fixes(_ level: FixLevel) -> [OfferedFix] {
        var edits: [FileID: EditList] = [:]
        return findings.compactMap { finding in
            guard let fix = finding.fix(level) else { return nil }
            if fix.edits.contains(where: { edits[$0.span.file]?.clashes(with: $0) ?? false }) { return nil }
            for edit in fix.edits { edits[edit.span.file, default: EditList()].insert(edit) }
            return OfferedFix(finding: finding, fix: fix)
        }
    }
}

/// The sources as they are when every fix of a level is made; fixes that overlap an earlier one wait for the next round.
public func fixed(_ report: Report, level: FixLevel = .safe) -> [FixedFile] { made(report.fixes(level), in: report) }

private func made(_ fixes: [OfferedFix], in report: Report) -> [FixedFile] {
    var edits: [FileID: EditList] = [:]
    var counts: [FileID: Int] = [:]
    for one in fixes {
        for edit in one.fix.edits { edits[edit.span.file, default: EditList()].insert(edit) }
        counts[one.finding.span.file, default: 0] += 1
    }
    return edits.sorted { $0.key < $1.key }.map { file, edits in
        let source = report.sources[file]
        return FixedFile(
            path: source.path, before: source.bytes, after: edits.applied(to: source.bytes),
            count: counts[file, default: 0])
    }
}

/// Which of the fixes of a round did not do what they say.
private struct FixJudge {
    /// The numbers of those fixes.
    var suspects: Set<Int> = []

    /// A rule at a line of a file, as the file is after the round.
    private struct Place: Hashable {
        var path: String
        var rule: String
        var line: Int
    }
    private struct Kind: Hashable {
        var path: String
        var rule: String
    }

    init(_ before: Report, _ after: Report, _ fixes: [OfferedFix]) {
        let edits = Dictionary(grouping: fixes.flatMap(\.fix.edits), by: \.span.file)
            .mapValues { EditShift($0.sorted { $0.span < $1.span }) }
        let paths = Set(fixes.map { before.sources[$0.finding.span.file].path })
        var lines: [String: LineIndex] = [:]
        for file in after.sources.files where paths.contains(file.path) { lines[file.path] = LineIndex(file) }
        func place(_ finding: Finding, _ path: String, at offset: Int) -> Place {
            Place(path: path, rule: finding.rule, line: lines[path].map { $0.line(at: offset) } ?? 0)
        }
        func placeBefore(_ finding: Finding) -> Place {
            let offset = Int(finding.span.lower)
            return place(
                finding, before.sources[finding.span.file].path,
                at: edits[finding.span.file]?.moved(offset) ?? offset)
        }
        // The finding of each is gone.
        var left: [Place: Int] = [:]
        for finding in after.findings {
            let path = after.sources[finding.span.file].path
            if paths.contains(path) { left[place(finding, path, at: Int(finding.span.lower)), default: 0] += 1 }
        }
        for finding in before.findings where paths.contains(before.sources[finding.span.file].path) {
            left[placeBefore(finding), default: 0] -= 1
        }
        for one in fixes { left[placeBefore(one.finding), default: 0] += 1 }
        for (number, one) in fixes.enumerated() where left[placeBefore(one.finding), default: 0] > 0 {
            suspects.insert(number)
        }
        // No error has come: of those about what is written none, of the others none where there was no error to fix.
        let isAmongErrors = fixes.contains { $0.finding.severity == .error }
        var errors: [Kind: Int] = [:]
        for finding in after.findings
        where finding.severity == .error && (!isAmongErrors || isAboutWriting(finding.rule)) {
            errors[Kind(path: after.sources[finding.span.file].path, rule: finding.rule), default: 0] += 1
        }
        for finding in before.findings where finding.severity == .error {
            errors[Kind(path: before.sources[finding.span.file].path, rule: finding.rule), default: 0] -= 1
        }
        for kind in errors where kind.value > 0 {
            let own = fixes.indices.filter { number in
                fixes[number].fix.edits.contains { before.sources[$0.span.file].path == kind.key.path }
            }
            suspects.formUnion(own.isEmpty ? Array(fixes.indices) : own)
        }
    }
}

/// Rules about how things are written, not about what the plan says.
private func isAboutWriting(_ rule: String) -> Bool { rulesAboutWriting.contains(rule) }

private let rulesAboutWriting = Set(
    allRules.filter { $0.group == .reading || $0.group == .binding }.map { $0.name })

/// Where places of a file are when edits are made.
private struct EditShift {
    private var ends: [Int] = []
    private var shifts: [Int] = []

    /// - Parameter edits: in the order of their places, none over another.
    init(_ edits: [Fix.Edit]) {
        var shift = 0
        for edit in edits {
            shift += edit.replacement.utf8.count - (Int(edit.span.upper) - Int(edit.span.lower))
            ends.append(Int(edit.span.upper))
            shifts.append(shift)
        }
    }

    /// What is inside an edit stays as it is, as near as that goes.
    func moved(_ offset: Int) -> Int {
        let place = ends.partitioningIndex { $0 <= offset }
        return place == 0 ? offset : offset + shifts[place - 1]
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
