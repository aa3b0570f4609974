import PlancSource

/// SARIF 2.1.0 (OASIS) as GitHub's code scanning reads it: one run, each rule that spoke described, one location a result.
public func sarifReport(
    _ findings: [Finding], sources: SourceSet, names: ThingNames = ThingNames(), rules: [any RuleDescription.Type],
    scope: JudgedScope = JudgedScope(), unread: [Problem] = [], version: String, language: Language
) -> JSON {
    var locator = Locator(sources)
    let marked = worst(Array(zip(findings, fingerprints(findings, sources: sources, names: names))))
    let findings = marked.map(\.0)
    let spoke = Set(findings.map(\.rule))
    let described = rules.filter { spoke.contains($0.name) }
    let indices = Dictionary(described.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

    let results = marked.map { finding, mark in
        result(finding, mark: mark, ruleIndex: indices[finding.rule], language) {
            location($0, sources, &locator)
        }
    }
    return .object([
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": .array([
            .object([
                "tool": .object([
                    "driver": .object([
                        "name": "planc", "semanticVersion": .string(version),
                        "rules": .array(described.map { ruleObject($0, language) }),
                    ])
                ]),
                "invocations": unread.isEmpty ? nil : .array([failedRun(unread, language)]),
                "columnKind": "unicodeCodePoints",
                "results": .array(results),
                "properties": scope.isWhole ? nil : .object(["notJudged": scope.json]),
            ])
        ]),
    ])
}

/// That the run could not read all that it was asked for.
private func failedRun(_ unread: [Problem], _ language: Language) -> JSON {
    .object([
        "executionSuccessful": .bool(false),
        "toolExecutionNotifications": .array(
            unread.map {
                .object([
                    "level": "error", "message": .object(["text": .string($0.text(language))]),
                    "descriptor": .object(["id": .string(Problem.name)]),
                ])
            }),
    ])
}

private func location(_ span: Span, _ sources: SourceSet, _ locator: inout Locator) -> JSON {
    let index = locator.lines(of: span.file)
    func position(_ offset: Int32) -> (line: Int, column: Int) {
        let line = index.line(at: Int(offset))
        let before = sources[span.file].text(index.starts[line]..<max(Int(offset), index.starts[line]))
        return (line + 1, before.unicodeScalars.count + 1)
    }
    let range = (start: position(span.lower), end: position(span.upper))
    return .object([
        "physicalLocation": .object([
            "artifactLocation": .object(["uri": .string(uri(locator.path(of: span)))]),
            "region": .object([
                "startLine": .int(range.start.line), "startColumn": .int(range.start.column),
                "endLine": .int(range.end.line), "endColumn": .int(range.end.column),
            ]),
        ])
    ])
}

private func result(
    _ finding: Finding, mark: String, ruleIndex: Int?, _ language: Language, at location: (Span) -> JSON
) -> JSON {
    var text = finding.message.text(language)
    for help in finding.help { text += "\n" + help.text(language) }
    return .object([
        "ruleId": .string(finding.rule),
        "ruleIndex": ruleIndex.map { .int($0) },
        "level": .string(finding.severity.rawValue),
        "message": .object(["text": .string(text)]),
        "locations": .array([location(finding.span)]),
        "relatedLocations": finding.labels.isEmpty
            ? nil
            : .array(
                finding.labels.enumerated().map { index, label in
                    guard case .object(let members) = location(label.span) else { return .null }
                    return .object(
                        [JSON.Member("id", .int(index + 1))] + members
                            + [JSON.Member("message", .object(["text": .string(label.text.text(language))]))])
                }),
        "partialFingerprints": .object(["primaryLocationLineHash": .string(mark)]),
    ])
}

/// GitHub keeps 5,000 results of a run and refuses more than 25,000: beyond that only the worst are told, in reading order.
private func worst(_ findings: [(Finding, String)]) -> [(Finding, String)] {
    if findings.count <= resultLimit { return findings }
    let ordered = findings.indices.sorted { (findings[$1].0.severity, $0) < (findings[$0].0.severity, $1) }
    return ordered.prefix(resultLimit).sorted().map { findings[$0] }
}

private let resultLimit = 5000

/// SARIF's limit for a rule's description.
private let descriptionLimit = 1024

private func ruleObject(_ rule: any RuleDescription.Type, _ language: Language) -> JSON {
    let why = rule.why.text(language)
    let short = why.count <= descriptionLimit ? why : String(why.prefix(descriptionLimit - 1)) + "…"
    return .object([
        "id": .string(rule.name),
        "name": .string(rule.name),
        "shortDescription": .object(["text": .string(rule.summary.text(language))]),
        "fullDescription": .object(["text": .string(short)]),
        "help": .object([
            "text": .string(why), "markdown": .string(rulePage(rule, language: language)),
        ]),
        "defaultConfiguration": .object(["level": .string(rule.severity.rawValue)]),
        "properties": .object(["tags": .strings(["planc", rule.group.rawValue])]),
    ])
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` percent-encoded.
func uri(_ path: String) -> String {
    percentEncoded(path) { isUnreservedInURI($0) || $0 == UInt8(ascii: "/") }
}
