import PlancSource

/// GitLab Code Quality: one array of issues, each with a fingerprint of its own.
public func gitlabReport(
    _ findings: [Finding], sources: SourceSet, names: ThingNames = ThingNames(), language: Language
) -> JSON {
    var locator = Locator(sources)
    return .array(
        zip(findings, fingerprints(findings, sources: sources, names: names)).map { finding, mark in
            let range = locator.range(of: finding.span)
            let severity =
                switch finding.severity {
                case .error: "critical"
                case .warning: "minor"
                case .note: "info"
                }
            return .object([
                "description": .string(finding.message.text(language)),
                "check_name": .string(finding.rule),
                "fingerprint": .string(mark),
                "severity": .string(severity),
                "location": .object([
                    "path": .string(locator.path(of: finding.span)),
                    "lines": .object(["begin": .int(range.start.line), "end": .int(range.end.line)]),
                ]),
            ])
        })
}
