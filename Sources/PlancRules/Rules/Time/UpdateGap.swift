import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UpdateGap: Rule {
    static let name = "update-gap"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "an affected audience that is left without news longer than its 'update-every'")
    static let why = Phrase(

        """
        People can bear bad news and cannot bear silence: after the time you promised they call, write, and \
        believe whoever speaks. Say that nothing has changed, if nothing has. Give the step that sends the \
        update a rhythm (`every 4h`). The silence is counted up to the first message of the phase `after`, \
        or to the last step of the crisis.
        """)
    static let rejects = [
        Example(
            Phrase("News once, then a week of silence"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ⟦readers⟧:
                      title: Readers
                      type: customers
                      channels: [mail, text-message, site]
                      inform-within: 4h
                      update-every: 1d
                    """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("An update comes every day"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers:
                      title: Readers
                      type: customers
                      channels: [mail, text-message, site]
                      inform-within: 4h
                      update-every: 1d
                    """),
                "checklists/daily.md": """
                ---
                kind: checklist
                title: Every day
                scenarios: flood
                phase: during
                ---

                - [ ] T+1d every 1d @press Tell the readers again: [](../messages/readers-closed.md)
                """,
            ])
    ]

    private struct Silence: Hashable {
        var audience: String
        var from: Int
        var to: Int
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var gathered = FindingGroups<Silence, NotificationTimeline.Gap>()
        for judged in context.scenarios {
            let affected = Set(judged.scenario.affects.map(\.id))
            for clock in judged.timeline.audiences {
                guard let gap = clock.gap, affected.contains(clock.audience),
                    !context.mayBeSent(clock.audience, in: judged.scenario.id)
                else { continue }
                gathered.add(Silence(audience: clock.audience, from: gap.from, to: gap.to), judged, gap)
            }
        }
        for (silence, faults) in gathered.groups {
            guard let audience = plan.audiences[silence.audience], let every = audience.updateEvery,
                let (judged, gap) = faults.first
            else { continue }
            let name = audience.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let length = Phrase.duration(minutes: silence.to - silence.from)
            let (promised, start) = (Phrase.duration(every.value), Phrase.moment(minutes: silence.from))
            var labels = [
                Label(every.span, Phrase("promised")),
                judged.timeline.label(gap.after.entry) { _ in
                    Phrase("silence from {start}", ["start": start])
                },
            ]
            if let before = gap.before {
                labels.append(
                    judged.timeline.label(before.entry) {
                        Phrase("until {name}", ["name": $0])
                    })
            }
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        "audience {name} is left without news for {length} {scenarios}, and was promised {promised}",
                        ["name": name, "length": length, "scenarios": scenarios, "promised": promised]
                    ),
                    labels: labels,
                    help: [
                        Phrase(
                            "give the step that sends the update a rhythm: 'every {every}'",
                            ["every": every.value.notation])
                    ]))
        }
    }
}
