import PlancDiagnostics
import PlancModel

enum UnusedPerson: Rule {
    static let name = "unused-person"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a person whom nothing refers to", fr: "une personne à laquelle rien ne se réfère")
    static let why = Phrase(
        en: """
            A person with no role is called by nobody and told nothing, and their private numbers are kept for no reason. Give them a role or \
            take them out.
            """,
        fr: """
            Une personne sans rôle n’est appelée par personne et n’est prévenue de rien, et ses numéros privés sont gardés sans raison. \
            Donnez-lui un rôle, ou retirez-la.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Dan is on the list and has no role", fr: "Dan est sur la liste et n’a pas de rôle"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  ⟦dan⟧: {name: Dan Pike, reach: {mobile: "+44 7700 900004", mail: dan@library.example}}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Dan stands in for the caretaker", fr: "Dan remplace le gardien"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  dan: {name: Dan Pike, reach: {mobile: "+44 7700 900004", mail: dan@library.example}}
                ---
                """,
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [dan], team: technical}
                ---
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.people) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(en: "nothing refers to \(name.english)", fr: "rien ne se réfère à \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisée"),
                    help: [
                        Phrase(
                            en: "name them as holder or deputy of a role, or take them away",
                            fr: "nommez-la titulaire ou remplaçante d’un rôle, ou retirez-la")
                    ]))
        }
    }
}
