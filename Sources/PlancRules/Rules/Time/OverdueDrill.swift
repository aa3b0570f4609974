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
        1y}` in plan.md sets another period. A day that has passed is no exercise: one counts once it says what it found.
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
                  old: {title: Old drill, date: 2024-01-10, scenario: flood, kind: tabletop, found: The key was missing}
                  next: {title: Next drill, date: 2026-03-10, scenario: flood, kind: full}
                ---
                """,
            ]),
        Example(
            Phrase("Planned for last month, and nobody wrote what it found"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  winter: {title: Winter drill, date: ⟦2025-12-10⟧, scenario: flood, kind: tabletop}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A year ago to the day"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  winter: {title: Winter drill, date: 2025-01-15, scenario: flood, kind: call-out, found: Nobody answered at noon}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let period = context.plan.info.review.drills.value
        var last: [String: Drill] = [:]
        var passed: [String: Drill] = [:]
        func keep(_ drill: Drill, _ scenario: String, in newest: inout [String: Drill]) {
            if let other = newest[scenario]?.date, let date = drill.date, other.value >= date.value { return }
            newest[scenario] = drill
        }
        for drill in context.plan.drills {
            guard let scenario = drill.scenario?.id, let date = drill.date?.value, date <= context.asOf else {
                continue
            }
            if drill.isRecorded {
                keep(drill, scenario, in: &last)
            } else if !drill.isCalledOff {
                keep(drill, scenario, in: &passed)
            }
        }
        // What is known of a scenario is older than an exercise of which nothing is known.
        passed = passed.filter { scenario, drill in
            guard let date = drill.date?.value else { return false }
            return last[scenario]?.date.map { $0.value < date } ?? true
        }
        for drill in context.plan.drills where passed[drill.scenario?.id ?? ""]?.id == drill.id {
            // On the very day it may still be held; a blank in what it found is told as such.
            guard let date = drill.date, date.value < context.asOf, drill.found.isEmpty,
                !context.plan.unread.contains(drill, ["found", "actions", "of"])
            else { continue }
            report(
                finding(
                    at: date.span,
                    Phrase(
                        "the day of exercise {name} has passed, and nobody wrote what it found",
                        ["name": drill.quoted]),
                    help: [Phrase("write it under 'found'; where it was not held, give it another day")]))
        }
        // Where no scenario was ever exercised, one finding says so for all.
        if !context.missingEvidence.unplayed.isEmpty { return }
        for scenario in context.plan.scenarios {
            if context.mayBeExercised(scenario.id) || passed[scenario.id] != nil { continue }
            guard let date = last[scenario.id]?.date else {
                report(finding(ofUnplayed: scenario))
                continue
            }
            // A day of another century is told as such (`future-day`).
            guard date.value.adding(period) < context.asOf, date.value.year >= 1970 else { continue }
            report(
                finding(
                    at: scenario.nameSpan,
                    Phrase(
                        "scenario {name} was last exercised on {date}", ["name": scenario.quoted, "date": date.value]),
                    labels: [Label(date.span, Phrase("the last drill"))], help: [help(scenario)]))
        }
    }

    static func finding(ofUnplayed scenario: Scenario) -> Finding {
        finding(
            at: scenario.nameSpan, Phrase("scenario {name} was never exercised", ["name": scenario.quoted]),
            help: [help(scenario)])
    }

    private static func help(_ scenario: Scenario) -> Phrase {
        Phrase("hold a drill, then: planc confirm drill {id}", ["id": scenario.id])
    }
}
