import PlancDiagnostics
import PlancModel
import PlancSource

enum DeputyIsHolder: Rule {
    static let name = "deputy-is-holder"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        "the same person twice in one role")
    static let why = Phrase(

        """
        A deputy who is the holder is no deputy: the plan looks covered, and on the day it is not. Name \
        somebody else.
        """)
    static let rejects = [
        Example(
            Phrase("The director stands in for herself"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    director: {title: Director, holder: ada, deputies: [⟦ada⟧, ben], team: executive}
                    press: {title: Press officer, holder: ben, deputies: [cleo, ⟦cleo⟧], team: communication}
                    """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("One person in two roles"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "caretaker: {title: Caretaker, holder: ada, deputies: [cleo], team: technical}")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for role in context.plan.roles {
            var first: [String: Span] = [:]
            for reference in role.people {
                guard let earlier = first[reference.id] else {
                    first[reference.id] = reference.span
                    continue
                }
                guard let person = context.plan.people[reference] else { continue }
                let (who, name) = (person.quoted, role.quoted)
                report(
                    finding(
                        at: reference.span,
                        reference.id == role.holder?.id
                            ? Phrase("{who} stands in for themselves in role {name}", ["who": who, "name": name])
                            : Phrase("{who} is named twice as a deputy in role {name}", ["who": who, "name": name]),
                        caption: Phrase("already in this role"),
                        labels: [Label(earlier, Phrase("named here first"))],
                        help: [
                            Phrase(
                                "name another person, or take this one away")
                        ]))
            }
        }
    }
}
