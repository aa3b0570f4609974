import PlancDiagnostics
import PlancModel

enum ScenarioWithoutChecklist: Rule {
    static let name = "scenario-without-checklist"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        "a scenario that nobody has steps for (error), or only the steps common to all scenarios (warning)"
    )
    static let why = Phrase(

        """
        Whoever opens the plan in this scenario finds its name and nothing to do. Write the first hour at \
        least: who cuts what off, who is told, by whom.
        """)
    static let rejects = [
        Example(
            Phrase("A fire without a single step"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    ⟦fire⟧: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                    """)
            ]),
        Example(
            Phrase("A fire with the common steps only"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    ⟦fire⟧: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                    """),
                "checklists/always.md": """
                ---
                kind: checklist
                title: Whatever happens
                scenarios: all
                phase: during
                ---

                - [ ] T0 @director Note the time
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A list of its own"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    fire: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                    """),
                "checklists/fire.md": """
                ---
                kind: checklist
                title: Fire
                scenarios: [fire]
                phase: during
                ---

                - [ ] T0 @caretaker Call the fire service
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let lists = context.plan.checklists.filter { $0.phase.value == .during }
        let common = lists.first { $0.scenarios.isAll }
        var own = Set<String>()
        for list in lists {
            if case .some(let references) = list.scenarios { own.formUnion(references.map(\.id)) }
        }
        for scenario in context.plan.scenarios where !own.contains(scenario.id) {
            if context.mayHaveSteps(in: scenario.id) { continue }
            let name = scenario.quoted
            let help = Phrase(
                "write a checklist with 'scenarios: [{id}]' and 'phase: during'", ["id": scenario.id])
            guard let common else {
                report(
                    finding(
                        at: scenario.nameSpan,
                        Phrase(
                            "nobody has anything to do in scenario {name}", ["name": name]),
                        caption: Phrase("no checklist"), help: [help]))
                continue
            }
            var finding = finding(
                at: scenario.nameSpan,
                Phrase(
                    "scenario {name} has only the steps that are common to all scenarios", ["name": name]),
                labels: [Label(common.nameSpan, Phrase("the common steps"))],
                help: [help])
            finding.severity = .warning
            report(finding)
        }
    }
}
