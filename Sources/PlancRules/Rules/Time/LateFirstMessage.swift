import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum LateFirstMessage: Rule {
    static let name = "late-first-message"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "an affected audience that hears of the crisis later than its 'inform-within'")
    static let why = Phrase(

        """
        The first hours decide whom people believe. You promised this audience a time; by the plan itself, \
        it will not be kept. Move the step that tells them forward, or send something short first.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The staff have an hour and hear after two"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                    """),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        - [ ] T+2h @director Tell the staff: [](../messages/staff-closed.md)
                        """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Told at the last minute"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+1h @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+4h @press Tell the readers: [](../messages/readers-closed.md)
                        """)
            ])
    ]

    private struct Late: Hashable {
        var audience: String
        var fault: TimedFault
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var gathered = FindingGroups<Late, Sending>()
        for judged in context.scenarios {
            let affected = Set(judged.scenario.affects.map(\.id))
            for (audience, clock) in zip(plan.audiences, judged.timeline.audiences) where affected.contains(audience.id)
            {
                guard let within = audience.informWithin, let first = clock.first, let minutes = first.minutes,
                    minutes > within.value.boundedMinutes, !context.mayBeSent(audience.id, in: judged.scenario.id)
                else { continue }
                let fault = TimedFault(minutes: minutes, limit: within.value.boundedMinutes, span: first.span)
                gathered.add(Late(audience: audience.id, fault: fault), judged, first)
            }
        }
        for (late, faults) in gathered.groups {
            guard let audience = plan.audiences[late.audience], let within = audience.informWithin,
                let (judged, sending) = faults.first
            else { continue }
            let name = audience.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let (when, promised) = (Phrase.moment(minutes: late.fault.minutes), Phrase.duration(within.value))
            let answers = judged.timeline.labels(
                ifAnswered: judged.timeline.clock(of: audience.id)?.sendings ?? [], before: sending)
            var finding = finding(
                at: audience.nameSpan,
                Phrase(
                    "audience {name} is first told at {when} {scenarios}, and was promised {promised}",
                    ["name": name, "when": when, "scenarios": scenarios, "promised": promised]
                ),
                labels: [
                    Label(within.span, Phrase("promised")),
                    judged.timeline.label(sending.entry) {
                        Phrase("told at {name}", ["name": $0])
                    },
                ] + answers,
                help: [
                    Phrase(
                        "move the step to {promised} at most, or send a short message before",
                        ["promised": promised])
                ])
            // In the other answers there may be nothing to tell.
            if !answers.isEmpty { finding.severity = .warning }
            report(finding)
        }
    }
}
