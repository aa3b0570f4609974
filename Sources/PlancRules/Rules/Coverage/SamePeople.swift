import PlancDiagnostics
import PlancModel

enum SamePeople: Rule {
    static let name = "same-people"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "two roles that rest on the same set of people")
    static let why = Phrase(

        """
        On paper there are two teams, on the day there is one: when its people are busy with the first \
        role, the second is empty, and both are lost together. Let one of the roles rest on somebody else \
        as well.
        """)
    static let rejects = [
        Example(
            Phrase("Ada and Ben, in both orders"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "⟦press⟧: {title: Press officer, holder: ben, deputies: [ada], team: communication}")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("One person in common"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    press: {title: Press officer, holder: ben, deputies: [ada, cleo], team: communication}
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        if !context.plan.unread.kinds.isDisjoint(with: [.role, .person]) { return }
        var first: [Set<String>: Role] = [:]
        for role in context.plan.roles {
            let people = Set(role.people.map(\.id))
            if people.isEmpty { continue }
            guard let earlier = first[people] else {
                first[people] = role
                continue
            }
            let (name, other) = (role.quoted, earlier.quoted)
            let who = Phrase.list(role.people.compactMap { context.plan.people[$0] })
            report(
                finding(
                    at: role.nameSpan,
                    Phrase(
                        "roles {other} and {name} rest on the same people: {who}",
                        ["other": other, "name": name, "who": who]
                    ),
                    labels: [Label(earlier.nameSpan, Phrase("the same people"))],
                    help: [
                        Phrase(
                            "add a deputy to one of them who is not in the other")
                    ]))
        }
    }
}
