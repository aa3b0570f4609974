import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum RoleOverload: Rule {
    static let name = "role-overload"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "one person holds several roles with steps at the same time in one scenario",
        fr: "une personne tient plusieurs rôles qui ont des étapes au même moment d’un scénario")
    static let why = Phrase(
        en: """
            Two steps at one time for one pair of hands: one of them is late, and nobody knows which. Give one of the roles \
            to somebody else, or move one of the steps.
            """,
        fr: """
            Deux étapes au même moment pour une seule paire de mains : l’une des deux sera en retard, et personne ne sait \
            laquelle. Confiez l’un des rôles à quelqu’un d’autre, ou décalez l’une des étapes.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Ada holds two roles that start at T0", fr: "Ada tient deux rôles qui commencent à T0"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ⟦ada⟧:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    verified: 2026-01-05
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---
                """,
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: ada, deputies: [cleo], team: technical}
                ---
                """,
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
            Phrase(en: "Two roles, one after the other", fr: "Deux rôles, l’un après l’autre"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: ada, deputies: [cleo], team: technical}
                ---
                """
            ])
    ]

    private struct Clash {
        var roles: [String]
        var minutes: Int
        var steps: [Span]
        var scenarios: [Scenario]
    }

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let (roles, people) = (judgement.plan.roles, judgement.plan.people)
        // By the places of roles and people.
        let holders = roles.indices.map { roles[$0].holder.flatMap { people.index(of: $0.id) } }
        var clashes: [Int: Clash] = [:]
        for judged in judgement.scenarios {
            for (person, clash) in firstClashes(judgement.plan, judged, holders) {
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
            let roles = Phrase.list(clash.roles.compactMap { judgement.plan.roles[$0] })
            let when = Phrase.moment(minutes: clash.minutes)
            let place = Phrase.inScenarios(clash.scenarios)
            report(
                finding(
                    at: person.nameSpan,
                    Phrase(
                        en: "\(who.english) has to be \(roles.english) at the same time \(place.english)",
                        fr: "\(who.french) doit être \(roles.french) au même moment \(place.french)"),
                    caption: Phrase(en: "two steps at \(when.english)", fr: "deux étapes à \(when.french)"),
                    labels: clash.steps.map {
                        Label($0, Phrase(en: "due at \(when.english)", fr: "due à \(when.french)"))
                    },
                    help: [
                        Phrase(
                            en: "let somebody else hold one of the roles, or move one of the steps",
                            fr: "confiez l’un des rôles à quelqu’un d’autre, ou décalez l’une des étapes")
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
