import PlancDiagnostics
import PlancModel

enum RoleWithoutDeputy: Rule {
    static let name = "role-without-deputy"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        "a role that nobody stands in for when its holder is away")
    static let why = Phrase(

        """
        Crises come on holidays, at night, and when the one person who knows is on a plane. A role that \
        rests on one person is then empty, and those who wait for it wait in vain. Name at least one \
        deputy, and tell them.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody stands in for the press officer"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "⟦press⟧: {title: Press officer, holder: ben, team: communication}")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Two people stand in, in order"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    press: {title: Press officer, holder: ben, deputies: [cleo, ada], team: communication}
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for role in context.plan.roles where role.deputies.isEmpty {
            if context.plan.unread.contains(role, ["deputies"]) { continue }
            let name = role.quoted
            var labels: [Label] = []
            if let holder = role.holder, let person = context.plan.people[holder] {
                let who = person.quoted
                labels.append(
                    Label(
                        holder.span,
                        Phrase(
                            "when {who} is away, nobody acts", ["who": who])))
            }
            report(
                finding(
                    at: role.nameSpan,
                    Phrase(
                        "role {name} has no deputy", ["name": name]),
                    caption: Phrase("add 'deputies'"), labels: labels,
                    help: [
                        Phrase(
                            "name at least one deputy under '{id}': 'deputies: [person-id]'", ["id": role.id])
                    ]))
        }
    }
}
