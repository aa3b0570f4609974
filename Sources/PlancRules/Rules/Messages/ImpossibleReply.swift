import PlancDiagnostics
import PlancModel
import PlancPhrases
import PlancProse
import PlancSource
import PlancWords

enum ImpossibleReply: Rule {
    static let name = "impossible-reply"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        "asks to answer on a channel that cannot receive")
    static let why = Phrase(

        """
        People will answer, and believe that they were heard. A text message with a name as its sender \
        receives nothing. Give a number that is answered.
        """)
    static let rejects = [
        Example(
            Phrase("A reply to a name"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. ⟦Reply YES⟧ to be called back.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "La bibliothèque est fermée. ⟦Répondez OUI⟧ pour être rappelé."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A number to call"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. To be called back: {{ phone }}.")
            ]),
        Example(
            Phrase("Asking not to answer"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The library is closed. Do not reply to this message. Questions: {{ phone }}.")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for reply in replies(in: context.plan) {
            report(
                finding(
                    at: reply.span, Phrase("nobody can answer on {name}", ["name": reply.channel.quoted]),
                    labels: [Label(reply.reason, Phrase("it cannot receive"))],
                    help: [
                        Phrase("give a number or an address that is answered, or set 'two-way: true' if this one is")
                    ]))
        }
    }

    /// Words that ask to answer, with the channel on which nobody can, and where the plan says so.
    static func replies(in plan: Plan) -> [(span: Span, channel: Channel, reason: Span)] {
        let rendering = asWritten(plan.links)
        var seen = Set<Span>()
        var found: [(span: Span, channel: Channel, reason: Span)] = []
        var readers: [Substring: PhraseReader] = [:]
        let reasons = plan.channels.map(oneWay)
        if reasons.allSatisfy({ $0 == nil }) { return [] }
        for number in plan.messages.indices {
            for reference in plan.messages[number].channels {
                guard let place = plan.channels.index(of: reference.id), let reason = reasons[place] else { continue }
                let channel = plan.channels[place]
                for version in plan.messages[number].versions {
                    guard let sent = version.sentText(on: channel) else { continue }
                    let language = version.body.locale.language
                    let text = rendering(sent.blocks)
                    let reader = { PhraseReader(.replies(in: language)) }
                    for match in readers[language, default: reader()].matches(in: text) {
                        guard let span = text.span(of: match.range), seen.insert(span).inserted else { continue }
                        found.append((span, channel, reason))
                    }
                }
            }
        }
        return found
    }

    /// Where the plan says that a channel cannot receive: `two-way: false`, or a text message whose sender is a name.
    private static func oneWay(_ channel: Channel) -> Span? {
        if let twoWay = channel.twoWay { return twoWay.value ? nil : twoWay.span }
        guard channel.type.value == .sms, let sender = channel.sender, sender.value.contains(where: \.isLetter) else {
            return nil
        }
        return sender.span
    }
}
