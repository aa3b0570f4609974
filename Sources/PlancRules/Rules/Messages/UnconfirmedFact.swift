import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnconfirmedFact: Rule {
    static let name = "unconfirmed-fact"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a fact that a role confirms, in a message that this role neither owns nor approves")
    static let why = Phrase(

        """
        The field says who knows whether its value is true. When that role never sees the message, a wrong \
        number goes out with everybody's approval.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The caretaker confirms the depth and does not approve"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The water stands at {{ ⟦depth⟧ }}. Questions: {{ phone }}."),
                "fields.md": ExamplePlan.changing(
                    "fields.md",
                    """
                    depth: {title: Depth of the water, type: text, example: 20 cm, longest: 120 cm, confirmed-by: caretaker}
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The caretaker approves"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "approver: caretaker",
                    text: "The water stands at {{ depth }}. Questions: {{ phone }}."),
                "fields.md": ExamplePlan.changing(
                    "fields.md",
                    """
                    depth: {title: Depth of the water, type: text, example: 20 cm, longest: 120 cm, confirmed-by: caretaker}
                    """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var confirmers: [String: (field: Field, reference: Reference, role: Role)] = [:]
        for (place, field) in plan.fields.enumerated() where plan.fields.index(of: field.id) == place {
            guard let confirmer = field.confirmedBy, let role = plan.roles[confirmer] else { continue }
            confirmers[field.id] = (field, confirmer, role)
        }
        if confirmers.isEmpty { return }
        for message in plan.messages {
            // That it has no approver although it has time for one is reported as such.
            guard !message.approvers.isEmpty || message.approveWithin == nil, let version = message.versions.first,
                !plan.unread.contains(message, ["owner", "approver", "legal-review"])
            else { continue }
            var told = Set<String>()
            func reads(_ role: String) -> Bool {
                message.owner?.id == role || message.legalReview?.id == role
                    || message.approvers.contains { $0.id == role }
            }
            eachField(in: version.body.blocks, plan) { name, place in
                guard let (field, confirmer, role) = confirmers[name], !reads(confirmer.id), told.insert(name).inserted
                else { return }
                let (who, what) = (role.quoted, field.quoted)
                report(
                    finding(
                        at: place,
                        Phrase(
                            "{who} confirms {what} and neither owns nor approves this message",
                            ["who": who, "what": what]),
                        labels: [
                            Label(
                                confirmer.span, Phrase("who knows whether it is true")
                            )
                        ],
                        help: [
                            Phrase(
                                "add '{id}' to 'approver'", ["id": confirmer.id])
                        ]))
            }
        }
    }

    /// Every field that a text asks for, where it does; those of a snippet at the snippet's call.
    private static func eachField(in blocks: [Block], _ plan: Plan, _ visit: (String, Span) -> Void) {
        func walk(_ blocks: [Block], at call: Span?, _ open: [String]) {
            blocks.forEachInline { inline in
                switch inline.content {
                case .placeholder(let placeholder): visit(placeholder.name, call ?? placeholder.nameSpan)
                case .snippet(let id) where !open.contains(id.value):
                    if let version = plan.snippets[id.value]?.versions.first {
                        walk(version.body.blocks, at: call ?? id.span, open + [id.value])
                    }
                default: break
                }
            }
        }
        walk(blocks, at: nil, [])
    }
}
