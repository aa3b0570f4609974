import PlancDiagnostics
import PlancModel

enum StepWithoutTime: Rule {
    static let name = "step-without-time"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a step of which no one knows when it is due")
    static let why = Phrase(

        """
        Under stress people do what has a time first, and what has none never. A time also lets planc see \
        whether those who wait are told soon enough. Write `T+30min` before the text; sub-steps take the \
        time of the step above them.
        """)
    static let rejects = [
        Example(
            Phrase("When are the doors opened?"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] ⟦@caretaker Open the doors to the yard⟧
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Sub-steps take the time above"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] T+10min @caretaker Open the doors to the yard
                  - [ ] the green one
                  - [ ] T+15min the red one
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for checklist in context.plan.checklists {
            for stage in checklist.stages { judge(stage.steps, report) }
        }
    }

    private static func judge(_ steps: [Step], _ report: (Finding) -> Void) {
        for place in steps.indices where steps[place].offset == nil && !steps[place].hasUnreadTime {
            judge(steps[place], report)
        }
    }

    /// As with roles: a step whose sub-steps have their times needs none, one whose sub-steps have none either is told once.
    private static func judge(_ step: Step, _ report: (Finding) -> Void) {
        if step.substeps.contains(where: hasTime) {
            judge(step.substeps, report)
            return
        }
        report(
            finding(
                at: step.span,
                Phrase("no one knows when this step is due"),
                caption: Phrase("no time"),
                help: [
                    Phrase(
                        "write when it is due before the text, counted from the activation: 'T+30min'")
                ]))
    }

    private static func hasTime(_ step: Step) -> Bool {
        step.offset != nil || step.hasUnreadTime || step.substeps.contains(where: hasTime)
    }
}
