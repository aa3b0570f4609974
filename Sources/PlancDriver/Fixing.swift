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
            edits[edit.span.file, default: []].contains { $0.span.lower < edit.span.upper && edit.span.lower < $0.span.upper }
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

/// The lines that a fix changes, as `diff -u` shows them without context.
public func unifiedDiff(_ file: FixedFile) -> String {
    let old = String(decoding: file.before, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: file.after, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var out = "--- \(visible(file.path))\n+++ \(visible(file.path))\n"
    for change in new.difference(from: old).inferringMoves() {
        switch change {
        case .remove(let offset, let line, _): out += "@@ -\(offset + 1) @@\n-\(visible(line))\n"
        case .insert(let offset, let line, _): out += "@@ +\(offset + 1) @@\n+\(visible(line))\n"
        }
    }
    return out
}

/// Puts a file in the place of another in one step.
public func replaceFile(_ path: String, with bytes: [UInt8]) throws(WorldError) {
    let folder = Path.folder(path)
    let staging = Path.join(folder, ".planc-\(processNumber())-\(Path.name(path))")
    do {
        try writeFile(bytes, to: staging)
        try renameFile(staging, to: path)
    } catch {
        removeFile(staging)
        throw error
    }
}
