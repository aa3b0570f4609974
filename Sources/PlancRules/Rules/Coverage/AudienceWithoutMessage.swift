import PlancDiagnostics
import PlancModel

enum AudienceWithoutMessage: Rule {
    static let name = "audience-without-message"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        "an audience that a scenario affects and that is told nothing in it")
    static let why = Phrase(

        """
        People who are affected and hear nothing from you hear it from somebody else, or do what is \
        dangerous because nobody told them not to. Write them a message for this scenario.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The donors are affected and told nothing"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server]
                      affects: [readers, ⟦donors⟧, staff]
                      activated-by: director
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                "The readers' message is for the donors too"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server]
                      affects: [readers, donors, staff]
                      activated-by: director
                    """),
                "messages/donors.md": """
                ---
                kind: message
                title: "Donors: the library is closed"
                audiences: donors
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                The library is flooded. Nothing you gave is lost. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let messages = context.plan.messages
        for judged in context.scenarios {
            var told = Set<String>()
            for number in judged.messages where messages[number].phase.value == .during {
                for audience in messages[number].audiences { told.insert(audience.id) }
            }
            for reference in judged.scenario.affects where !told.contains(reference.id) {
                guard let audience = context.plan.audiences[reference],
                    !context.mayNotify(audience.id, in: judged.scenario.id, .during)
                else { continue }
                let (who, scenario) = (audience.quoted, judged.scenario.quoted)
                report(
                    finding(
                        at: reference.span,
                        Phrase(
                            "audience {who} is affected in {scenario} and told nothing",
                            ["who": who, "scenario": scenario]),
                        caption: Phrase("no message"),
                        labels: [
                            Label(audience.nameSpan, Phrase("waits for news"))
                        ],
                        help: [
                            Phrase(
                                "write a message with 'audiences: [{id}]', 'scenarios: [{scenarioId}]' and 'phase: during'",
                                ["id": audience.id, "scenarioId": judged.scenario.id]
                            )
                        ]))
            }
        }
    }
}
