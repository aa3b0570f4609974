import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum StepOutOfOrder: Rule {
    static let name = "step-out-of-order"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a step that is due earlier than the one above it in the same stage")
    static let why = Phrase(

        """
        People go down a list from the top. A step that was due before the one above it is seen when its \
        time has passed. Put the steps in the order of their times, or open a new stage with a heading.
        """)
    static let rejects = [
        Example(
            Phrase("Ten minutes after thirty"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] T+30min @caretaker Open the doors to the yard
                - [ ] ⟦T+10min⟧ @caretaker Put the sandbags out
                  - [ ] ⟦T+5min⟧ in front of the green door
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A new stage starts anew"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                ## Outside

                - [ ] T+30min @caretaker Open the doors to the yard
                - [ ] T+30min @caretaker Put the sandbags out

                ## Inside

                - [ ] T+10min @director Count those who are there
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for checklist in context.plan.checklists {
            for stage in checklist.stages { judge(stage.steps, after: nil, report) }
        }
    }

    /// Steps are compared with the one above them at their level; the first sub-step with the step that it is part of.
    private static func judge(_ steps: [Step], after parent: Located<Offset>?, _ report: (Finding) -> Void) {
        var above = parent
        for place in steps.indices {
            // A time that was not wholly understood is judged by nobody.
            if steps[place].hasUnreadTime {
                above = nil
            } else if let offset = steps[place].offset {
                if let earlier = above, offset.value.amount.boundedMinutes < earlier.value.amount.boundedMinutes {
                    report(
                        finding(
                            at: offset.span,
                            Phrase(
                                "this step is due before the one above it"),
                            labels: [Label(earlier.span, Phrase("due later"))],
                            help: [
                                Phrase(
                                    "move the step up, or change its time")
                            ]))
                }
                above = offset
            }
            judge(steps[place].substeps, after: above, report)
        }
    }
}
