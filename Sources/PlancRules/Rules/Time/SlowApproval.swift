import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum SlowApproval: Rule {
    static let name = "slow-approval"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "an approval that takes longer than the time left to send")
    static let why = Phrase(

        """
        A text that waits for approval does not exist for those who wait for it. Between the activation and \
        the step there must be room for everybody who has to read it, legal review included. Shorten the \
        chain, or approve the text beforehand.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Two hours to approve, one hour to send"),
            [
                "messages/readers-closed.md": ExamplePlan.changing(
                    "messages/readers-closed.md",
                    """
                    title: ⟦"Readers: the library is closed"⟧
                    channels: [site]
                    approve-within: 2h
                    """,
                    text: "The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Exactly the time there is"),
            [
                "messages/readers-closed.md": ExamplePlan.changing(
                    "messages/readers-closed.md",
                    """
                    channels: [site]
                    approve-within: 1h
                    """,
                    text: "The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // The tightest sending of each message; a message before the crisis has all the time it wants.
        var tightest: [String: (minutes: Int, entry: Int, scenario: Int)] = [:]
        let (messages, scenarios) = (context.plan.messages, context.scenarios)
        for (place, judged) in scenarios.enumerated() {
            for number in judged.messages {
                guard messages[number].approveWithin != nil else { continue }
                if messages[number].phase.value == .before { continue }
                let id = messages[number].id
                guard let sending = judged.timeline.firstSending(of: id), let minutes = sending.minutes,
                    minutes >= 0, minutes < tightest[id]?.minutes ?? .max
                else { continue }
                tightest[id] = (minutes, sending.entry, place)
            }
        }
        for number in messages.indices {
            guard let approval = messages[number].approveWithin else { continue }
            let needed = approval.value.boundedMinutes
            guard
                tightest[messages[number].id].map({ $0.minutes < needed }) ?? false
                    || messages[number].send.within.map({ $0.value.boundedMinutes < needed }) ?? false
            else { continue }
            let message = messages[number]
            let title = message.quoted
            let time = Phrase.duration(approval.value)
            var labels = [Label(approval.span, Phrase("to approve"))]
            let left: Phrase
            if let sent = tightest[message.id], sent.minutes < needed {
                left = Phrase.duration(minutes: sent.minutes)
                labels.append(
                    scenarios[sent.scenario].timeline.label(sent.entry) {
                        Phrase("has to leave at {name}", ["name": $0])
                    })
            } else if let within = message.send.within, within.value.boundedMinutes < needed {
                left = Phrase.duration(within.value)
                labels.append(
                    Label(within.span, Phrase("has to leave within this")))
            } else {
                continue
            }
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        "approving message {title} takes {time}, and there are {left} to send it",
                        ["title": title, "time": time, "left": left]
                    ),
                    labels: labels,
                    help: [
                        Phrase(
                            "shorten the chain of approval, approve the text beforehand, or send it later"
                        )
                    ]))
        }
    }
}
