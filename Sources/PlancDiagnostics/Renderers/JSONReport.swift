import PlancSource

/// The findings as JSON: `{"version": 1, "findings": […], "summary": {"error", "warning", "note"}, "notJudged": {…},
/// "profiles": [names], "unread": [paths and why]}`, the last only where there are some. Lines and
/// columns count from 1, columns in characters; offsets count bytes from 0; ends are excluded. Its schema is in the manual.
public func jsonReport(
    _ findings: [Finding], sources: SourceSet, scope: JudgedScope = JudgedScope(), unread: [Problem] = [],
    language: Language
) -> JSON {
    var locator = Locator(sources)
    func place(_ span: Span) -> [JSON.Member] {
        let range = locator.range(of: span)
        return [
            JSON.Member("path", .string(locator.path(of: span))),
            JSON.Member("line", .int(range.start.line)),
            JSON.Member("column", .int(range.start.column)),
            JSON.Member("endLine", .int(range.end.line)),
            JSON.Member("endColumn", .int(range.end.column)),
            JSON.Member("offset", .int(Int(span.lower))),
            JSON.Member("endOffset", .int(Int(span.upper))),
        ]
    }
    let items = findings.map { finding -> JSON in
        var members = [
            JSON.Member("rule", .string(finding.rule)),
            JSON.Member("item", finding.item.map { .string($0) } ?? .null),
            JSON.Member("severity", .string(finding.severity.rawValue)),
        ]
        members += place(finding.span)
        members.append(JSON.Member("message", .string(finding.message.text(language))))
        members.append(JSON.Member("caption", finding.caption.map { .string($0.text(language)) } ?? .null))
        // A caption that says what to do ("did you mean …?") is help too where there is no other.
        let help = finding.help.isEmpty ? [finding.caption].compactMap { $0 } : finding.help
        members.append(JSON.Member("help", .string(help.map { $0.text(language) }.joined(separator: "\n"))))
        members.append(
            JSON.Member(
                "labels",
                .array(
                    finding.labels.map { label in
                        .object(place(label.span) + [JSON.Member("text", .string(label.text.text(language)))])
                    })))
        members.append(
            JSON.Member(
                "fixes",
                .array(
                    finding.fixes.map { fix in
                        .object([
                            "title": .string(fix.title.text(language)), "safe": .bool(fix.isSafe),
                            "edits": .array(
                                fix.edits.map { edit in
                                    .object(place(edit.span) + [JSON.Member("replacement", .string(edit.replacement))])
                                }),
                        ])
                    })))
        return .object(members)
    }
    func count(_ severity: Severity) -> JSON { .int(findings.count { $0.severity == severity }) }
    return .object([
        "version": 1,
        "findings": .array(items),
        "summary": .object(["error": count(.error), "warning": count(.warning), "note": count(.note)]),
        "notJudged": scope.json,
        "profiles": .strings(scope.profiles),
        "unread": unread.isEmpty
            ? nil
            : .array(
                unread.map { .object(["path": .string($0.path), "message": .string($0.message.text(language))]) }),
    ])
}
