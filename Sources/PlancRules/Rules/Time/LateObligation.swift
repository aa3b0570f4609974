import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum LateObligation: Rule {
    static let name = "late-obligation"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "what meets an obligation leaves after its deadline")
    static let why = Phrase(

        """
        By the plan itself the law is broken: even if everybody does everything on time, the notice leaves \
        too late. A stage counted from an earlier one starts when that one is planned to be sent. Move the \
        step, and leave a margin.
        """)
    static let rejects = [
        Example(
            Phrase("Due in a day, sent after two"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
                "messages/council.md": """
                ---
                kind: message
                title: ⟦Notice to the council⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: director
                satisfies: council/notice
                ---

                The library is flooded. News at {{ next-time }}, questions: {{ phone }}.
                """,
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] T+2d @director Send the [notice](../messages/council.md)
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A stage counted from the one before"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}, {name: report, deadline: 3d, from: notice}]"
                ),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] T+12h @director Call the council: [](obligation:council/notice)
                - [ ] T+3d @director Send the report: [](obligation:council/report)
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for (key, faults) in context.duties(where: { margin, _ in margin < 0 }) {
            guard let obligation = context.plan.obligations[key.obligation], let (judged, duty) = faults.first,
                let fulfilment = duty.fulfilment
            else { continue }
            let (name, stage) = (obligation.quoted, obligation.phrase(ofStage: duty.name).quoted)
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let late = Phrase.duration(minutes: key.margin)
            report(
                finding(
                    at: context.place(of: fulfilment),
                    Phrase(
                        "{stage} of {name} leaves {late} after the deadline {scenarios}",
                        ["stage": stage, "name": name, "late": late, "scenarios": scenarios]),
                    labels: context.labels(duty, obligation, judged.timeline),
                    help: [
                        Phrase(
                            "move the step that sends it forward by {late} at least", ["late": late])
                    ]))
        }
    }
}
