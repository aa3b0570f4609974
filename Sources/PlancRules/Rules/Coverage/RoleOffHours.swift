import PlancDiagnostics
import PlancModel

enum RoleOffHours: Rule {
    static let name = "role-off-hours"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a role on duty 24/7 whose people all keep office hours")
    static let why = Phrase(

        """
        At three in the morning the plan calls people who have never agreed to be woken, and who may have \
        their phones switched off. Agree on a duty rota with at least one of them, or say that the role \
        keeps office hours.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody of the 24/7 role works at night"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      hours: office
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2026-01-05
                    cleo:
                      name: Cleo Hart
                      hours: office
                      reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                      verified: 2026-01-05
                    """),
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    ⟦caretaker⟧: {title: Caretaker, holder: cleo, deputies: [ada], team: technical, hours: 24/7}
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The deputy can be woken"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      hours: 24/7
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2026-01-05
                    cleo:
                      name: Cleo Hart
                      hours: office
                      reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                      verified: 2026-01-05
                    """),
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical, hours: 24/7}
                    """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for role in context.plan.roles {
            guard let hours = role.hours, hours.value == .always else { continue }
            let people = role.people.compactMap { context.plan.people[$0] }
            guard !people.isEmpty, people.allSatisfy({ $0.hours?.value == .office }) else { continue }
            let name = role.quoted
            let labels = people.prefix(3).compactMap { person in
                person.hours.map { Label($0.span, Phrase("office hours only")) }
            }
            report(
                finding(
                    at: role.nameSpan,
                    Phrase(
                        "role {name} is on duty 24/7, and all its people keep office hours", ["name": name]
                    ),
                    labels: [Label(hours.span, Phrase("asks for day and night"))]
                        + labels,
                    help: [
                        Phrase(
                            "agree on duty with one of them and write 'hours: 24/7' there, or give the role office hours"
                        )
                    ]))
        }
    }
}
