import PlancDiagnostics
import PlancSource

/// Findings that a plan had when it took up planc: they are not told again, so that only what is new asks for work.
///
/// A text file, a line a finding, separated by tabs: what is said, the words it points at (each 16 hexadecimal digits), rule, path;
/// `#` begins a comment. A finding is known as often as it has lines, also when its file was moved.
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
            guard parts.count == 4, let said = Self.mark(parts[0]), let words = Self.mark(parts[1]) else {
                throw .unreadable(line: number + 1)
            }
            known.append(FindingMark(said: said, words: words, path: String(parts[3])))
        }
    }

    private static func mark(_ text: Substring) -> UInt64? {
        text.utf8.count == 16 && text.allSatisfy { $0.isASCII && $0.isHexDigit } ? UInt64(text, radix: 16) : nil
    }

    /// The findings that the baseline does not know.
    public func new(_ report: Report) -> [Finding] {
        let paths = Set(report.sources.files.map { visible($0.path) })
        var matching = FindingMatching(known, report.findings.map { Self.mark($0, report.sources) }, paths: paths)
        matching.matchMoved()
        return matching.open.map { report.findings[$0] }
    }

    /// The text of a baseline that knows all of a report.
    public static func text(of report: Report) -> String {
        var out = "# Findings that planc knows of and does not report again. Written by planc check --write-baseline.\n"
        for finding in report.findings {
            let mark = Self.mark(finding, report.sources)
            let (said, words) = (hex(mark.said), hex(mark.words))
            out += "\(said)\t\(words)\t\(finding.rule)\t\(mark.path)\n"
        }
        return out
    }

    /// With the path as the file holds it.
    private static func mark(_ finding: Finding, _ sources: SourceSet) -> FindingMark {
        var mark = FindingMark(finding, sources)
        mark.path = visible(mark.path)
        return mark
    }

    private static func hex(_ mark: UInt64) -> String { hexadecimal(mark, digits: 16, isUppercase: false) }
}
