import PlancDiagnostics
import PlancModel

enum StepWithoutTime: Rule {
    static let name = "step-without-time"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a step of which no one knows when it is due", fr: "une étape dont personne ne sait quand elle est due")
    static let why = Phrase(
        en: """
            Under stress people do what has a time first, and what has none never. A time also lets planc see whether those who \
            wait are told soon enough. Write `T+30min` before the text; sub-steps take the time of the step above them.
            """,
        fr: """
            Sous pression, on fait d’abord ce qui a une heure, et jamais ce qui n’en a pas. Une heure permet aussi à planc de voir \
            si ceux qui attendent sont prévenus assez tôt. Écrivez `T+30min` devant le texte ; les sous-étapes prennent l’heure \
            de l’étape au-dessus.
            """)
    static let rejects = [
        Example(
            Phrase(en: "When are the doors opened?", fr: "Quand ouvre-t-on les portes ?"),
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
            Phrase(en: "Sub-steps take the time above", fr: "Les sous-étapes prennent l’heure du dessus"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for checklist in judgement.plan.checklists {
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
                Phrase(en: "no one knows when this step is due", fr: "personne ne sait quand cette étape est due"),
                caption: Phrase(en: "no time", fr: "pas d’heure"),
                help: [
                    Phrase(
                        en: "write when it is due before the text, counted from the activation: 'T+30min'",
                        fr: "écrivez devant le texte quand elle est due, depuis l’activation : « T+30min »")
                ]))
    }

    private static func hasTime(_ step: Step) -> Bool {
        step.offset != nil || step.hasUnreadTime || step.substeps.contains(where: hasTime)
    }
}
