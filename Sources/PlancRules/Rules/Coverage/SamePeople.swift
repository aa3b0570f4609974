import PlancDiagnostics
import PlancModel

enum SamePeople: Rule {
    static let name = "same-people"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "two roles that rest on the same set of people", fr: "deux rôles qui reposent sur les mêmes personnes")
    static let why = Phrase(
        en: """
            On paper there are two teams, on the day there is one: when its people are busy with the first role, the second is \
            empty, and both are lost together. Let one of the roles rest on somebody else as well.
            """,
        fr: """
            Sur le papier il y a deux équipes, le jour venu il n’y en a qu’une : quand ses membres sont pris par le premier \
            rôle, le second est vide, et les deux se perdent ensemble. Faites reposer l’un des rôles sur quelqu’un d’autre aussi.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Ada and Ben, in both orders", fr: "Ada et Ben, dans les deux ordres"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  ⟦press⟧: {title: Press officer, holder: ben, deputies: [ada], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "One person in common", fr: "Une seule personne en commun"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [ada, cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        var first: [Set<String>: Role] = [:]
        for role in judgement.plan.roles.sorted(by: { $0.nameSpan < $1.nameSpan }) {
            let people = Set(role.people.map(\.id))
            if people.isEmpty { continue }
            guard let earlier = first[people] else {
                first[people] = role
                continue
            }
            let (name, other) = (role.quoted, earlier.quoted)
            let who = Phrase.list(role.people.compactMap { judgement.plan.people[$0] })
            report(
                finding(
                    at: role.nameSpan,
                    Phrase(
                        en: "roles \(other.english) and \(name.english) rest on the same people: \(who.english)",
                        fr:
                            "les rôles \(other.french) et \(name.french) reposent sur les mêmes personnes : \(who.french)"
                    ),
                    labels: [Label(earlier.nameSpan, Phrase(en: "the same people", fr: "les mêmes personnes"))],
                    help: [
                        Phrase(
                            en: "add a deputy to one of them who is not in the other",
                            fr: "ajoutez à l’un d’eux un remplaçant qui n’est pas dans l’autre")
                    ]))
        }
    }
}
