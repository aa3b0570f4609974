import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum RoleOverload: Rule {
    static let name = "role-overload"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "one person holds several roles with steps at the same time in one scenario")
    static let why = Phrase(

        """
        Two steps at one time for one pair of hands: one of them is late, and nobody knows which. Give one \
        of the roles to somebody else, or move one of the steps.
        """)
    static let rejects = [
        Example(
            Phrase("Ada holds two roles that start at T0"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ⟦ada⟧:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2026-01-05
                    """),
                "roles.md": ExamplePlan.changing(
                    "roles.md", "caretaker: {title: Caretaker, holder: ada, deputies: [cleo], team: technical}"),
                "checklists/first-minute.md": """
                ---
                kind: checklist
                title: First minute
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Decide whether to close
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Two roles, one after the other"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "caretaker: {title: Caretaker, holder: ada, deputies: [cleo], team: technical}")
            ])
    ]

    private struct Clash {
        var roles: [String]
        var minutes: Int
        var steps: [Span]
        var scenarios: [Scenario]
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let (roles, people) = (context.plan.roles, context.plan.people)
        // By the places of roles and people.
        let holders = roles.indices.map { roles[$0].holder.flatMap { people.index(of: $0.id) } }
        var clashes: [Int: Clash] = [:]
        for judged in context.scenarios {
            for (person, clash) in firstClashes(context.plan, judged, holders) {
                if clashes[person] == nil {
                    clashes[person] = clash
                } else {
                    clashes[person]?.scenarios += clash.scenarios
                }
            }
        }
        if clashes.isEmpty { return }
        for person in people {
            guard let clash = people.index(of: person.id).flatMap({ clashes[$0] }) else { continue }
            let who = person.quoted
            let roles = Phrase.list(clash.roles.compactMap { context.plan.roles[$0] })
            let when = Phrase.moment(minutes: clash.minutes)
            let place = Phrase.inScenarios(clash.scenarios)
            report(
                finding(
                    at: person.nameSpan,
                    Phrase(
                        "{who} has to be {roles} at the same time {place}",
                        ["who": who, "roles": roles, "place": place]),
                    caption: Phrase("two steps at {when}", ["when": when]),
                    labels: clash.steps.map {
                        Label($0, Phrase("due at {when}", ["when": when]))
                    },
                    help: [
                        Phrase(
                            "let somebody else hold one of the roles, or move one of the steps")
                    ]))
        }
    }

    /// The first time, for each person, that two roles they hold have different steps at once. A step that names both roles
    /// is one step.
    private static func firstClashes(_ plan: Plan, _ judged: JudgedScenario, _ holders: [Int?]) -> [Int: Clash] {
        var clashes: [Int: Clash] = [:]
        var busy: [Int: (minutes: Int, role: Int, entry: Int)] = [:]
        let entries = judged.timeline.entries
        for place in entries.indices {
            guard let minutes = entries[place].minutes else { continue }
            for reference in entries[place].roles {
                guard let role = plan.roles.index(of: reference.id), let holder = holders[role], clashes[holder] == nil
                else {
                    continue
                }
                guard let earlier = busy[holder], earlier.minutes == minutes else {
                    busy[holder] = (minutes, role, place)
                    continue
                }
                if earlier.role != role, earlier.entry != place {
                    clashes[holder] = Clash(
                        roles: [plan.roles[earlier.role].id, reference.id], minutes: minutes,
                        steps: [entries[earlier.entry].step.span, entries[place].step.span],
                        scenarios: [judged.scenario])
                }
            }
        }
        return clashes
    }
}
