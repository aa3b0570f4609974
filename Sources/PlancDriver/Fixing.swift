import PlancDiagnostics
import PlancSource

/// A source with its safe fixes made.
public struct FixedFile: Sendable {
    public var path: String
    public var before: [UInt8]
    public var after: [UInt8]
    /// How many findings it mends.
    public var count: Int
}

/// The sources as they are when every safe fix is made; fixes that overlap an earlier one wait for the next run.
public func fixed(_ report: Report) -> [FixedFile] {
    var edits: [FileID: [Fix.Edit]] = [:]
    var counts: [FileID: Int] = [:]
    for finding in report.findings {
        guard let fix = finding.fixes.first(where: \.isSafe), !fix.edits.isEmpty else { continue }
        let clashes = fix.edits.contains { edit in
            edits[edit.span.file, default: []].contains {
                $0.span.lower < edit.span.upper && edit.span.lower < $0.span.upper
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
