import PlancSource

/// JUnit XML as CI servers read it: a test case a finding, failed for what makes the check fail (errors, with `isStrict` warnings
/// too) and skipped for the rest, a case with an error for a path that could not be read; one passed case when there is none.
public func junitReport(
    _ findings: [Finding], sources: SourceSet, scope: JudgedScope = JudgedScope(), unread: [Problem] = [],
    isStrict: Bool = false, language: Language
) -> String {
    var locator = Locator(sources)
    func fails(_ finding: Finding) -> Bool { finding.severity >= (isStrict ? .warning : .error) }
    let failures = findings.count(where: fails)
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let tests = max(findings.count + unread.count, 1)
    let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(unread.count)\" time=\"0\""
    out += "<testsuites name=\"planc\" \(counts)>\n"
    out += "  <testsuite name=\"planc check\" \(counts) skipped=\"\(findings.count - failures)\">\n"
    if let words = scope.words {
        out +=
            "    <properties><property name=\"notJudged\" value=\"\(xmlText(words.text(language)))\"/></properties>\n"
    }
    for finding in findings {
        let place = locator.range(of: finding.span).start
        let path = locator.path(of: finding.span)
        let message = finding.message.text(language)
        out += "    <testcase name=\"\(xmlText("\(finding.rule) \(path):\(place.line):\(place.column)"))\""
        out += " classname=\"\(xmlText(path))\" time=\"0\">\n"
        var text = "\(path):\(place.line):\(place.column): \(message)"
        for help in finding.help { text += "\n" + help.text(language) }
        if !fails(finding) {
            out += "      <skipped message=\"\(xmlText("\(finding.severity.word(language)): \(message)"))\"/>\n"
        } else {
            out +=
                "      <failure message=\"\(xmlText(message))\" type=\"\(xmlText(finding.rule))\">\(xmlText(text))</failure>\n"
        }
        out += "    </testcase>\n"
    }
    for path in unread {
        out += "    <testcase name=\"\(xmlText("\(Problem.name) \(path.path)"))\""
        out += " classname=\"\(xmlText(path.path))\" time=\"0\">\n"
        out +=
            "      <error message=\"\(xmlText(path.text(language)))\" type=\"\(Problem.name)\"/>\n    </testcase>\n"
    }
    if findings.isEmpty, unread.isEmpty {
        out += "    <testcase name=\"planc check\" classname=\"planc\" time=\"0\"/>\n"
    }
    return out + "  </testsuite>\n</testsuites>\n"
}
