import PlancSource

/// Reviewdog's diagnostic format, one JSON object a line (rdjsonl); fixes become suggestions, labels related locations.
public func reviewdogReport(
    _ findings: [Finding], sources: SourceSet, unread: [Problem] = [], language: Language
) -> [UInt8] {
    var locator = Locator(sources)
    func range(_ span: Span) -> JSON {
        // Its columns count UTF-8 bytes.
        let index = locator.lines(of: span.file)
        func position(_ offset: Int32) -> JSON {
            let line = index.line(at: Int(offset))
            return .object(["line": .int(line + 1), "column": .int(Int(offset) - index.starts[line] + 1)])
        }
        return .object(["start": position(span.lower), "end": position(span.upper)])
    }
    var out: [UInt8] = []
    for path in unread {
        let line = JSON.object([
            "message": .string(path.message.text(language)), "location": .object(["path": .string(path.path)]),
            "severity": "ERROR", "source": .object(["name": "planc"]),
            "code": .object(["value": .string(Problem.name)]),
        ])
        out += line.bytes(indent: 0)
        out.append(UInt8(ascii: "\n"))
    }
    for finding in findings {
        let severity =
            switch finding.severity {
            case .error: "ERROR"
            case .warning: "WARNING"
            case .note: "INFO"
            }
        // A suggestion is taken alone: only a fix that is one edit of this file can be one.
        let alone = finding.fixes.filter { $0.edits.count == 1 }.flatMap(\.edits)
        let suggestions = alone.filter { $0.span.file == finding.span.file }.map { edit in
            JSON.object(["range": range(edit.span), "text": .string(edit.replacement)])
        }
        var message = finding.message.text(language)
        for help in finding.help { message += "\n" + help.text(language) }
        let labels = finding.labels.map { label in
            JSON.object([
                "message": .string(label.text.text(language)),
                "location": .object(["path": .string(locator.path(of: label.span)), "range": range(label.span)]),
            ])
        }
        let line = JSON.object([
            "message": .string(message),
            "location": .object(["path": .string(locator.path(of: finding.span)), "range": range(finding.span)]),
            "severity": .string(severity),
            "source": .object(["name": "planc"]),
            "code": .object(["value": .string(finding.rule)]),
            "suggestions": suggestions.isEmpty ? nil : .array(suggestions),
            "relatedLocations": labels.isEmpty ? nil : .array(labels),
        ])
        out += line.bytes(indent: 0)
        out.append(UInt8(ascii: "\n"))
    }
    return out
}
