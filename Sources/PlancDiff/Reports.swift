import PlancDiagnostics
import PlancJSON
import PlancSource

extension PlanDiff {
    private static let nothing = Phrase(
        "Nothing changes: no page, no data and no finding differs.")

    /// The most lines of a comment that a reviewer reads unfolded.
    static let commentLines = 60
    /// The most bytes of a comment: GitHub takes 65,536 characters, GitLab a million.
    static let commentBytes = 60_000

    /// A comment for a pull request, of the plans that changed: at most `commentLines` lines, the rest folded, within
    /// `commentBytes`. Words of the plan are escaped: they cannot make marks, mentions or HTML.
    ///
    /// - Parameter link: the address of a line in the forge; nil writes the place as text.
    public static func markdown(
        _ diffs: [(plan: String, diff: PlanDiff)], language: Language, link: (SourcePlace) -> String? = { _ in nil }
    ) -> String {
        let changed = diffs.filter { !$0.diff.isEmpty }
        if changed.isEmpty { return "\(nothing.text(language))\n" }
        var out = ""
        var lines = 0
        var left = 0
        func write(_ line: String, isFolded: Bool = false) -> Bool {
            if out.utf8.count + line.utf8.count > commentBytes {
                left += 1
                return false
            }
            out += line + "\n"
            if !isFolded { lines += 1 }
            return true
        }
        for (plan, diff) in changed {
            _ = write("## \(escapedMarkdown(plan))\n")
            for section in diff.sections {
                let room = max(2, commentLines - lines - 4)
                let shown = min(section.shown, room, section.entries.count)
                _ = write("### \(section.title.text(language)) (\(section.entries.count))\n")
                for entry in section.entries.prefix(shown) { _ = write(item(entry, language, link)) }
                let rest = section.entries.dropFirst(shown)
                if !rest.isEmpty {
                    let more = Phrase("{count} more", ["count": rest.count])
                    _ = write("\n<details><summary>\(more.text(language))</summary>\n")
                    for entry in rest { _ = write(item(entry, language, link), isFolded: true) }
                    out += "\n</details>\n"
                }
                out += "\n"
            }
        }
        if left > 0 {
            let more = Phrase(
                "{left} lines do not fit into a comment: 'planc diff --format html' shows all of them.", ["left": left]
            )
            out += more.text(language) + "\n"
        }
        return out
    }

    private static func item(
        _ entry: DiffSection.Entry, _ language: Language, _ link: (SourcePlace) -> String?
    ) -> String {
        var line = "- \(entry.isAlarm ? "⚠️ " : "")\(escapedMarkdown(entry.text.text(language)))"
        if let place = entry.place {
            let name = escapedMarkdown("\(place.path):\(place.line)")
            line += link(place).map { " [\(name)](<\($0)>)" } ?? " \(name)"
        }
        return line
    }

    /// For a terminal.
    public func text(plan: String, language: Language) -> String {
        var out = "\(visible(plan))\n"
        if isEmpty { return out + "  \(Self.nothing.text(language))\n" }
        for section in sections {
            out += "\n\(section.title.text(language))\n"
            for entry in section.entries {
                out += "  \(entry.isAlarm ? "!" : "-") \(visible(entry.text.text(language)))"
                if let place = entry.place { out += " (\(visible("\(place.path):\(place.line)")))" }
                out += "\n"
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
            "unread": .array(unread.map(finding)),
            "appeared": .array(appeared.map(finding)),
            "settled": .array(settled.map(finding)),
            "changes": .array(
                Group.allCases.flatMap { changes(in: $0) }.map { change in
                    let stage = change.subject.stage.map { "/" + $0 } ?? ""
                    let place = place(places[change.subject])
                    return .object([
                        "group": .string(change.group.rawValue), "kind": .string(change.kind.rawValue),
                        "alarm": .bool(change.isAlarm),
                        "of": .string("\(change.subject.kind.rawValue):\(change.subject.id)\(stage)"),
                        "text": .string(change.text.text(language)),
                        "scenarios": change.scenarios.map { .strings($0.sorted()) },
                        "path": place.path, "line": place.line,
                    ])
                }),
            "everyPage": stamp.map { .object(["old": .string($0.old), "new": .string($0.new)]) },
            "pages": .array(
                pages.map { change in
                    .object([
                        "old": change.old.map { .string($0) }, "new": change.new.map { .string($0) },
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
            for section in diff.sections {
                out += "<h3>\(htmlText(section.title.text(language)))</h3>\n<ul>\n"
                for entry in section.entries {
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
