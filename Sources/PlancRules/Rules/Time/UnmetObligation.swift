import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UnmetObligation: Rule {
    static let name = "unmet-obligation"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an obligation that a scenario carries and nothing meets",
        fr: "une obligation qu’un scénario porte et que rien ne remplit")
    static let why = Phrase(
        en: """
            The law gives hours, and drafting a notice from nothing takes longer than that. Write the notice now, with blanks for what is \
            not known, say with `satisfies` what it meets, and send it from a step; or link from the step to `obligation:id/stage`.
            """,
        fr: """
            La loi donne des heures, et rédiger une notification à partir de rien en prend davantage. Écrivez-la maintenant, avec des \
            blancs pour ce qu’on ne sait pas, dites avec `satisfies` ce qu’elle remplit, et envoyez-la par une étape ; ou faites un \
            lien de l’étape vers `obligation:id/étape`.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Nobody tells the council", fr: "Personne ne prévient la mairie"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  council:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-12-01
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server]
                    affects: [readers, staff]
                    obligations: [⟦council⟧]
                    activated-by: director
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A step meets it by itself", fr: "Une étape la remplit à elle seule"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  council:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-12-01
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server]
                    affects: [readers, staff]
                    obligations: [council]
                    activated-by: director
                ---
                """,
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] T+2h @director Call the council: [](obligation:council/notice)
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for judged in judgement.scenarios {
            var seen = Set<String>()
            for reference in judged.scenario.obligations where seen.insert(reference.id).inserted {
                guard let obligation = judgement.plan.obligations[reference] else { continue }
                let duties = judged.timeline.duties.filter { $0.obligation == obligation.id }
                let unmet = duties.filter { $0.fulfilment == nil }
                if unmet.isEmpty { continue }
                let (name, scenario) = (obligation.quoted, judged.scenario.quoted)
                let stages = Phrase.list(unmet.map { Phrase.quoting($0.name) })
                let isAll = unmet.count == duties.count
                var labels = unmet.prefix(3).compactMap { duty -> Label? in
                    let stage = obligation.stages[duty.stage]
                    guard let deadline = stage.deadline, !obligation.isBuiltIn else { return nil }
                    let told = Phrase.duration(deadline.value)
                    return Label(
                        stage.span, Phrase(en: "due within \(told.english)", fr: "à remplir en \(told.french)"))
                }
                if obligation.isBuiltIn {
                    labels.append(Label(obligation.nameSpan, Phrase(en: "brought in here", fr: "introduite ici")))
                }
                report(
                    finding(
                        at: reference.span,
                        isAll
                            ? Phrase(
                                en: "nothing meets obligation \(name.english) in \(scenario.english)",
                                fr: "rien ne remplit l’obligation \(name.french) dans \(scenario.french)")
                            : Phrase(
                                en:
                                    "nothing meets \(stages.english) of obligation \(name.english) in \(scenario.english)",
                                fr:
                                    "rien ne remplit \(stages.french) de l’obligation \(name.french) dans \(scenario.french)"
                            ),
                        labels: labels,
                        help: unmet.prefix(4).map {
                            Phrase(
                                en: "write a message with 'satisfies: \(obligation.id)/\($0.name)' for this scenario",
                                fr:
                                    "écrivez un message avec « satisfies: \(obligation.id)/\($0.name) » pour ce scénario"
                            )
                        }))
            }
        }
    }
}
