import PlancDiagnostics
import PlancModel

enum AudienceWithoutAddress: Rule {
    static let name = "audience-without-address"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("an authority or another single body without its number or address")
    static let why = Phrase(
        """
        Customers and staff are many, and what sends to them keeps their addresses. An authority, an insurer, a supplier is one \
        body: on the day somebody has to dial its number or write to its address, and the plan is where they look. Without \
        it, the channel does not count as a way to reach it.
        """)
    static let rejects = [
        Example(
            Phrase("The river authority is called by telephone, and nobody has its number"),
            [
                "authority.md": """
                ---
                kind: audiences
                audiences:
                  ⟦river⟧: {title: River authority, type: authorities, channels: [mobile, home]}
                ---
                """,
                "scenarios.md": scenarios,
                "messages/river.md": message,
                "checklists/flood.md": checklist,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Its number is in the plan"),
            [
                "authority.md": """
                ---
                kind: audiences
                audiences:
                  river:
                    title: River authority
                    type: authorities
                    channels: [mobile, home]
                    reach: {mobile: "+44 1632 960200", home: "+44 1632 960200"}
                ---
                """,
                "scenarios.md": scenarios,
                "messages/river.md": message,
                "checklists/flood.md": checklist,
            ])
    ]

    private static let scenarios = """
        ---
        kind: scenarios
        scenarios:
          flood:
            title: Flood
            disables: [mail-server]
            affects: [readers, staff, river]
            activated-by: director
        ---
        """
    private static let message = """
        ---
        kind: message
        title: "River authority: the basement is flooded"
        audiences: river
        scenarios: flood
        phase: during
        channels: [mobile, home]
        owner: director
        ---

        The library's basement is flooded. We have switched off the power. Questions: {{ phone }}.
        """
    private static let checklist = """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        - [ ] T0 @caretaker Switch off the power in the basement
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
        - [ ] T+45min @director Tell the river authority: [](../messages/river.md)
        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
        """

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) { return }
        for audience in plan.audiences where !plan.unread.contains(audience, ["reach", "channels", "type", "size"]) {
            let silent = audience.channels.filter { reference in
                plan.channels[reference].map { !audience.hasAddress(on: $0) } ?? false
            }
            guard let first = silent.first else { continue }
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        "{name} has no address on {channels}",
                        [
                            "name": audience.quoted,
                            "channels": Phrase.list(silent.compactMap { plan.channels[$0] }),
                        ]),
                    labels: silent.prefix(4).map { Label($0.span, Phrase("what is dialled or written to here?")) },
                    help: [
                        Phrase("write it down: 'reach: {channel}'", ["channel": "{\(first.id): …}"])
                    ]))
        }
    }
}
