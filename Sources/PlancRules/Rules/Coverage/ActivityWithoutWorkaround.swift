import PlancDiagnostics
import PlancModel

enum ActivityWithoutWorkaround: Rule {
    static let name = "activity-without-workaround"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an essential activity with no way to go on by hand",
        fr: "une activité essentielle sans moyen de continuer à la main")
    static let why = Phrase(
        en: """
            While the systems are away people still come to the counter. Those who serve them need to know, on paper, how to go on \
            without. Write a checklist for the work by hand and name it under `workaround`.
            """,
        fr: """
            Pendant que les systèmes sont absents, des gens viennent encore au guichet. Ceux qui les servent doivent savoir, sur \
            papier, comment continuer sans. Écrivez une liste pour le travail à la main et nommez-la sous `workaround`.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Loans stop with the computer", fr: "Les prêts s’arrêtent avec l’ordinateur"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  ⟦loans⟧: {title: Loans, owner: director, mtpd: 2d, rto: 1d, depends-on: [website]}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Loans go on with a notebook", fr: "Les prêts continuent avec un cahier"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Loans, owner: director, mtpd: 2d, rto: 1d, depends-on: [website], workaround: notebook}
                ---
                """,
                "checklists/notebook.md": """
                ---
                kind: checklist
                title: Loans by hand
                scenarios: all
                phase: during
                ---

                - [ ] T+1h @director Put the red notebook on the counter
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for activity in judgement.plan.activities where activity.workaround == nil {
            let name = activity.quoted
            var labels: [Label] = []
            if let dependency = activity.dependsOn.first?.references.first {
                labels.append(Label(dependency.span, Phrase(en: "stops without this", fr: "s’arrête sans ceci")))
            }
            report(
                finding(
                    at: activity.nameSpan,
                    Phrase(
                        en: "activity \(name.english) has no way to go on by hand",
                        fr: "l’activité \(name.french) n’a aucun moyen de continuer à la main"),
                    caption: Phrase(en: "add 'workaround'", fr: "ajoutez « workaround »"), labels: labels,
                    help: [
                        Phrase(
                            en: "write a checklist for the work by hand and name it: 'workaround: checklist-id'",
                            fr: "écrivez une liste pour le travail à la main et nommez-la : « workaround: identifiant »"
                        )
                    ]))
        }
    }
}
