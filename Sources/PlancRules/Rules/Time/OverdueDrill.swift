import PlancDiagnostics
import PlancModel

enum OverdueDrill: Rule {
    static let name = "overdue-drill"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a scenario that was not exercised in time")
    static let why = Phrase(

        """
        Nobody reads a plan for the first time in a crisis and does well. An hour at a table shows what is \
        missing while it costs nothing. Record each drill with `planc confirm drill`; `review: {drills: \
        1y}` in plan.md sets another period.
        """)
    static let rejects = [
        Example(
            Phrase("Two years ago, and only planned"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    ⟦flood⟧: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                    """),
                "drills.md": """
                ---
                kind: drills
                drills:
                  old: {title: Old drill, date: 2024-01-10, scenario: flood, kind: tabletop}
                  next: {title: Next drill, date: 2026-03-10, scenario: flood, kind: full}
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A year ago to the day"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  winter: {title: Winter drill, date: 2025-01-15, scenario: flood, kind: call-out}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let period = context.plan.info.review.drills.value
        var last: [String: Drill] = [:]
        for drill in context.plan.drills {
            guard let scenario = drill.scenario?.id, let date = drill.date?.value, date <= context.asOf else {
                continue
            }
            if let other = last[scenario]?.date?.value, other >= date { continue }
            last[scenario] = drill
        }
        // Where no scenario was ever exercised, one finding says so for all.
        if !context.missingEvidence.unplayed.isEmpty { return }
        for scenario in context.plan.scenarios {
            let name = scenario.quoted
            let help = Phrase(
                "hold a drill, then: planc confirm drill {id}", ["id": scenario.id])
            if context.mayBeExercised(scenario.id) { continue }
            guard let date = last[scenario.id]?.date else {
                report(
                    finding(
                        at: scenario.nameSpan,
                        Phrase(
                            "scenario {name} was never exercised", ["name": name]),
                        help: [help]))
                continue
            }
            guard date.value.adding(period) < context.asOf else { continue }
            report(
                finding(
                    at: scenario.nameSpan,
                    Phrase(
                        "scenario {name} was last exercised on {date}", ["name": name, "date": date.value]),
                    labels: [Label(date.span, Phrase("the last drill"))], help: [help]))
        }
    }
}
