import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum UnreachableOperator: Rule {
    static let name = "unreachable-operator"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        "a channel that is up in a scenario, and whoever works it cannot be reached")
    static let why = Phrase(

        """
        The channel works, the message is ready, and nobody is there to press the button, so a later \
        channel has to do. Give the operators a way to be reached that stays, or let another role work the \
        channel as well.
        """)
    static let rejects = [
        Example(
            Phrase("The webmaster has a mobile phone only"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  wendy: {name: Wendy Webb, reach: {mobile: "+44 7700 900009"}, verified: 2026-01-05}
                ---
                """,
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  webmaster: {title: Webmaster, holder: wendy, team: communication}
                ---
                """,
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: director, sender: LIBRARY}
                    ⟦site⟧: {title: Website, type: web, depends-on: [website], operated-by: webmaster}
                    """),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mobile-network]
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The director can do it from home"),
            [
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: director, sender: LIBRARY}
                    site: {title: Website, type: web, depends-on: [website], operated-by: director}
                    """),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mobile-network]
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]

    private struct Cause: Hashable {
        var channel: String
        var losses: Losses
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.role, .person, .channel]) { return }
        // With the messages that have to take another way.
        var gathered = FindingGroups<Cause, [String]>()
        for judged in context.scenarios {
            var diverted: [String: [String]] = [:]
            for number in judged.messages where plan.messages[number].phase.value == .during {
                let message = plan.messages[number]
                for route in judged.reach(sending: message).routes(of: message) where route.channel != nil {
                    for passed in route.passedOver {
                        guard case .nobodyToWorkIt = passed.obstacle else { continue }
                        if diverted[passed.channel]?.last != message.id {
                            diverted[passed.channel, default: []].append(message.id)
                        }
                    }
                }
            }
            for channel in plan.channels {
                guard let messages = diverted[channel.id], let role = channel.operatedBy.flatMap({ plan.roles[$0] })
                else { continue }
                let cause = Cause(channel: channel.id, losses: judged.reach.losses(role: role))
                gathered.add(cause, judged, messages)
            }
        }
        for (cause, faults) in gathered.groups {
            guard let channel = plan.channels[cause.channel], let (judged, messages) = faults.first,
                let reference = channel.operatedBy, let role = plan.roles[reference]
            else { continue }
            let (name, who) = (channel.quoted, role.quoted)
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let titles = Phrase.list(messages.compactMap { plan.messages[$0] })
            report(
                finding(
                    at: channel.nameSpan,
                    Phrase(
                        "channel {name} is up {scenarios}, and nobody of {who} can be reached to work it",
                        ["name": name, "scenarios": scenarios, "who": who]
                    ),
                    labels: [
                        Label(reference.span, Phrase("works the channel")),
                        Label(
                            role.nameSpan,
                            Phrase(
                                "none of its people can be reached")),
                    ] + judged.reach.labels(for: cause.losses, in: judged.scenario),
                    help: [
                        Phrase(
                            "these messages take a later channel: {titles}", ["titles": titles]),
                        Phrase(
                            "add to the role a person or a way that stays in this scenario"),
                    ]))
        }
    }
}
