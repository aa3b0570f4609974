import PlancSource

/// Every rule, a line each, under its group.
public func ruleList(_ rules: [any RuleDescription.Type], language: Language) -> String {
    let width = rules.map { $0.name.count }.max() ?? 0
    var out = ""
    for group in RuleGroup.allCases {
        let members = rules.filter { $0.group == group }
        if members.isEmpty { continue }
        if !out.isEmpty { out += "\n" }
        out += group.title.text(language) + "\n"
        for rule in members {
            let name = rule.name + String(repeating: " ", count: width - rule.name.count)
            out += "  \(rule.severity.letter) \(name)  \(rule.summary.text(language))\n"
        }
    }
    return out
}

/// `[{"name", "group", "severity", "summary"}]`
public func ruleListJSON(_ rules: [any RuleDescription.Type], language: Language) -> JSON {
    .array(
        rules.map { rule in
            .object([
                "name": .string(rule.name), "group": .string(rule.group.rawValue),
                "severity": .string(rule.severity.rawValue), "summary": .string(rule.summary.text(language)),
            ])
        })
}

/// A rule's page, in Markdown: what `planc explain` prints and the manual holds.
public func rulePage(_ rule: any RuleDescription.Type, language: Language) -> String {
    var out = "# \(rule.name)\n\n"
    out += rule.summary.text(language).capitalizedFirst + ".\n\n"
    out += "*\(rule.severity.word(language).capitalizedFirst)* · \(rule.group.title.text(language))"
    if !rule.severityCanChange {
        out += " · " + Phrase("its severity is fixed").text(language)
    }
    out += "\n\n## \(Phrase("Why").text(language))\n\n\(rule.why.text(language))\n"
    out += examples(rule.rejects, Phrase("What it rejects").text(language), language)
    out += examples(rule.accepts, Phrase("What it accepts").text(language), language)
    if rule.severityCanChange {
        out += "\n## \(Phrase("To allow it here").text(language))\n\n"
        out +=
            Phrase(
                """
                On the line before, with a reason: `# planc: allow {rule}: …` in the front matter, \
                `<!-- planc: allow {rule}: … -->` in the text. For the whole plan, in `plan.md`: `rules: {{rule}: off}`.
                """, ["rule": rule.name]
            ).text(language) + "\n"
    }
    return out
}

private func examples(_ examples: [Example], _ heading: String, _ language: Language) -> String {
    if examples.isEmpty { return "" }
    var out = "\n## \(heading)\n"
    for example in examples {
        out += "\n\(example.title.text(language).capitalizedFirst):\n"
        for (path, text) in example.files.sorted(by: { $0.key < $1.key }) {
            guard let text else { continue }
            out += "\n`\(path)`\n\n````markdown\n"
            out += excerpt(text, language)
            out += "````\n"
        }
    }
    return out
}

/// An example that shows a limit is larger than anyone wants to read.
private func excerpt(_ text: String, _ language: Language) -> String {
    let shown = 2_000
    if text.utf8.count <= shown { return text.hasSuffix("\n") ? text : text + "\n" }
    let rest = text.utf8.count - shown
    return text.prefix(shown)
        + (Phrase(
            """

            … ({rest} bytes more)

            """, ["rest": rest]
        ).text(language))
}

extension RuleGroup {
    public var title: Phrase {
        switch self {
        case .reading: Phrase("Reading")
        case .binding: Phrase("Binding")
        case .coverage: Phrase("Coverage")
        case .reach: Phrase("Reach")
        case .time: Phrase("Time")
        case .messages: Phrase("Messages")
        case .confidence: Phrase("Confidence")
        }
    }
}

extension Severity {
    /// E, W or N.
    var letter: String { String(rawValue.prefix(1)).uppercased() }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
