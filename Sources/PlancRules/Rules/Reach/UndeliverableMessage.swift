import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UndeliverableMessage: Rule {
    static let name = "undeliverable-message"
    static let group = RuleGroup.reach
    static let severity = Severity.error
    static let summary = Phrase(
        "in a scenario it is for, a message has no way to one of its audiences")
    static let why = Phrase(

        """
        The words are ready and cannot leave: none of the message's channels is at once one of the \
        audience's, up in the scenario, and worked by somebody who can be reached. Give the message another \
        channel that its readers have.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Only by mail, when the mail server is under water"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    channels: [mail]
                    subject: The library is closed
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("By a channel that the audience is not on"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    title: ⟦"Staff: the library is closed"⟧
                    channels: [site]
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Mail first, then a text message"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    channels: [mail, text-message]
                    subject: The library is closed
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ])
    ]

    private struct Cause: Hashable {
        var audiences: [String]
        var losses: Losses
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let messages = context.plan.messages
        // When a list is worked through that could not be read, and so when it sends what, nobody knows.
        let unread = context.plan.unread
        if unread.kinds.contains(.checklist)
            || context.plan.checklists.contains(where: { unread.contains($0, ["phase"]) })
        {
            return
        }
        var undelivered: [String: FindingGroups<Cause, [Route]>] = [:]
        for judged in context.scenarios {
            let silent = Set(
                judged.scenario.affects.compactMap { context.plan.audiences[$0] }.filter {
                    !judged.reach(telling: $0).isReachable(audience: $0.id)
                }.map(\.id))
            for number in judged.messages where messages[number].phase.value != .before {
                let message = messages[number]
                if context.mayBeDelivered(message) { continue }
                // An affected audience that nothing reaches is told once (`unreachable-audience`).
                let reach = judged.reach(sending: message)
                let lost = reach.routes(of: message).filter {
                    $0.channel == nil && !silent.contains($0.audience) && !$0.lacksOnlyAddress
                }
                if lost.isEmpty { continue }
                var losses = Losses()
                for route in lost { losses.add(reach.losses(of: route)) }
                let cause = Cause(audiences: lost.map(\.audience), losses: losses)
                undelivered[message.id, default: FindingGroups()].add(cause, judged, lost)
            }
        }
        if undelivered.isEmpty { return }
        for message in messages {
            for (cause, faults) in undelivered[message.id]?.groups ?? [] {
                guard let (judged, routes) = faults.first else { continue }
                report(tell(message, cause, judged, routes, faults.map(\.scenario.scenario), context.plan))
            }
        }
    }

    private static func tell(
        _ message: Message, _ cause: Cause, _ judged: JudgedScenario, _ routes: [Route], _ scenarios: [Scenario],
        _ plan: Plan
    ) -> Finding {
        let title = message.quoted
        let audiences = Phrase.list(cause.audiences.compactMap { plan.audiences[$0] })
        let place = Phrase.inScenarios(scenarios)
        var labels: [Label] = []
        for passed in routes.first?.passedOver ?? [] {
            guard let reference = message.channels.first(where: { $0.id == passed.channel }), labels.count < 5 else {
                continue
            }
            labels.append(Label(reference.span, told(passed.obstacle, judged.reach)))
        }
        labels += judged.reach.labels(for: cause.losses, in: judged.scenario)
        let up = cause.audiences.flatMap { judged.reach(sending: message).ways(audience: $0) }
        var seen = Set<String>()
        let usable = up.filter { seen.insert($0).inserted }.compactMap { plan.channels[$0] }
        var help: [Phrase] = []
        if usable.isEmpty {
            help.append(
                Phrase(
                    "give the audience a channel that stays in this scenario, and name it in the message"))
        } else {
            let names = Phrase.list(usable)
            help.append(
                Phrase(
                    "add a channel that still reaches its readers there: {names}", ["names": names]))
        }
        return finding(
            at: message.nameSpan,
            Phrase(
                "message {title} has no way to {audiences} {place}",
                ["title": title, "audiences": audiences, "place": place]),
            labels: labels, help: help)
    }

    private static func told(_ obstacle: Route.Obstacle, _ reach: Reach) -> Phrase {
        switch obstacle {
        case .notAmongAudience: return Phrase("not a channel of this audience")
        case .noAddress: return Phrase("this audience has no address here")
        case .out(let outage):
            let chain = reach.chain(of: outage).compactMap { reach.plan.systems[$0] }
            let manner = outage.manner.phrase
            if chain.isEmpty { return manner }
            let systems = Phrase.list(chain)
            return Phrase(
                "{manner}, because of {systems}", ["manner": manner, "systems": systems]
            )
        case .nobodyToWorkIt(let role):
            let name = reach.plan.roles[role]?.quoted ?? Phrase.quoting(role)
            return Phrase(
                "nobody of {name}, who work it, can be reached", ["name": name])
        }
    }
}
