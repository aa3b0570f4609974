import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum LateDecision: Rule {
    static let name = "late-decision"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a decision that the law times, and no step takes")
    static let why = Phrase(
        """
        Some clocks start with a decision of your own, which may not wait: whether an incident is material, whether a breach is \
        notifiable. Without a step, nobody takes it. Write one that links to the stage.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody decides"),
            [
                "obligations.md": DutyExamples.council(
                    "stages: [{name: decide, to: internal, due: {no-number: without-undue-delay, after: detection}}]"),
                "scenarios.md": DutyExamples.flood("obligations: [⟦council⟧]", "starts: {detection: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The director decides within the hour"),
            [
                "obligations.md": DutyExamples.council(
                    "stages: [{name: decide, to: internal, due: {no-number: without-undue-delay, after: detection}}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {detection: T0}"),
                "checklists/flood.md":
                    "---\nkind: checklist\ntitle: Flood\nscenarios: flood\nphase: during\n---\n\n- [ ] T+1h @director Decide whether the flood is to be told ([the duty](obligation:council/decide))\n- [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)\n- [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)\n",
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for judged in context.scenarios {
            for duty in judged.timeline.duties where duty.isDecision && duty.isBinding && duty.fulfilment == nil {
                guard let obligation = context.plan.obligations[duty.obligation] else { continue }
                report(
                    finding(
                        at: duty.reference.span,
                        Phrase(
                            "no step takes the decision that {duty} asks for in {scenario}: {stage}",
                            [
                                "duty": obligation.quoted, "scenario": judged.scenario.quoted,
                                "stage": obligation.phrase(ofStage: duty.name),
                            ]),
                        help: [
                            Phrase(
                                "write a step that links to 'obligation:{id}/{stage}'",
                                ["id": obligation.id, "stage": duty.name])
                        ]))
            }
        }
    }
}
