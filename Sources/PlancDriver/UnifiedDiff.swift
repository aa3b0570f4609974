import PlancSource

/// The lines that a fix changes, as `diff -U0` shows them; what cannot be seen is shown by its number.
public func unifiedDiff(_ file: FixedFile) -> String {
    let (before, after) = (lines(file.before), lines(file.after))
    var out = "--- \(visible(file.path))\n+++ \(visible(file.path))\n"
    for hunk in SequenceComparison(before, after).hunks {
        out += "@@ -\(place(hunk.old)) +\(place(hunk.new)) @@\n"
        for line in before[hunk.old] { out += "-\(visible(text(line)))\n" }
        for line in after[hunk.new] { out += "+\(visible(text(line)))\n" }
    }
    return out
}

/// Lines without their ends; the carriage return of CRLF belongs to the end.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
}

private func text(_ line: ArraySlice<UInt8>) -> String { String(decoding: line, as: UTF8.self) }

/// A stretch of lines as a hunk's head writes it: `first,count`, the line before where there is none.
private func place(_ lines: Range<Int>) -> String {
    lines.count == 1
        ? "\(lines.upperBound)" : "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
}
