import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum WrongChannel: Rule {
    static let name = "wrong-channel"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a message with a channel that its duty or its step does not allow, or that none of its audiences has")
    static let why = Phrase(
        """
        Some notices count only when they are made on the authority’s online service, or by telephone. Give the message a channel \
        of that sort, or explain with `planc: allow` why another is accepted. A channel that none of the audiences has carries \
        a message to nobody: pages do not name it, and its author counts on it. A step that says "by telephone" beside a message that \
        leaves by e-mail is read in two ways by two people.
        """)
    static let rejects = [
        Example(
            Phrase("By e-mail, where an online service is asked for"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness, channel: {portal: Council online}}]"),
                "messages/notice.md": DutyExamples.notice(satisfies: "⟦council/notice⟧"),
            ]),
        Example(
            Phrase("The staff look at no website"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "channels: [text-message, ⟦site⟧]")
            ]),
        Example(
            Phrase("The step says by telephone, the message leaves by text message"),
            ["checklists/flood.md": steps("[⟦Tell the staff by telephone⟧](../messages/staff-closed.md)")]),
    ]
    static let accepts = [
        Example(
            Phrase("By the website of the authority"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness, channel: {portal: Council online}}]"),
                "messages/notice.md": DutyExamples.notice(by: "site", satisfies: "council/notice"),
            ]),
        Example(
            Phrase("The step says by telephone of something else, or what it is not done by"),
            [
                "checklists/flood.md": steps(
                    "Tell the mayor by telephone, then the staff, not by telephone: [](../messages/staff-closed.md)")
            ]),
    ]

    private static func steps(_ words: String) -> String {
        ExamplePlan.changing(
            "checklists/flood.md",
            text: """
                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+30min @director \(words)
                - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                """)
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages { reportUnheard(message, context, report) }
        reportSteps(context, report)
        for message in context.plan.messages {
            let types = Set(message.channels.compactMap { context.plan.channels[$0]?.type.value })
            if types.isEmpty { continue }
            for satisfaction in message.satisfies {
                guard let (obligation, stage) = context.stages(of: satisfaction), let channel = stage?.channel,
                    let allowed = allowed(channel), types.isDisjoint(with: allowed)
                else { continue }
                let how = [channel.portal, channel.mail, channel.phone].compactMap { $0?.value }.joined(separator: ", ")
                report(
                    finding(
                        at: satisfaction.stage.map { satisfaction.obligation.span.union($0.span) }
                            ?? satisfaction.obligation.span,
                        Phrase(
                            "{duty} is to be made by {how}, and message {name} has no such channel",
                            ["duty": obligation.quoted, "how": how, "name": message.quoted]),
                        labels: message.channels.first.map { [Label($0.span, Phrase("it leaves by these"))] } ?? [],
                        help: [
                            Phrase(
                                "give the message a channel of the type {types}",
                                ["types": Phrase.list(allowed.map(\.rawValue).sorted(), .or)])
                        ]))
            }
        }
    }

    /// A step that says by which way it is done, and sends nothing that leaves by it.
    private static func reportSteps(_ context: RuleContext, _ report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.message) { return }
        var reader = WaysOfSteps(plan)
        for list in plan.checklists {
            for stage in list.stages { for step in stage.steps { reportSteps(step, plan, &reader, report) } }
        }
    }

    private static func reportSteps(
        _ step: Step, _ plan: Plan, _ reader: inout WaysOfSteps, _ report: (Finding) -> Void
    ) {
        for substep in step.substeps { reportSteps(substep, plan, &reader, report) }
        let messages = (step.links + step.branchLinks).filter { $0.target.kind == .message }
            .compactMap { plan.messages[$0.target.id] }
        guard let message = messages.first, !messages.contains(where: { plan.unread.contains($0, ["channels"]) }) else {
            return
        }
        let ways = reader.ways(of: step)
        guard let way = ways.first else { return }
        let types = Set(messages.flatMap(\.channels).compactMap { plan.channels[$0]?.type.value })
        guard !types.isEmpty, ways.allSatisfy({ types.isDisjoint(with: $0.types) }) else { return }
        report(
            finding(
                at: way.span,
                Phrase(
                    "the step says {quoted}, and message {name} has no such channel",
                    ["quoted": Phrase.quoting(way.words), "name": message.quoted]),
                labels: message.channels.first.map { [Label($0.span, Phrase("it leaves by these"))] } ?? [],
                help: [Phrase("give the message such a channel, or say in the step how it is sent")]))
    }

    /// A channel that none of a message's audiences has, where others reach them: with none, `undeliverable-message` says so.
    private static func reportUnheard(_ message: Message, _ context: RuleContext, _ report: (Finding) -> Void) {
        let plan = context.plan
        if message.inReplyTo != nil || plan.unread.contains(message, ["channels", "audiences"]) { return }
        let audiences = message.audiences.compactMap { plan.audiences[$0] }
        if audiences.count < message.audiences.count { return }
        if audiences.contains(where: { plan.unread.contains($0, ["channels"]) }) { return }
        let heard = Set(audiences.flatMap { $0.channels.map(\.id) })
        let unheard = message.channels.filter { !heard.contains($0.id) }
        if unheard.count == message.channels.count { return }
        for reference in unheard {
            guard let channel = plan.channels[reference] else { continue }
            report(
                finding(
                    at: reference.span,
                    Phrase(
                        "message {name} does not reach {audiences} by {channel}: it is no channel of theirs",
                        ["name": message.quoted, "audiences": Phrase.list(audiences), "channel": channel.quoted]),
                    labels: audiences.prefix(3).map { Label($0.nameSpan, Phrase("has other channels")) },
                    help: [
                        Phrase("give the audience this channel, if it has it, or take the channel out of the message")
                    ]))
        }
    }

    /// The types of channel that a duty allows; nil where it says so in words, or leaves another way open.
    private static func allowed(_ channel: Obligation.Channel) -> Set<ChannelType>? {
        if channel.how != nil || channel.fallback != nil { return nil }
        var types: Set<ChannelType> = []
        if channel.portal != nil { types.formUnion([.portal, .web]) }
        if channel.mail != nil { types.insert(.email) }
        if channel.phone != nil { types.formUnion([.voice, .hotline]) }
        return types.isEmpty ? nil : types
    }
}
