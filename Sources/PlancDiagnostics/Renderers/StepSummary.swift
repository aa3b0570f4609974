import PlancSource

/// A page for GitHub's step summary, in Markdown: the counts, then the first findings, worst first. Far below its limit of 1 MiB.
public func stepSummary(
    _ findings: [Finding], sources: SourceSet, scope: JudgedScope = JudgedScope(), unread: [Problem] = [],
    language: Language
) -> String {
    var locator = Locator(sources)
    var out = "### planc: \(summary(findings, unread: unread.count, language: language))\n"
    for path in unread { out += "\n\(escapedMarkdown(path.text(language)))\n" }
    if let words = scope.words { out += "\n\(escapedMarkdown(words.text(language)))\n" }
    if findings.isEmpty { return out }
    let (place, found, rule) = (Phrase("where"), Phrase("finding"), Phrase("rule"))
    out +=
        "\n| \(place.text(language)) | \(found.text(language)) | \(rule.text(language)) |\n| --- | --- | --- |\n"
    let ordered = findings.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
    for (_, finding) in ordered.prefix(shownLimit) {
        let place = locator.range(of: finding.span).start
        let message = cell(finding.message.text(language))
        out += "| \(cell(locator.path(of: finding.span))):\(place.line) | \(message) | `\(finding.rule)` |\n"
    }
    if findings.count > shownLimit {
        let left = findings.count - shownLimit
        out += "\n" + Phrase("… and {count} more.", ["count": left]).text(language) + "\n"
    }
    return out
}

private let shownLimit = 200

/// For a cell of a Markdown table: not too long to read.
private func cell(_ text: String) -> String {
    escapedMarkdown(text.unicodeScalars.count > 500 ? String(text.prefix(500)) + "…" : text)
}
