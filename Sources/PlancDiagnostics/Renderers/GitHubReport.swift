import PlancSource

/// GitHub workflow commands: `::error file=…,line=…::text`. Of each level at most ten are shown by a step, so the most severe
/// come first, those in changed files before the others, and one notice says how many are left out.
///
/// Nothing of a plan stands at the start of a line, and everything is escaped for its slot: no plan can speak to the runner.
public func githubReport(
    _ findings: [Finding], sources: SourceSet, unread: [Problem] = [], language: Language,
    changedFiles: Set<String> = []
) -> String {
    var locator = Locator(sources)
    var shown: [Severity: Int] = [:]
    var left = 0
    var out = ""
    for path in unread.prefix(annotationLimit) {
        shown[.error, default: 0] += 1
        out += "::error title=\(property("planc: " + Problem.name))::\(data(path.text(language)))\n"
    }
    let ordered = findings.enumerated().sorted { a, b in
        let changed = (
            changedFiles.contains(locator.path(of: a.element.span)),
            changedFiles.contains(locator.path(of: b.element.span))
        )
        if a.element.severity != b.element.severity { return a.element.severity > b.element.severity }
        if changed.0 != changed.1 { return changed.0 }
        return a.offset < b.offset
    }
    for (_, finding) in ordered {
        // One notice is kept for the count.
        let limit = finding.severity == .note ? annotationLimit - 1 : annotationLimit
        guard shown[finding.severity, default: 0] < limit else {
            left += 1
            continue
        }
        shown[finding.severity, default: 0] += 1
        let range = locator.range(of: finding.span)
        let level = finding.severity == .note ? "notice" : finding.severity.rawValue
        var text = finding.message.text(language)
        for label in finding.labels {
            let line = locator.range(of: label.span).start.line
            text += "\n\(locator.path(of: label.span)):\(line): \(label.text.text(language))"
        }
        for help in finding.help { text += "\n" + help.text(language) }
        out += "::\(level) title=\(property("planc: " + finding.rule)),file=\(property(locator.path(of: finding.span)))"
        out +=
            ",line=\(range.start.line),col=\(range.start.column),endLine=\(range.end.line),endColumn=\(range.end.column)"
        out += "::\(data(text))\n"
    }
    if left > 0 {
        let text =
            Phrase(
                "{left} more finding{left2, select, true {s are} other { is}} not shown here; run planc check to read all",
                ["left": left, "left2": left > 1]
            ).text(language)
        out += "::notice title=planc::\(data(text))\n"
    }
    return out
}

/// What GitHub shows of each level in a step.
private let annotationLimit = 10

/// What the runner reads back as the text: line ends and its own signs as `%HH`, what cannot be seen made visible.
private func data(_ text: String) -> String { escaped(text, signs: "%") }

private func property(_ text: String) -> String { escaped(text, signs: "%:,") }

private func escaped(_ text: String, signs: String) -> String {
    var out = ""
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !out.isEmpty || line.startIndex > text.startIndex { out += "%0A" }
        out += percentEncoded(visible(Substring(line))) { !signs.utf8.contains($0) }
    }
    return out
}
