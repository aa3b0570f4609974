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
        var clashes: [String: Clash] = [:]
        for judged in judgement.scenarios {
            for (person, clash) in firstClashes(judgement.plan, judged) {
                if clashes[person] == nil { clashes[person] = clash } else { clashes[person]?.scenarios += clash.scenarios }
            }
        }
        for person in judgement.plan.people {
            guard let clash = clashes[person.id] else { continue }
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
    private static func firstClashes(_ plan: Plan, _ judged: JudgedScenario) -> [String: Clash] {
        var clashes: [String: Clash] = [:]
        var current: Int?
        var busy: [String: (role: String, entry: Int)] = [:]
        for (place, entry) in judged.timeline.entries.enumerated() {
            guard let minutes = entry.minutes else { continue }
            if minutes != current {
                current = minutes
                busy.removeAll(keepingCapacity: true)
            }
            for role in entry.roles {
                guard let holder = plan.roles[role]?.holder, clashes[holder.id] == nil else { continue }
                guard let earlier = busy[holder.id] else {
                    busy[holder.id] = (role.id, place)
                    continue
                }
                if earlier.role != role.id, earlier.entry != place {
                    clashes[holder.id] = Clash(
                        roles: [earlier.role, role.id], minutes: minutes,
                        steps: [judged.timeline.entries[earlier.entry].step.span, entry.step.span],
                        scenarios: [judged.scenario])
                }
            }
        }
        return clashes
    }
}
