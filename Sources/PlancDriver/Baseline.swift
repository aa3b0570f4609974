import PlancDiagnostics
import PlancSource

/// Findings that a plan had when it took up planc: they are not told again, so that only what is new asks for work.
///
/// A text file, a line a finding: fingerprint, rule, path, separated by tabs; `#` begins a comment.
public struct Baseline: Sendable {
    private var known: Set<String>

    /// From the text of a baseline file; nil when a line is none.
    public init?(text: String) {
        known = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let mark = line.split(separator: "\t").first, mark.count == 16, mark.allSatisfy(\.isHexDigit) else {
                return nil
            }
            known.insert(String(mark))
        }
    }

    /// The findings that the baseline does not know.
    public func new(_ report: Report) -> [Finding] {
        zip(report.findings, fingerprints(report.findings, sources: report.sources)).filter { !known.contains($1) }.map(
            \.0)
    }

    /// The text of a baseline that knows all of a report.
    public static func text(of report: Report) -> String {
        var out = "# Findings that planc knows of and does not tell again. Written by planc check --write-baseline.\n"
        for (finding, mark) in zip(report.findings, fingerprints(report.findings, sources: report.sources)) {
            out += "\(mark)\t\(finding.rule)\t\(visible(report.sources[finding.span.file].path))\n"
        }
        return out
    }
}
