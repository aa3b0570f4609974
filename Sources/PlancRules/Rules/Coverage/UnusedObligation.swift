import PlancDiagnostics
import PlancModel

enum UnusedObligation: Rule {
    static let name = "unused-obligation"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "an obligation that no scenario carries")
    static let why = Phrase(

        """
        A duty to tell an authority that depends on no scenario will not be on anybody's sheet, and its \
        deadline passes unseen. Say in which scenarios it applies, or take it out.
        """)
    static let rejects = [
        Example(
            Phrase("A duty to the council in no scenario"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  ⟦council⟧:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-12-01
                ---
                """
            ]),
        Example(
            Phrase("A message would meet it, and no scenario lists it"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"
                ).replacing("  council:", with: "  ⟦council⟧:"),
                "audiences.md": DutyExamples.audiences,
                "messages/notice.md": DutyExamples.notice(satisfies: "council/notice"),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The flood carries it"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let missing = Set(context.missingDuties.byScenario.values.joined().map(\.id))
        // Of what applies by the facts it is told where it is missing.
        let meeting = Dictionary(grouping: context.plan.messages.flatMap(\.satisfies), by: \.obligation.id)
        for thing in context.unlistedObligations where !missing.contains(thing.id) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "no scenario carries obligation {name}", ["name": name]),
                    caption: Phrase("never used", context: "obligation"),
                    labels: (meeting[thing.id] ?? []).prefix(3).map {
                        Label($0.obligation.span, Phrase("would meet it"))
                    },
                    help: [
                        Phrase(
                            "name it under 'obligations' of the scenarios it applies to, or take it away")
                    ]))
        }
    }
}
