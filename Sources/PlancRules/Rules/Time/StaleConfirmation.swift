import PlancDiagnostics
import PlancModel
import PlancSource

enum StaleConfirmation: Rule {
    static let name = "stale-confirmation"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "something that changed after it was confirmed", fr: "quelque chose qui a changé après avoir été confirmé")
    static let why = Phrase(
        en: """
            A number that was tried in March and changed in April is a number that nobody tried. `planc confirm` stamps what it confirms; when \
            the numbers, the deadline of a law or the approved plan are no longer what was before those who confirmed them, the date beside \
            them is misleading. Look again, and run `planc confirm` again. A bare date has no stamp and is not checked.
            """,
        fr: """
            Un numéro essayé en mars et changé en avril est un numéro que personne n’a essayé. `planc confirm` pose une empreinte de ce qu’il \
            confirme ; quand les numéros, le délai d’une loi ou le plan approuvé ne sont plus ceux qu’on avait sous les yeux, la date inscrite \
            à côté trompe. Vérifiez de nouveau et relancez `planc confirm`. Une simple date n’a pas d’empreinte et n’est pas contrôlée.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Another number since the call", fr: "Un autre numéro depuis l’appel"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960099"}
                    private: [home]
                    verified: {on: 2026-01-05, by: press, of: ⟦2b7a31c4ddee⟧}
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---
                """
            ]),
        Example(
            Phrase(en: "The plan was changed after it was approved", fr: "Le plan a changé après son approbation"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05, of: ⟦0123456789ab⟧}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "The numbers are those that were tried", fr: "Les numéros sont ceux qui ont été essayés"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    private: [home]
                    verified: {on: 2026-01-05, by: press, of: f2a3f925e124}
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for person in plan.people where person.hasNumbersChanged {
            guard let verified = person.verified, let stamp = verified.of else { continue }
            let name = person.quoted
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        en: "the name or numbers of \(name.english) changed after they were tried on \(verified.value)",
                        fr: "le nom ou les numéros de \(name.french) ont changé après l’essai du \(verified.value)"),
                    labels: person.reach.first.map {
                        [Label($0.value.span, Phrase(en: "as they are now", fr: "tels qu’ils sont"))]
                    } ?? [],
                    help: [again("numbers \(person.id)", Phrase(en: "call them", fr: "appelez-les"))]))
        }
        for obligation in judgement.carriedObligations where !obligation.isBuiltIn && obligation.hasReadingChanged {
            guard let verified = obligation.verified, let stamp = verified.of else { continue }
            let name = obligation.quoted
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        en: "obligation \(name.english) changed after its text was read on \(verified.value)",
                        fr: "l’obligation \(name.french) a changé après la lecture du texte le \(verified.value)"),
                    help: [again("reading \(obligation.id)", Phrase(en: "read the source", fr: "lisez la source"))]))
        }
        if plan.hasChangedSinceApproval, let approved = plan.info.approved, let stamp = approved.of {
            let on = approved.on.map { "\($0.value)" } ?? "?"
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        en: "the plan changed after it was approved on \(on)",
                        fr: "le plan a changé après son approbation le \(on)"),
                    help: [again("approval", Phrase(en: "have it approved", fr: "faites-le approuver"))]))
        }
    }

    private static func again(_ what: String, _ act: Phrase) -> Phrase {
        Phrase(
            en: "\(act.english) again, then: planc confirm \(what)",
            fr: "\(act.french) de nouveau, puis\u{A0}: planc confirm \(what)")
    }
}
