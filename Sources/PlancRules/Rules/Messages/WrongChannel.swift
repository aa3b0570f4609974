import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum WrongChannel: Rule {
    static let name = "wrong-channel"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a notice that leaves by a channel which the duty does not allow")
    static let why = Phrase(
        """
        Some notices count only when they are made on the authority’s online service, or by telephone. Give the message a channel \
        of that sort, or explain with `planc: allow` why another is accepted.
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
            ])
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
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
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
