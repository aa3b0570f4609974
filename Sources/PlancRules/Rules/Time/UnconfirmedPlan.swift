import PlancDiagnostics
import PlancModel

enum UnconfirmedPlan: Rule {
    static let name = "unconfirmed-plan"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a plan that nobody has approved, reviewed, tried or exercised yet",
        fr: "un plan que personne n’a encore approuvé, relu, essayé ni joué")
    static let why = Phrase(
        en: """
            A plan that reads well is not yet a plan that works. Somebody has to call the numbers, play the scenarios around a table, read the \
            laws, read the plan through and approve it. `planc confirm` records who did each of them and when. Until it has begun, this one \
            finding lists what is still to be done; after that, each thing that was left out has a finding of its own.
            """,
        fr: """
            Un plan bien écrit n’est pas encore un plan qui marche. Il faut appeler les numéros, jouer les scénarios autour d’une table, lire \
            les textes de loi, relire le plan et l’approuver. `planc confirm` note qui l’a fait et quand. Tant que rien n’est commencé, ce seul \
            constat dit ce qui reste à faire ; ensuite, chaque chose oubliée a son propre constat.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Not approved and never reviewed", fr: "Ni approuvé, ni relu"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                ---
                """
            ]),
        Example(
            Phrase(en: "Nobody has tried any number", fr: "Personne n’a essayé aucun numéro"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                ---
                """,
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    private: [home]
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                ---
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Reviewed and approved, by whom and when", fr: "Relu et approuvé, par qui et quand"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: {on: 2026-01-05, by: press}}
                approved: {by: director, on: 2026-01-05}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let missing = judgement.missingEvidence
        if missing.isEmpty { return }
        var parts: [Phrase] = []
        var help: [Phrase] = []
        func add(_ part: Phrase, _ command: String, _ done: Phrase) {
            parts.append(part)
            help.append(Phrase(en: "\(done.english): \(command)", fr: "\(done.french)\u{A0}: \(command)"))
        }
        if !missing.untried.isEmpty {
            let count = missing.untried.count
            add(
                count == 1
                    ? Phrase(
                        en: "the numbers of \(missing.untried[0].quoted.english) were never tried",
                        fr: "les numéros de \(missing.untried[0].quoted.french) n’ont jamais été essayés")
                    : Phrase(
                        en: "the numbers of \(count) people were never tried",
                        fr: "les numéros de \(count) personnes n’ont jamais été essayés"),
                "planc confirm numbers", Phrase(en: "once they answered", fr: "quand ils ont répondu"))
        }
        if !missing.unplayed.isEmpty {
            let count = missing.unplayed.count
            add(
                count == 1
                    ? Phrase(
                        en: "scenario \(missing.unplayed[0].quoted.english) was never exercised",
                        fr: "le scénario \(missing.unplayed[0].quoted.french) n’a jamais été joué")
                    : Phrase(
                        en: "\(count) scenarios were never exercised", fr: "\(count) scénarios n’ont jamais été joués"),
                "planc confirm drill", Phrase(en: "after each exercise", fr: "après chaque exercice"))
        }
        if !missing.unread.isEmpty {
            let count = missing.unread.count
            add(
                count == 1
                    ? Phrase(
                        en: "nobody has read the text of obligation \(missing.unread[0].quoted.english)",
                        fr: "personne n’a lu le texte de l’obligation \(missing.unread[0].quoted.french)")
                    : Phrase(
                        en: "nobody has read the texts of \(count) obligations",
                        fr: "personne n’a lu les textes de \(count) obligations"),
                "planc confirm reading", Phrase(en: "once the law was read", fr: "quand la loi a été lue"))
        }
        if missing.isNeverReviewed {
            add(
                Phrase(en: "the plan was never reviewed", fr: "le plan n’a jamais été relu"), "planc confirm review",
                Phrase(en: "once it was read through", fr: "quand il a été relu"))
        }
        if missing.isNotApproved {
            add(
                Phrase(en: "it is not approved", fr: "il n’est pas approuvé"), "planc confirm approval",
                Phrase(en: "once it is approved", fr: "quand il est approuvé"))
        }
        let all = Phrase.list(parts)
        report(
            finding(
                at: judgement.plan.info.nameSpan,
                Phrase(en: "still to be confirmed: \(all.english)", fr: "reste à confirmer\u{A0}: \(all.french)"),
                help: help))
    }
}
