import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum WrongRecipient: Rule {
    static let name = "wrong-recipient"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase("a message that is to meet a duty and goes to somebody else")
    static let why = Phrase(
        """
        A duty says who has to be told. A text message to the staff tells no authority, however good it is, and the plan would show a \
        duty as met that is not. Send the notice to the audience that is the authority, and say which authority it is, as in \
        `authority: data-protection`.
        """)
    static let rejects = [
        Example(
            Phrase("A text message to the staff for the council"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "messages/notice.md": DutyExamples.notice(
                    to: "staff", by: "text-message", satisfies: "⟦council/notice⟧"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The notice goes to the council"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "messages/notice.md": DutyExamples.notice(satisfies: "council/notice"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for message in plan.messages where !plan.unread.contains(message, ["audiences"]) {
            var wrong: [Case] = []
            var unsaid: [Case] = []
            for satisfaction in message.satisfies {
                guard let (obligation, stage) = context.stages(of: satisfaction) else { continue }
                let one = Case(satisfaction: satisfaction, obligation: obligation, stage: stage)
                switch obligation.match(message.audiences, stage, plan) {
                case .right: break
                case .wrong: wrong.append(one)
                case .unsaid: unsaid.append(one)
                }
            }
            // A message that goes to the wrong people is one slip, however many duties it is to meet.
            if let first = wrong.first { report(finding(message, first, wrong.dropFirst(), context)) }
            if let first = unsaid.first { report(self.unsaid(message, first, unsaid.dropFirst(), context)) }
        }
    }

    /// A duty that a message is to meet.
    private struct Case {
        var satisfaction: Message.Satisfaction
        var obligation: Obligation
        var stage: Obligation.Stage?
    }

    private static func labels(_ others: ArraySlice<Case>) -> [Label] {
        others.prefix(3).map { Label(span($0.satisfaction), Phrase("and here")) }
    }

    private static func span(_ satisfaction: Message.Satisfaction) -> Span {
        satisfaction.stage.map { satisfaction.obligation.span.union($0.span) } ?? satisfaction.obligation.span
    }

    private static func told(_ obligation: Obligation, _ stage: Obligation.Stage?, _ plan: Plan) -> Phrase {
        let recipients = (stage.map { [$0] } ?? obligation.stages).flatMap(\.to).map(\.value)
        if let audience = obligation.audience, recipients.isEmpty, let title = plan.audiences[audience]?.quoted {
            return title
        }
        if recipients.isEmpty { return obligation.authority.isEmpty ? obligation.quoted : obligation.authority.phrase }
        var once: [Recipient] = []
        for recipient in recipients where !once.contains(recipient) { once.append(recipient) }
        return Phrase.list(once.map(LegalTerms.recipient), .or)
    }

    private static func finding(
        _ message: Message, _ one: Case, _ others: ArraySlice<Case>, _ context: RuleContext
    ) -> Finding {
        let (obligation, stage) = (one.obligation, one.stage)
        if let foreign = obligation.foreignAuthority(message.audiences, stage, context.plan),
            let theirs = foreign.jurisdiction, let own = obligation.jurisdiction
        {
            return finding(
                at: span(one.satisfaction),
                Phrase(
                    "message {name} goes to {audience}, which applies the law of {theirs}, and {duty} is the law of {own}",
                    [
                        "name": message.quoted, "audience": foreign.quoted, "theirs": theirs.value,
                        "duty": obligation.quoted, "own": own.value,
                    ]),
                labels: [Label(theirs.span, Phrase("the law of this authority"))] + labels(others),
                help: [
                    Phrase("send the notice to the authority of {own}, or correct 'jurisdiction'", ["own": own.value])
                ])
        }
        let audiences = message.audiences.compactMap { context.plan.audiences[$0] }
        return finding(
            at: span(one.satisfaction),
            Phrase(
                "message {name} goes to {audiences}, and {duty} has to be told to {recipient}",
                [
                    "name": message.quoted, "audiences": Phrase.list(audiences), "duty": obligation.quoted,
                    "recipient": told(obligation, stage, context.plan),
                ]),
            labels: message.audiences.prefix(1).map { Label($0.span, Phrase("it goes here")) } + labels(others),
            help: [
                Phrase("write the notice as a message of its own to that audience, or take 'satisfies' away"),
                stage?.to.contains { $0.value.kind == .authority } == true
                    ? Phrase(
                        "of an authority say which it is, and whose law it applies: 'authority: …', 'jurisdiction: …'")
                    : nil,
            ])
    }

    /// The audience is an authority, and nobody says which.
    private static func unsaid(
        _ message: Message, _ one: Case, _ others: ArraySlice<Case>, _ context: RuleContext
    ) -> Finding {
        let plan = context.plan
        let (obligation, stage) = (one.obligation, one.stage)
        let recipients = (stage.map { [$0] } ?? obligation.stages).flatMap(\.to).map(\.value)
        let kinds = recipients.first { $0.kind == .authority }?.authorities.map(\.rawValue) ?? []
        let value = kinds.count == 1 ? kinds[0] : "[" + kinds.joined(separator: ", ") + "]"
        let audience = message.audiences.compactMap { plan.audiences[$0] }.first {
            $0.type.value == .authorities && $0.authority.isEmpty
        }
        let fix = audience.flatMap {
            context.adding(
                "authority: \(value)", after: $0.type.span,
                Phrase(
                    "say that {audience} is this authority: 'authority: {kind}'",
                    ["audience": $0.quoted, "kind": value]))
        }
        return finding(
            at: span(one.satisfaction),
            Phrase(
                "{duty} has to be told to {recipient}, and the plan does not say that {audience} is that",
                [
                    "duty": obligation.quoted, "recipient": told(obligation, stage, plan),
                    "audience": audience?.quoted ?? message.quoted,
                ]),
            labels: (audience.map { [Label($0.type.span, Phrase("which authority is it?"))] } ?? []) + labels(others),
            help: [Phrase("add 'authority: {kind}' to the audience", ["kind": value])], fixes: fix.map { [$0] } ?? [])
    }
}
