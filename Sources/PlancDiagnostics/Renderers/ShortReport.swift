import PlancSource

/// One line a finding: `path:line:column: severity: message [rule]`, as compilers and editors know it
/// (so the severity is said in English in every language).
public func shortReport(_ findings: [Finding], sources: SourceSet, language: Language) -> String {
    var locator = Locator(sources)
    var out = ""
    for finding in findings {
        let place = locator.range(of: finding.span).start
        let path = visible(locator.path(of: finding.span))
        let message = visible(finding.message.text(language))
        out += "\(path):\(place.line):\(place.column): \(finding.severity.rawValue): \(message) [\(finding.rule)]\n"
    }
    return out
}

extension Severity {
    /// The word for it.
    public var phrase: Phrase {
        switch self {
        case .error: Phrase("error", context: "severity")
        case .warning: Phrase("warning", context: "severity")
        case .note: Phrase("note", context: "severity")
        }
    }

    /// The word for it in a language.
    public func word(_ language: Language) -> String { phrase.text(language) }
}
