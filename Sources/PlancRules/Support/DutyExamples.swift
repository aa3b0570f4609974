/// Files that the examples of rules about duties are laid over.
enum DutyExamples {
    static let audiences = """
        ---
        kind: audiences
        audiences:
          readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
          staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
          council: {title: Council, type: authorities, channels: [mail], authority: data-protection}
        ---
        """

    /// An obligation to the council with these lines besides its title and source.
    static func council(_ lines: String...) -> String {
        (["---", "kind: obligations", "obligations:", "  council:", "    title: Tell the council"]
            + lines.map { "    " + $0 } + [
                "    source: Service agreement, clause 12", "    verified: 2025-12-01", "---", "",
            ])
            .joined(separator: "\n")
    }

    /// The flood with these lines besides its title and those it affects.
    static func flood(_ lines: String...) -> String {
        ([
            "---", "kind: scenarios", "scenarios:", "  flood:", "    title: Flood", "    disables: [mail-server]",
            "    affects: [readers, staff]", "    activated-by: director",
        ] + lines.map { "    " + $0 } + ["---", ""])
        .joined(separator: "\n")
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
    static func plan(_ line: String) -> String {
        """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: 1.0
        locales: [en]
        owner: director
        timezone: Europe/London
        classification: TLP:AMBER
        review: {every: 6mo, last: 2026-01-05}
        approved: {by: director, on: 2026-01-05}
        \(line)
        ---
        """
    }
}
