import PlancDiagnostics
import PlancSource

/// The forms in which findings are reported.
public enum ReportFormat: String, CaseIterable, Sendable {
    case human, short, json, sarif, github, gitlab, junit, rdjsonl

    /// Programs want paths from the root of the repository; people and editors want them from where they work.
    public var wantsRepositoryPaths: Bool {
        switch self {
        case .human, .short: false
        case .json, .sarif, .github, .gitlab, .junit, .rdjsonl: true
        }
    }
}

extension ReportFormat {
    /// Whether a report of the form has a place for what was not judged; on a terminal the summary after it says so.
    public var saysScope: Bool {
        switch self {
        case .json, .sarif, .junit: true
        case .human, .short, .github, .gitlab, .rdjsonl: false
        }
    }
}

/// A report in one form, as bytes. `columns`: of the terminal that people read it on; `isStrict`: warnings fail too;
/// `linksFrom`: the folder that paths are seen from, on a terminal that follows links.
public func rendered(
    _ report: Report, as format: ReportFormat, language: Language, isColoured: Bool, version: String,
    changedFiles: Set<String> = [], columns: Int? = nil, isStrict: Bool = false,
    linksFrom folder: String? = nil
) -> [UInt8] {
    let (findings, sources, scope, unread) = (report.findings, report.sources, report.scope, report.unread)
    switch format {
    case .human:
        let runs = stride(from: 0, to: findings.count, by: 32).map { findings[$0..<min($0 + 32, findings.count)] }
        return joined(
            parallelMap(runs) { run in
                var human = HumanReport(
                    sources: sources, language: language, isColoured: isColoured, columns: columns, linksFrom: folder)
                return run.reduce(into: [UInt8]()) { $0 += human.text($1).utf8 }
            })
    case .short: return Array(shortReport(findings, sources: sources, language: language).utf8)
    case .json: return jsonReport(findings, sources: sources, scope: scope, unread: unread, language: language).bytes()
    case .sarif:
        return sarifReport(
            findings, sources: sources, names: report.names, rules: rulesInOrder, scope: scope, unread: unread,
            version: version,
            language: language
        ).bytes()
    case .github:
        return Array(
            githubReport(
                findings, sources: sources, unread: unread, language: language, changedFiles: changedFiles
            ).utf8)
    case .gitlab:
        return gitlabReport(findings, sources: sources, names: report.names, unread: unread, language: language).bytes()
    case .junit:
        return Array(
            junitReport(
                findings, sources: sources, scope: scope, unread: unread, isStrict: isStrict, language: language
            ).utf8)
    case .rdjsonl: return reviewdogReport(findings, sources: sources, unread: unread, language: language)
    }
}

extension Report {
    /// What kept planc from judging all of it, as reports say it.
    public var unread: [Problem] { problems.map { Problem(path: visible($0.path), message: $0.message) } }
}

extension [Finding] {
    /// For people: errors, then warnings, then notes, each in the order they were in.
    public mutating func putErrorsFirst() {
        self = enumerated().sorted { a, b in
            a.element.severity != b.element.severity ? a.element.severity > b.element.severity : a.offset < b.offset
        }.map(\.element)
    }
}

/// How often each rule spoke, the most frequent first.
public func statistics(_ findings: [Finding]) -> String {
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.rule, default: 0] += 1 }
    let width = counts.values.map { String($0).count }.max() ?? 0
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { rule, count in
        String(repeating: " ", count: width - String(count).count) + "\(count)  \(rule)\n"
    }.joined()
}
