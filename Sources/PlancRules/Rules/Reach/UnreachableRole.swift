import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnreachableRole: Rule {
    static let name = "unreachable-role"
    static let group = RuleGroup.reach
    static let severity = Severity.error
    static let summary = Phrase(
        "in a scenario, a role with steps none of whose people can be reached")
    static let why = Phrase(

        """
        The step is on the sheet, and nobody can call the person who does it: the channels of holder and \
        deputies all fall with what the scenario takes away. Add a way to reach them that stays, or a \
        deputy who can be reached.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Without the mobile network nobody finds the press officer"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md", "⟦press⟧: {title: Press officer, holder: ben, deputies: [cleo], team: communication}"),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server, mobile-network]
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A deputy has a landline"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    press: {title: Press officer, holder: ben, deputies: [cleo, ada], team: communication}
                    """),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server, mobile-network]
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]

    private struct Cause: Hashable {
        var roles: [String]
        var losses: Losses
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // With the first step of each role.
        var gathered = FindingGroups<Cause, [Span]>()
        for judged in context.scenarios {
            var seen = Set<Int>()
            var silent: [(losses: Losses, roles: [String], steps: [Span])] = []
            // At its first step: later no less works.
            for (entry, hour) in zip(judged.timeline.entries, judged.timeline.hours) where entry.phase == .during {
                let reach = judged.reach.at(hour)
                for reference in entry.roles {
                    guard let place = plan.roles.index(of: reference.id), seen.insert(place).inserted,
                        !reach.isReachable(role: reference.id)
                    else { continue }
                    // A role without anybody is another cause.
                    let role = plan.roles[place]
                    if role.people.isEmpty || context.mayBeReached(role) { continue }
                    let losses = reach.losses(role: role)
                    if let place = silent.firstIndex(where: { $0.losses == losses }) {
                        silent[place].roles.append(role.id)
                        silent[place].steps.append(entry.step.span)
                    } else {
                        silent.append((losses, [role.id], [entry.step.span]))
                    }
                }
            }
            for (losses, roles, steps) in silent {
                gathered.add(Cause(roles: roles.sorted(), losses: losses), judged, steps)
            }
        }
        for (cause, faults) in gathered.groups {
            let roles = cause.roles.compactMap(plan.roles.index).sorted().map { plan.roles[$0] }
            guard let first = roles.first, let fault = faults.first else { continue }
            let judged = fault.scenario
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let names = Phrase.list(roles)
            let one = roles.count == 1
            var labels = roles.dropFirst().prefix(5).map {
                Label(
                    $0.nameSpan,
                    Phrase("nobody either, for the same reason"))
            }
            labels += fault.fault.prefix(2).map {
                Label($0, Phrase("this step waits for nobody"))
            }
            labels += judged.reach.labels(for: cause.losses, in: judged.scenario)
            report(
                finding(
                    at: first.nameSpan,
                    Phrase(
                        "nobody of {one, select, true {role} other {roles}} {names} can be reached {scenarios}",
                        ["one": one, "names": names, "scenarios": scenarios]
                    ),
                    labels: labels,
                    help: [
                        Phrase(
                            "add to one of its people a way that stays in this scenario, or a deputy who has one"
                        )
                    ]))
        }
    }
}
