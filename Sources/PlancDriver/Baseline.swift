import PlancDiagnostics
import PlancSource

/// Findings that a plan had when it took up planc: they are not told again, so that only what is new asks for work.
///
/// A text file, a line a finding, separated by tabs: what is said, the words it points at (each 16 hexadecimal digits), rule, path;
/// then what is said with things by their ids, and, of one that points at the id or the title of a thing, that thing and what it is
/// called. `#` begins a comment. A finding is known as often as it has lines, also when its file was moved, and when a thing was
/// given another title or another id. One that counts or lists several things has a line for each of them, too.
public struct Baseline: Sendable {
    private var known: [FindingMark] = []

    /// Why a text is no baseline that can be used.
    public enum Fault: Error, Sendable, Hashable {
        /// A line that planc did not write.
        case unreadable(line: Int)
        /// Written by planc before 2.0: its marks hold counts and days.
        case outdated
    }

    /// From the text of a baseline file.
    public init(text: String) throws(Fault) {
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            if parts.count == 3, Self.mark(parts[0]) != nil { throw .outdated }
            guard [4, 5, 7].contains(parts.count), let said = Self.mark(parts[0]), let words = Self.mark(parts[1])
            else {
                throw .unreadable(line: number + 1)
            }
            let others = parts[4...].map(Self.mark)
            if others.contains(nil) { throw .unreadable(line: number + 1) }
            known.append(
                FindingMark(
                    said: said, words: words, path: String(parts[3]), saidOfThings: others.first ?? nil,
                    thing: others.count > 1 ? others[1] : nil, name: others.count > 1 ? others[2] : nil))
        }
    }

    private static func mark(_ text: Substring) -> UInt64? {
        text.utf8.count == 16 && text.allSatisfy { $0.isASCII && $0.isHexDigit } ? UInt64(text, radix: 16) : nil
    }

    /// The findings that the baseline does not know.
    public func new(_ report: Report) -> [Finding] {
        let paths = Set(report.sources.files.map { visible($0.path) })
        let names = report.names
        func match(_ known: [FindingMark], _ findings: [Finding]) -> FindingMatching {
            var matching = FindingMatching(
                known, findings.map { Self.mark($0, report.sources, names) }, paths: paths)
            matching.matchMoved()
            return matching
        }
        let whole = match(known, report.findings)
        let left = known.indices.filter { !whole.matched.contains($0) }.map { known[$0] }
        let parts = FindingParts(whole.open.map { report.findings[$0] })
        return parts.together(match(left, parts.all).open)
    }

    /// The text of a baseline that knows all of a report.
    public static func text(of report: Report) -> String {
        var out = "# Findings that planc knows of and does not report again. Written by planc check --write-baseline.\n"
        let names = report.names
        for finding in report.findings.flatMap({ [$0] + ($0.parts.count > 1 ? $0.parts : []) }) {
            let mark = Self.mark(finding, report.sources, names)
            let marks = [mark.saidOfThings, mark.thing, mark.name].compactMap { $0.map(hex) }
            out += ([hex(mark.said), hex(mark.words), finding.rule, mark.path] + marks).joined(separator: "\t") + "\n"
        }
        return out
    }

    /// With the path as the file holds it.
    private static func mark(_ finding: Finding, _ sources: SourceSet, _ names: ThingNames) -> FindingMark {
        var mark = FindingMark(finding, sources, names)
        mark.path = visible(mark.path)
        return mark
    }

    private static func hex(_ mark: UInt64) -> String { hexadecimal(mark, digits: 16, isUppercase: false) }
}
