import PlancDiagnostics
import PlancModel

enum RoleWithoutDeputy: Rule {
    static let name = "role-without-deputy"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a role that nobody stands in for when its holder is away",
        fr: "un rôle que personne ne reprend quand son titulaire est absent")
    static let why = Phrase(
        en: """
            Crises come on holidays, at night, and when the one person who knows is on a plane. A role that rests on one \
            person is then empty, and those who wait for it wait in vain. Name at least one deputy, and tell them.
            """,
        fr: """
            Les crises arrivent pendant les congés, la nuit, et quand la seule personne qui sait est dans l’avion. Un rôle \
            qui repose sur une seule personne est alors vide, et ceux qui l’attendent l’attendent en vain. Nommez au moins un \
            remplaçant, et dites-le-lui.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Nobody stands in for the press officer", fr: "Personne ne remplace l’attaché de presse"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  ⟦press⟧: {title: Press officer, holder: ben, team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Two people stand in, in order", fr: "Deux remplaçants, dans l’ordre"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo, ada], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for role in judgement.plan.roles where role.deputies.isEmpty {
            if judgement.plan.unread.contains(role, ["deputies"]) { continue }
            let name = role.quoted
            var labels: [Label] = []
            if let holder = role.holder, let person = judgement.plan.people[holder] {
                let who = person.quoted
                labels.append(
                    Label(
                        holder.span,
                        Phrase(
                            en: "when \(who.english) is away, nobody acts",
                            fr: "quand \(who.french) est absent, personne n’agit")))
            }
            report(
                finding(
                    at: role.nameSpan,
                    Phrase(
                        en: "role \(name.english) has no deputy", fr: "le rôle \(name.french) n’a pas de remplaçant"),
                    caption: Phrase(en: "add 'deputies'", fr: "ajoutez « deputies »"), labels: labels,
                    help: [
                        Phrase(
                            en: "name at least one deputy under '\(role.id)': 'deputies: [person-id]'",
                            fr: "nommez au moins un remplaçant sous « \(role.id) » : « deputies: [identifiant] »")
                    ]))
        }
    }
}
