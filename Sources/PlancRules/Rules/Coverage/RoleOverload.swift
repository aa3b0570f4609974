import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum RoleOverload: Rule {
    static let name = "role-overload"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "one person has several roles with steps at the same time in one scenario")
    static let why = Phrase(

        """
        Two steps at one time for one pair of hands: one of them is late, and nobody knows which. Give one \
        of the roles to somebody else, or move one of the steps. Where the holder of a role cannot be reached, \
        whoever stands in for them is meant: two roles with one deputy may come to the same hands.
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
            ]),
        Example(
            Phrase("Cleo stands in for two who are away"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ⟦cleo⟧:
                      name: Cleo Hart
                      reach: {mobile: "+44 7700 900003", home: "+44 1632 960003"}
                      verified: 2026-01-05
                    """),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server, person:ada, person:ben]
                      affects: [readers, staff]
                      activated-by: caretaker
                    """),
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    director: {title: Director, holder: ada, deputies: [cleo], team: executive}
                    press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                    """),
                "checklists/first-minute.md": """
                ---
                kind: checklist
                title: First minute
                scenarios: flood
                phase: during
                ---

                - [ ] T+2min @director Decide whether to close
                - [ ] T+2min @press Take down the notice of tonight's reading
                """,
            ]),
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
        /// Whether somebody else holds one of the roles there.
        var isOfStandIn: Bool
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
                        clash.isOfStandIn
                            ? Phrase(
                                """
                                give one of the roles another deputy for when its holder cannot be reached, or move one of \
                                the steps
                                """)
                            : Phrase("let somebody else hold one of the roles, or move one of the steps")
                    ]))
        }
    }

    /// The first time, for each person, that two roles they act for have different steps at once. A step that names both roles
    /// is one step.
    private static func firstClashes(_ plan: Plan, _ judged: JudgedScenario, _ holders: [Int?]) -> [Int: Clash] {
        var clashes: [Int: Clash] = [:]
        var busy: [Int: (minutes: Int, role: Int, entry: Int)] = [:]
        let (entries, hours) = (judged.timeline.entries, judged.timeline.hours)
        for place in entries.indices {
            guard let minutes = entries[place].minutes else { continue }
            for reference in entries[place].roles {
                guard let role = plan.roles.index(of: reference.id) else { continue }
                let standIn =
                    entries[place].phase == .before ? nil : standIn(reference.id, judged.reach.at(hours[place]))
                guard let person = standIn.flatMap({ plan.people.index(of: $0) }) ?? holders[role],
                    clashes[person] == nil
                else { continue }
                guard let earlier = busy[person], earlier.minutes == minutes else {
                    busy[person] = (minutes, role, place)
                    continue
                }
                if earlier.role != role, earlier.entry != place {
                    clashes[person] = Clash(
                        roles: [plan.roles[earlier.role].id, reference.id], minutes: minutes,
                        steps: [entries[earlier.entry].step.span, entries[place].step.span],
                        scenarios: [judged.scenario],
                        isOfStandIn: [earlier.role, role].contains { holders[$0] != person })
                }
            }
        }
        return clashes
    }

    /// Who acts for a role when its holder cannot be reached.
    private static func standIn(_ role: String, _ reach: Reach) -> String? {
        guard let holder = reach.plan.roles[role]?.holder, !reach.isReachable(person: holder.id) else { return nil }
        return reach.peopleReachable(role: role).first
    }
}
