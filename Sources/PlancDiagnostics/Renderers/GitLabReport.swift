import PlancSource

/// GitLab Code Quality: one array of issues, each with a fingerprint of its own.
public func gitlabReport(
    _ findings: [Finding], sources: SourceSet, names: ThingNames = ThingNames(), unread: [Problem] = [],
    language: Language
) -> JSON {
    var locator = Locator(sources)
    let unread = unread.map { path -> JSON in
        .object([
            "description": .string(path.text(language)),
            "check_name": .string(Problem.name),
            "fingerprint": .string("\(Problem.name):\(path.path)"),
            "severity": "critical",
            "location": .object([
                "path": .string(path.path), "lines": .object(["begin": .int(1), "end": .int(1)]),
            ]),
        ])
    }
    return .array(
        unread
            + zip(findings, fingerprints(findings, sources: sources, names: names)).map { finding, mark in
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
