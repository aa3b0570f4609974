import PlancDiagnostics
import PlancSource

extension PlanDiff {
    static let nothing = Phrase(
        "Nothing changes: no page, no data and no finding differs.")

    /// So many entries of a section are read before the others are counted, unless alarms stand among them.
    private static let mostRead = 20

    /// For a terminal.
    ///
    /// - Parameter isWhole: every entry of every section; otherwise of a long one what a reviewer reads first, and how many more there
    ///   are.
    public func text(plan: String, language: Language, isWhole: Bool = true) -> String {
        var out = "\(visible(plan))\n"
        if isEmpty { return out + "  \(Self.nothing.text(language))\n" }
        for section in sections(language) {
            out += "\n\(section.title.text(language))\n"
            let entries =
                isWhole
                ? section.entries.flatMap(\.whole) : Array(section.entries.prefix(max(Self.mostRead, section.urgent)))
            for entry in entries {
                out += "  \(entry.isAlarm ? "!" : "-") \(visible(entry.text.text(language)))"
                if let place = entry.place { out += " (\(visible("\(place.path):\(place.line)")))" }
                out += "\n"
            }
            if isWhole { continue }
            let rest = section.count - entries.reduce(0) { $0 + max(1, $1.like.count) }
            if rest > 0 {
                out +=
                    "  " + Phrase("{count} more: 'planc diff --all' shows them", ["count": rest]).text(language) + "\n"
            } else if entries.contains(where: { !$0.like.isEmpty }) {
                out += "  " + Phrase("'planc diff --all' shows each").text(language) + "\n"
            }
        }
        return out
    }

    /// One plan of the report for programs: see `diff.schema.json`.
    public func json(plan: String, language: Language) -> JSON {
        func place(_ place: SourcePlace?) -> (path: JSON?, line: JSON?) {
            (place.map { .string($0.path) }, place.map { .int($0.line) })
        }
        func finding(_ reported: Reported) -> JSON {
            .object([
                "side": .string(reported.side.rawValue), "rule": .string(reported.rule),
                "severity": .string(reported.severity.rawValue), "message": .string(reported.message.text(language)),
                "path": .string(reported.place.path), "line": .int(reported.place.line),
            ])
        }
        return .object([
            "plan": .string(plan),
            "changed": .bool(!isEmpty),
            "partial": .bool(isPartial),
            "unread": .array(unread.map(finding)),
            "appeared": .array(appeared.map(finding)),
            "notJudged": .array(
                hidden.map { hidden in
                    .object([
                        "finding": finding(hidden.finding), "new": .bool(hidden.isNew),
                        "why": .string(hidden.why.text(language)), "path": .string(hidden.place.path),
                        "line": .int(hidden.place.line),
                    ])
                }),
            "settled": .array(settled.map(finding)),
            "changes": .array(
                Group.allCases.flatMap { changes(in: $0) }.map { change in
                    let stage = change.subject.stage.map { "/" + $0 } ?? ""
                    let written = place(self.place(of: change))
                    return .object([
                        "group": .string(change.group.rawValue), "kind": .string(change.kind.rawValue),
                        "alarm": .bool(change.isAlarm),
                        "of": .string("\(change.subject.kind.rawValue):\(change.subject.id)\(stage)"),
                        "text": .string(change.text.text(language)),
                        "scenarios": change.scenarios.map { .strings($0.sorted()) },
                        "path": written.path, "line": written.line,
                    ])
                }),
            "everyPage": stamp.map { .object(["old": .string($0.old), "new": .string($0.new)]) },
            "pages": .array(
                pages.map { change in
                    .object([
                        "old": change.old.map { .string($0) }, "new": change.new.map { .string($0) },
                        "path": change.cause.map { .string($0.path) }, "line": change.cause.map { .int($0.line) },
                        "places": .array(
                            change.places.map {
                                .object(["document": .string($0.document), "section": .string($0.section)])
                            }),
                    ])
                }),
            "pagesAdded": .strings(addedPages), "pagesRemoved": .strings(removedPages),
        ])
    }

    /// A page of its own, without scripts or anything from elsewhere.
    public static func html(_ diffs: [(plan: String, diff: PlanDiff)], language: Language) -> String {
        let title = Phrase("What changes in the plan").text(language)
        var out = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(htmlText(title))</title>
            <style>
            :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
            body { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            li { margin: .3rem 0; }
            small { opacity: .8; }
            .alarm { font-weight: 700; border-inline-start: .3rem solid currentColor; padding-inline-start: .6rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(htmlText(title))</h1>

            """
        for (plan, diff) in diffs {
            out += "<h2>\(htmlText(plan))</h2>\n"
            if diff.isEmpty { out += "<p>\(htmlText(nothing.text(language)))</p>\n" }
            for section in diff.sections(language) {
                out += "<h3>\(htmlText(section.title.text(language)))</h3>\n<ul>\n"
                for entry in section.entries.flatMap(\.whole) {
                    let place = entry.place.map { " <small>\(htmlText("\($0.path):\($0.line)"))</small>" } ?? ""
                    let alarm = entry.isAlarm ? " class=\"alarm\"" : ""
                    out += "<li\(alarm)>\(htmlText(entry.text.text(language)))\(place)</li>\n"
                }
                out += "</ul>\n"
            }
        }
        return out + "</main>\n</body>\n</html>\n"
    }
}
