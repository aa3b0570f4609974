import PlancDiagnostics
import PlancModel
import PlancSource

enum DeputyIsHolder: Rule {
    static let name = "deputy-is-holder"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        en: "the same person twice in one role", fr: "la même personne deux fois dans un même rôle")
    static let why = Phrase(
        en: """
            A deputy who is the holder is no deputy: the plan looks covered, and on the day it is not. Name somebody else.
            """,
        fr: """
            Un remplaçant qui est déjà le titulaire n’en est pas un : le plan a l’air couvert, et le jour venu il ne l’est \
            pas. Nommez quelqu’un d’autre.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The director stands in for herself", fr: "La directrice se remplace elle-même"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [⟦ada⟧, ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo, ⟦cleo⟧], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "One person in two roles", fr: "Une personne dans deux rôles"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for role in judgement.plan.roles {
            var first: [String: Span] = [:]
            for reference in role.people {
                guard let earlier = first[reference.id] else {
                    first[reference.id] = reference.span
                    continue
                }
                guard let person = judgement.plan.people[reference] else { continue }
                let (who, name) = (person.quoted, role.quoted)
                report(
                    finding(
                        at: reference.span,
                        Phrase(
                            en: "\(who.english) stands in for themselves in role \(name.english)",
                            fr: "\(who.french) se remplace soi-même dans le rôle \(name.french)"),
                        caption: Phrase(en: "already in this role", fr: "déjà dans ce rôle"),
                        labels: [Label(earlier, Phrase(en: "named here first", fr: "déjà nommé ici"))],
                        help: [
                            Phrase(
                                en: "name another person, or take this one away",
                                fr: "nommez une autre personne, ou retirez celle-ci")
                        ]))
            }
        }
    }
}
