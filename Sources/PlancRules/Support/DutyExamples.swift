import PlancDiagnostics

/// Files that the examples of rules about duties are laid over.
enum DutyExamples {
    static let audiences = ExamplePlan.changing(
        "audiences.md", "council: {title: Council, type: authorities, channels: [mail], authority: data-protection}")

    /// An obligation to the council with these lines besides its title and source.
    static func council(_ lines: String...) -> String {
        (["---", "kind: obligations", "obligations:", "  council:", "    title: Tell the council"]
            + lines.map { "    " + $0 } + [
                "    source: Service agreement, clause 12", "    verified: 2025-12-01", "---", "",
            ])
            .joined(separator: "\n")
    }

    /// The flood with these lines besides its title and those it affects.
    static func flood(_ lines: String...) -> String { flood(lines) }

    static func flood(_ lines: [String]) -> String {
        let old = ["title: Flood", "disables: [mail-server]", "affects: [readers, staff]", "activated-by: director"]
        return ExamplePlan.changing(
            "scenarios.md", (["flood:"] + (old + lines).map { "  " + $0 }).joined(separator: "\n"))
    }

    /// A notice to an audience, by a channel, that says what it satisfies.
    static func notice(to audience: String = "council", by channel: String = "mail", satisfies: String) -> String {
        """
        ---
        kind: message
        title: Notice
        audiences: \(audience)
        scenarios: flood
        phase: during
        channels: [\(channel)]
        owner: director
        satisfies: \(satisfies)
        ---

        The library is flooded. Questions: {{ phone }}.

        """
    }

    /// The plan with this line besides the others.
    static func plan(_ line: String) -> String { ExamplePlan.changing("plan.md", line, text: "") }
}
