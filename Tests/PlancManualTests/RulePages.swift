import PlancDiagnostics
import PlancDriver

/// The pages of the rules, and their list.
enum RulePages {
    /// What `planc explain` says in English, with the finding and the reason in French below.
    static func page(_ rule: any RuleDescription.Type) -> String {
        var out = rulePage(rule, language: .english)
        let summary = rule.summary.french
        out += "\n## En français\n\n"
        out += summary.prefix(1).uppercased() + summary.dropFirst() + ".\n\n" + rule.why.french + "\n"
        return out
    }

    /// A table a group.
    static func tables() -> String {
        var out = ""
        for group in RuleGroup.allCases {
            let rules = rulesInOrder.filter { $0.group == group }
            if rules.isEmpty { continue }
            out += "### \(group.title.english)\n\n| rule | | what it finds |\n| --- | --- | --- |\n"
            for rule in rules {
                out +=
                    "| [\(rule.name)](doc:\(rule.name)) | \(rule.severity.rawValue) | \(cell(rule.summary.english)) |\n"
            }
            out += "\n"
        }
        return out
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
