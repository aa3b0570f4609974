import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum ThinMargin: Rule {
    static let name = "thin-margin"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "what meets an obligation leaves with less than a quarter of the time, or 12 hours, to spare")
    static let why = Phrase(

        """
        Nothing goes to plan in a crisis: the approver is in a meeting, the portal is down, the text comes \
        back with questions. Leave a quarter of the time given, or 12 hours when that is less.
        """)
    static let rejects = [
        Example(
            Phrase("Two hours before the deadline"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] T+22h @director Call the council: [the notice](⟦obligation:council/notice⟧)
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A quarter of the day is left"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] T+18h @director Call the council: [the notice](obligation:council/notice)
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for (key, faults) in context.duties(where: { margin, wanted in margin >= 0 && margin < wanted }) {
            guard let obligation = context.plan.obligations[key.obligation], let (judged, duty) = faults.first,
                let fulfilment = duty.fulfilment, let wanted = duty.wantedMargin
            else { continue }
            let (name, stage) = (obligation.quoted, obligation.phrase(ofStage: duty.name).quoted)
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let (left, asked) = (Phrase.duration(minutes: key.margin), Phrase.duration(minutes: wanted))
            report(
                finding(
                    at: context.place(of: fulfilment),
                    Phrase(
                        "{stage} of {name} leaves only {left} before the deadline {scenarios}",
                        ["stage": stage, "name": name, "left": left, "scenarios": scenarios]
                    ),
                    labels: context.labels(duty, obligation, judged.timeline),
                    help: [
                        Phrase(
                            "move the step that sends it forward: keep {asked}", ["asked": asked])
                    ]))
        }
    }
}
