import PlancDiagnostics
import PlancJSON
import PlancSource

extension PlanDiff {
    /// A comment for a pull request. Words of the plan are escaped: they cannot make marks, mentions or HTML.
    public func markdown(plan: String, language: Language) -> String {
        let french = language == .french
        var out =
            "## \(escapedMarkdown(plan)) – \(french ? "ce qui change dans le plan" : "what changes in the plan")\n\n"
        if isEmpty {
            return out
                + (french ? "Rien ne change dans ce que dit le plan.\n" : "Nothing changes in what the plan says.\n")
        }
        for group in Group.allCases {
            let members = changes(in: group)
            if members.isEmpty { continue }
            out += "### \(group.title.text(language))\n\n"
            for change in members {
                out += "- \(change.isAlarm ? "⚠️ " : "")\(escapedMarkdown(change.text.text(language)))\n"
            }
            out += "\n"
        }
        return out
    }

    /// For a terminal.
    public func text(plan: String, language: Language) -> String {
        let french = language == .french
        var out = "\(visible(plan))\n"
        if isEmpty {
            return out
                + (french ? "  rien ne change dans ce que dit le plan\n" : "  nothing changes in what the plan says\n")
        }
        for group in Group.allCases {
            let members = changes(in: group)
            if members.isEmpty { continue }
            out += "\n\(group.title.text(language))\n"
            for change in members { out += "  \(change.isAlarm ? "!" : "-") \(visible(change.text.text(language)))\n" }
        }
        return out
    }

    /// `{"plan", "changes": [{"group", "kind", "alarm", "of", "text", "scenarios"}]}`
    public func json(plan: String, language: Language) -> JSON {
        .object([
            "plan": .string(plan),
            "changes": .array(
                Group.allCases.flatMap { changes(in: $0) }.map { change in
                    .object([
                        "group": .string(change.group.rawValue), "kind": .string(change.kind.rawValue),
                        "alarm": .bool(change.isAlarm),
                        "of": .string(
                            "\(change.subject.kind.rawValue):\(change.subject.id)\(change.subject.stage.map { "/" + $0 } ?? "")"
                        ),
                        "text": .string(change.text.text(language)),
                        "scenarios": change.scenarios.map { .strings($0.sorted()) },
                    ])
                }),
        ])
    }

    /// A page of its own, without scripts or anything from elsewhere.
    public static func html(_ diffs: [(plan: String, diff: PlanDiff)], language: Language) -> String {
        let french = language == .french
        let title = french ? "Ce qui change dans le plan" : "What changes in the plan"
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
            body { max-width: 46rem; margin: 0 auto; padding: 1rem; }
            li { margin: .3rem 0; }
            .alarm { font-weight: 700; border-inline-start: .3rem solid currentColor; padding-inline-start: .6rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(htmlText(title))</h1>

            """
        for (plan, diff) in diffs {
            out += "<h2>\(htmlText(plan))</h2>\n"
            if diff.isEmpty {
                out +=
                    "<p>\(french ? "Rien ne change dans ce que dit le plan." : "Nothing changes in what the plan says.")</p>\n"
            }
            for group in Group.allCases {
                let members = diff.changes(in: group)
                if members.isEmpty { continue }
                out += "<h3>\(htmlText(group.title.text(language)))</h3>\n<ul>\n"
                for change in members {
                    out +=
                        "<li\(change.isAlarm ? " class=\"alarm\"" : "")>\(htmlText(change.text.text(language)))</li>\n"
                }
                out += "</ul>\n"
            }
        }
        return out + "</main>\n</body>\n</html>\n"
    }
}
