import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum StepOutOfOrder: Rule {
    static let name = "step-out-of-order"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a step that is due earlier than what has to come before it")
    static let why = Phrase(

        """
        People go down a list from the top. A step that was due before the one above it is seen when its \
        time has passed. Put the steps in the order of their times, or open a new stage with a heading. A message with `after` \
        waits for another one: where that leaves later, its page says to wait and the list says to send.
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
            ]),
        Example(
            Phrase("After a message that leaves half an hour later"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "after: ⟦readers-closed⟧",
                    text: "The library is closed. News at {{ next-time }}, questions: {{ phone }}.")
            ]),
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
            ]),
        Example(
            Phrase("After a message that leaves before"),
            [
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md",
                    """
                    title: Open again
                    audiences: readers
                    scenarios: flood
                    owner: director
                    subject: News
                    after: readers-closed
                    """, text: "Open again.")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for checklist in context.plan.checklists {
            for stage in checklist.stages { judge(stage.steps, after: nil, report) }
        }
        judgeMessages(context, report)
    }

    private struct Pair: Hashable {
        var message: String
        var place: Span
    }

    /// A message waits for one that leaves later.
    private static func judgeMessages(_ context: RuleContext, _ report: (Finding) -> Void) {
        let plan = context.plan
        var gathered = FindingGroups<Pair, (own: Sending, other: Sending)>()
        for judged in context.scenarios {
            for message in judged.messages.lazy.map({ plan.messages[$0] }) where !message.after.isEmpty {
                guard let own = judged.timeline.firstSending(of: message.id), let leaves = own.minutes else { continue }
                for first in message.after {
                    guard let other = judged.timeline.firstSending(of: first.id), let later = other.minutes,
                        leaves < later
                    else { continue }
                    gathered.add(Pair(message: message.id, place: first.span), judged, (own, other))
                }
            }
        }
        for (pair, faults) in gathered.groups {
            guard let message = plan.messages[pair.message], let (judged, fault) = faults.first else { continue }
            let other = plan.messages[fault.other.number]
            report(
                finding(
                    at: pair.place,
                    Phrase(
                        "{name} is to leave after {other}, which leaves later {scenarios}",
                        [
                            "name": message.quoted, "other": other.quoted,
                            "scenarios": Phrase.inScenarios(faults.map(\.scenario.scenario)),
                        ]),
                    labels: [
                        judged.timeline.label(fault.own.entry) {
                            Phrase("{name}, at {name2}", ["name": message.quoted, "name2": $0])
                        },
                        judged.timeline.label(fault.other.entry) {
                            Phrase("{name}, at {name2}", ["name": other.quoted, "name2": $0])
                        },
                    ],
                    help: [Phrase("remove it from 'after', or change the times of the steps")]))
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
