import PlancDiagnostics
import PlancModel
import PlancSource

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
        time of the step above them. A step that sends what was promised by an hour (`inform-within`, `within`) is an error.
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
            var lost = HeadsOfTranslations(checklist)
            for stage in checklist.stages {
                judge(stage.steps) { report(finding($0, checklist, context.plan, &lost)) }
            }
        }
    }

    private static func judge(_ steps: [Step], _ visit: (Step) -> Void) {
        for step in steps where step.offset == nil && !step.hasUnreadTime {
            if tells(step) { visit(step) } else { judge(step.substeps, visit) }
        }
    }

    /// As with roles: a step whose sub-steps have their times needs none, one whose sub-steps have none either is told once.
    static func tells(_ step: Step) -> Bool {
        step.offset == nil && !step.hasUnreadTime && !step.substeps.contains(where: hasTime)
    }

    private static func finding(
        _ step: Step, _ checklist: Checklist, _ plan: Plan, _ lost: inout HeadsOfTranslations
    ) -> Finding {
        var found = finding(
            at: step.span,
            Phrase("no one knows when this step is due"),
            caption: Phrase("no time"),
            help: [
                Phrase(
                    "write when it is due before the text, counted from the activation: 'T+30min'")
            ])
        if let time = lost.time(of: step) {
            found.labels.append(
                Label(time.span, Phrase("here in {language}", ["language": time.language.title])))
            found.fixes = [
                Fix(
                    Phrase("write '{text}'", ["text": time.written]),
                    [Fix.Edit(Span(step.span.file, Int(step.span.lower), Int(step.span.lower)), time.written + " ")],
                    isSafe: false)
            ]
        }
        if checklist.phase.value == .during, let promise = promise(step, plan) {
            found.severity = .error
            found.labels.append(Label(promise, Phrase("promised")))
        }
        return found
    }

    /// Until when a message that the step sends has to be out: what was promised to those whom it tells, or of itself.
    private static func promise(_ step: Step, _ plan: Plan) -> Span? {
        for link in step.links + step.branchLinks where link.target.kind == .message {
            guard let message = plan.messages[link.target.id] else { continue }
            if let within = message.send.within { return within.span }
            for audience in message.audiences {
                if let within = plan.audiences[audience.id]?.informWithin { return within.span }
            }
        }
        return step.substeps.lazy.compactMap { promise($0, plan) }.first
    }

    private static func hasTime(_ step: Step) -> Bool {
        step.offset != nil || step.hasUnreadTime || step.substeps.contains(where: hasTime)
    }
}
