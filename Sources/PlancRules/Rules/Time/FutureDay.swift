import PlancDiagnostics
import PlancModel
import PlancSource

enum FutureDay: Rule {
    static let name = "future-day"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "something said to be done on a day that has not come yet, long before there was a plan, or before it was decided"
    )
    static let why = Phrase(
        """
        What was tried, read, restored, reviewed, approved, revised or printed is dated by the day on which it was done. A later day, \
        often a wrong year, keeps planc silent for as long as it lies ahead: nobody is reminded, and nothing was tried. \
        The day of a revision is printed on every page; one before 1970 is a slip. So is an action of an exercise that was done, or due, before \
        the exercise in which it was decided.
        """)
    static let rejects = [
        Example(
            Phrase("Numbers tried next year"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      private: [home]
                      verified: ⟦2027-01-05⟧
                    """)
            ]),
        Example(
            Phrase("Reviewed and approved tomorrow"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: ⟦2026-01-16⟧}
                approved: {by: director, on: ⟦2026-01-16⟧}
                ---
                """
            ]),
        Example(
            Phrase("Printed and done in days to come"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  binder: {title: Binder, for: role:director, include: [everything], printed: ⟦2026-01-16⟧}
                ---
                """,
                "drills.md": """
                ---
                kind: drills
                drills:
                  autumn:
                    title: Autumn
                    date: 2025-10-10
                    scenario: flood
                    actions: [{what: A key in every bag, by: director, done: ⟦2027-05-01⟧}]
                ---
                """,
            ]),
        Example(
            Phrase("Findings of an exercise that is still to come"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  autumn: {title: Autumn, date: ⟦2026-10-10⟧, scenario: flood, found: The key was missing}
                ---
                """
            ]),
        Example(
            Phrase("Revisions of another century"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md",
                    """
                    revisions: [{version: 1.0, date: ⟦2062-01-05⟧, what: New deputies}, {version: 0.9, date: ⟦1926-01-05⟧, what: First}]
                    """)
            ]),
        Example(
            Phrase("Done before the exercise that asked for it"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  autumn:
                    title: Autumn
                    date: 2025-10-10
                    scenario: flood
                    found: The key was missing
                    actions: [{what: A key in every bag, by: director, done: ⟦2025-09-01⟧}]
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Reviewed today"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-15}
                approved: {by: director, on: 2026-01-15}
                ---
                """
            ]),
        Example(
            Phrase("An exercise that is planned"),
            [
                "drills.md": """
                ---
                kind: drills
                drills:
                  autumn: {title: Autumn, date: 2026-10-10, scenario: flood}
                ---
                """
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        func tell(_ day: Located<CalendarDate>, _ words: Phrase, _ labels: [Label] = [], help: Phrase? = nil) {
            let help = help ?? Phrase("write the day on which it was done, or remove it")
            report(finding(at: day.span, words, labels: labels, help: [help]))
        }
        func hasNotCome(_ day: Located<CalendarDate>) -> Phrase {
            Phrase("{day} has not come yet", ["day": day.value])
        }
        for day in plan.daysDone where day.value > context.asOf { tell(day, hasNotCome(day)) }
        for day in plan.daysDone + plan.drills.compactMap(\.date) where day.value.year < earliestYear {
            tell(day, Phrase("{day} is too long ago for a plan", ["day": day.value]))
        }
        for drill in plan.drills {
            guard let date = drill.date else { continue }
            // An exercise that is planned lies ahead, as long as nothing was found in it.
            if date.value > context.asOf, let found = drill.found.versions.first?.text.span {
                tell(date, hasNotCome(date), [Label(found, Phrase("what was found in it"))])
            }
            // A day of another century is told already.
            for case let day? in drill.actions.flatMap({ [$0.until, $0.done] })
            where day.value < date.value && day.value.year >= earliestYear {
                tell(
                    day,
                    Phrase(
                        "{day} is before the exercise of {date}, in which this was decided",
                        ["day": day.value, "date": date.value]),
                    [Label(date.span, Phrase("the day of the exercise"))], help: Phrase("correct one of the two days"))
            }
        }
    }

    /// What is dated before it is a slip.
    private static let earliestYear = 1970
}
