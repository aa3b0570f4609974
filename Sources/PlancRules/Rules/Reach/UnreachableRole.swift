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
        en: "in a scenario, a role with steps none of whose people can be reached",
        fr: "dans un scénario, un rôle qui a des étapes et dont personne ne peut être joint")
    static let why = Phrase(
        en: """
            The step is on the sheet, and nobody can call the person who does it: the channels of holder and deputies all fall with \
            what the scenario takes away. Add a way to reach them that stays, or a deputy who can be reached.
            """,
        fr: """
            L’étape est sur la fiche, et personne ne peut appeler celui qui la fait : les canaux du titulaire et des remplaçants \
            tombent tous avec ce que le scénario retire. Ajoutez un moyen de les joindre qui reste, ou un remplaçant joignable.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "Without the mobile network nobody finds the press officer",
                fr: "Sans réseau mobile, personne ne trouve l’attaché de presse"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  ⟦press⟧: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server, mobile-network]
                    affects: [readers, staff]
                    activated-by: director
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A deputy has a land line", fr: "Un remplaçant a une ligne fixe"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo, ada], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server, mobile-network]
                    affects: [readers, staff]
                    activated-by: director
                ---
                """,
            ])
    ]

    private struct Cause: Hashable {
        var roles: [String]
        var losses: Losses
    }

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        // With the first step of each role.
        var gathered = Gathered<Cause, [Span]>()
        for judged in judgement.scenarios {
            var seen = Set<Int>()
            var silent: [(losses: Losses, roles: [String], steps: [Span])] = []
            for entry in judged.timeline.entries where entry.phase == .during {
                for reference in entry.roles {
                    guard let place = plan.roles.index(of: reference.id), seen.insert(place).inserted,
                        !judged.reach.isReachable(role: reference.id)
                    else { continue }
                    // A role without anybody is another cause.
                    let role = plan.roles[place]
                    if role.people.isEmpty || judgement.mayBeReached(role) { continue }
                    let losses = judged.reach.losses(role: role)
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
            let roles = cause.roles.compactMap { plan.roles[$0] }.sorted { $0.nameSpan < $1.nameSpan }
            guard let first = roles.first, let fault = faults.first else { continue }
            let judged = fault.scenario
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let names = Phrase.list(roles)
            let one = roles.count == 1
            var labels = roles.dropFirst().prefix(5).map {
                Label(
                    $0.nameSpan,
                    Phrase(en: "nobody either, for the same reason", fr: "personne non plus, pour la même raison"))
            }
            labels += fault.fault.prefix(2).map {
                Label($0, Phrase(en: "this step waits for nobody", fr: "cette étape n’attend personne"))
            }
            labels += judged.reach.labels(for: cause.losses, in: judged.scenario)
            report(
                finding(
                    at: first.nameSpan,
                    Phrase(
                        en: "nobody of \(one ? "role" : "roles") \(names.english) can be reached \(scenarios.english)",
                        fr:
                            "personne \(one ? "du rôle" : "des rôles") \(names.french) ne peut être joint \(scenarios.french)"
                    ),
                    labels: labels,
                    help: [
                        Phrase(
                            en: "add to one of its people a way that stays in this scenario, or a deputy who has one",
                            fr:
                                "ajoutez à l’une de ses personnes un moyen qui reste dans ce scénario, ou un remplaçant qui en a un"
                        )
                    ]))
        }
    }
}
