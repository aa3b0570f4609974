import PlancDiagnostics
import PlancModel
import PlancSource

enum ScenarioWithoutTeam: Rule {
    static let name = "scenario-without-team"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a scenario with technical steps and no communication or business steps, or the reverse")
    static let why = Phrase(

        """
        A crisis is repaired and told at once. Where only the technicians have steps, those affected hear \
        nothing; where only the communicators have, they have nothing to tell.
        """)
    static let rejects = [
        Example(
            Phrase("Only the caretaker has steps"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    ⟦flood⟧: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    """),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @director Call the fire service
                        """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The caretaker and the press officer"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min @press Tell the staff: [](../messages/staff-closed.md)
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let roles = context.plan.roles
        let teams = roles.indices.map { roles[$0].team?.value }
        for judged in context.scenarios where !context.mayHaveOtherTeams(judged) {
            // The first step of each.
            var (technical, communication, business): (Span?, Span?, Span?)
            for entry in judged.timeline.entries where entry.phase == .during {
                for role in entry.roles {
                    switch roles.index(of: role.id).flatMap({ teams[$0] }) {
                    case .technical: technical = technical ?? entry.step.span
                    case .communication: communication = communication ?? entry.step.span
                    case .business: business = business ?? entry.step.span
                    default: break
                    }
                }
                if technical != nil, communication != nil { break }
            }
            let telling = communication ?? business
            let name = judged.scenario.quoted
            if let technical, telling == nil {
                report(
                    finding(
                        at: judged.scenario.nameSpan,
                        Phrase(
                            "scenario {name} has technical steps and none of communication or business", ["name": name]
                        ),
                        labels: [Label(technical, Phrase("a technical step"))],
                        help: [
                            Phrase(
                                "add steps for those who tell people and those who keep the work going")
                        ]))
            } else if let telling, technical == nil {
                report(
                    finding(
                        at: judged.scenario.nameSpan,
                        Phrase(
                            "scenario {name} has steps of communication or business and no technical one",
                            ["name": name]
                        ),
                        labels: [Label(telling, Phrase("one of these steps"))],
                        help: [
                            Phrase(
                                "add steps for those who stop the damage and repair it")
                        ]))
            }
        }
    }
}
