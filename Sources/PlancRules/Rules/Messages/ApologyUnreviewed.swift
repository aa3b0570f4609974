import PlancDiagnostics
import PlancModel
import PlancProse
import PlancWords

enum ApologyUnreviewed: Rule {
    static let name = "apology-unreviewed"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "an apology that legal has not read, or with an 'if'")
    static let why = Phrase(

        """
        An apology is worth much to those who suffer, and can be held against you: let legal read it once, \
        now, and name them under 'legal-review'. An apology 'if' somebody was troubled is none.
        """)
    static let rejects = [
        Example(
            Phrase("An apology with an if"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "legal-review: director",
                    text: "We ⟦regret if you⟧ were troubled. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("An apology that nobody has reviewed"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "⟦We apologise⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "Nous vous présentons ⟦nos excuses⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Reviewed by legal"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "legal-review: director", text: "We apologise. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .conditionalApology,
            message: { words in
                Phrase(
                    "{words} is no apology: it has a condition", ["words": words])
            }, report: report)
        let plan = context.plan
        let texts = context.texts
        let conditional = texts.words.filter { $0.verdict == .conditionalApology }.map(\.span)
        for (number, span) in texts.apologies {
            let text = texts.written[number]
            // Whoever helps with a report may say sorry without a lawyer.
            guard
                let message = text.messages.lazy.map({ plan.messages[$0] }).first(where: {
                    $0.legalReview == nil && $0.inReplyTo == nil && !plan.unread.contains($0, ["legal-review"])
                }),
                !conditional.contains(where: {
                    $0.file == span.file && $0.lower <= span.upper && span.lower <= $0.upper
                })
            else { continue }
            let name = message.quoted
            report(
                finding(
                    at: span,
                    Phrase(
                        "message {name} apologises and names no legal review", ["name": name]),
                    labels: text.part == .snippet ? [Label(message.nameSpan, Phrase("says it"))] : [],
                    help: [
                        message.legalApprover(in: plan).map {
                            Phrase(
                                "'{id}' approves it; who reads it for the law is named by 'legal-review: {id}'",
                                ["id": $0.id])
                        } ?? Phrase("add 'legal-review' with the role that reads it")
                    ]))
        }
    }
}

extension Message {
    /// The first of those who approve it that is of the legal team.
    func legalApprover(in plan: Plan) -> Reference? { self.approvers.first { plan.roles[$0]?.team?.value == .legal } }
}
