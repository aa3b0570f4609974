import PlancDiagnostics
import PlancModel

enum UnusedRole: Rule {
    static let name = "unused-role"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a role that nothing refers to", fr: "un rôle auquel rien ne se réfère")
    static let why = Phrase(
        en: """
            A role without a step, a message or a channel is a person waiting to be told what to do, or a step that somebody forgot to give \
            them. Give it work, or take it out of the plan.
            """,
        fr: """
            Un rôle sans étape, sans message et sans canal, c’est une personne qui attend qu’on lui dise quoi faire, ou une étape qu’on a oublié \
            de lui confier. Donnez-lui du travail, ou retirez-le du plan.
            """)
    static let rejects = [
        Example(
            Phrase(en: "An archivist without a step", fr: "Une archiviste sans étape"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  ⟦archivist⟧: {title: Archivist, holder: cleo, deputies: [ben], team: business}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The archivist has a step", fr: "L’archiviste a une étape"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  archivist: {title: Archivist, holder: cleo, deputies: [ben], team: business}
                ---
                """,
                "checklists/archive.md": """
                ---
                kind: checklist
                title: The archive
                scenarios: flood
                phase: during
                ---

                - [ ] T+2h @archivist Carry the parish registers upstairs
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.roles) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "nothing refers to role \(name.english)", fr: "rien ne se réfère au rôle \(name.french)"),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "give the role a step, a message or a channel, or take it away",
                            fr: "donnez au rôle une étape, un message ou un canal, ou retirez-le")
                    ]))
        }
    }
}
