import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum LateMessage: Rule {
    static let name = "late-message"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "a message whose step is due after its 'send: {within}'")
    static let why = Phrase(

        """
        The message says itself how soon it must leave, and the checklist sends it later. On the day people \
        follow the checklist. Move the step, or say honestly how long it takes.
        """)
    static let rejects = [
        Example(
            Phrase("Due within 20 minutes, sent after 30"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    send: {within: 20min}
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Sent twice: the first one counts"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "send: {within: 20min}",
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """),
                "checklists/at-once.md": """
                ---
                kind: checklist
                title: At once
                scenarios: flood
                phase: during
                ---

                - [ ] T+20min @press Tell the staff: [](../messages/staff-closed.md)
                """,
            ])
    ]

    private struct Late: Hashable {
        var message: String
        var fault: TimedFault
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let messages = context.plan.messages
        var gathered = FindingGroups<Late, Sending>()
        for judged in context.scenarios {
            for number in judged.messages {
                guard let within = messages[number].send.within?.value.boundedMinutes,
                    let sending = judged.timeline.sureSending(of: messages[number].id), let minutes = sending.minutes,
                    minutes > within
                else { continue }
                let fault = TimedFault(minutes: minutes, limit: within, span: sending.span)
                gathered.add(Late(message: messages[number].id, fault: fault), judged, sending)
            }
        }
        for (late, faults) in gathered.groups {
            guard let message = context.plan.messages[late.message], let within = message.send.within,
                let (judged, sending) = faults.first
            else { continue }
            let title = message.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let (when, limit) = (Phrase.moment(minutes: late.fault.minutes), Phrase.duration(within.value))
            let answers = judged.timeline.labels(
                ifAnswered: judged.timeline.sendings(of: message.id), before: sending)
            var finding = finding(
                at: message.nameSpan,
                Phrase(
                    "message {title} leaves at {when} {scenarios}, and must leave within {limit}",
                    ["title": title, "when": when, "scenarios": scenarios, "limit": limit]
                ),
                labels: [
                    Label(within.span, Phrase("must leave within this")),
                    judged.timeline.label(sending.entry) {
                        Phrase("leaves at {name}", ["name": $0])
                    },
                ] + answers,
                help: [
                    Phrase(
                        "move the step forward, or give the message the time it needs")
                ])
            // In the other answers there may be nothing to tell.
            if !answers.isEmpty { finding.severity = .warning }
            report(finding)
        }
    }
}
