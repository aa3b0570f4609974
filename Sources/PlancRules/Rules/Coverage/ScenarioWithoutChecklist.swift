import PlancDiagnostics
import PlancModel

enum ScenarioWithoutChecklist: Rule {
    static let name = "scenario-without-checklist"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a scenario that nobody has steps for (error), or only the steps common to all scenarios (warning)",
        fr:
            "un scénario pour lequel personne n’a d’étapes (erreur), ou seulement les étapes communes à tous (avertissement)"
    )
    static let why = Phrase(
        en: """
            Whoever opens the plan in this scenario finds its name and nothing to do. Write the first hour at least: who cuts \
            what off, who is told, by whom.
            """,
        fr: """
            Qui ouvre le plan dans ce scénario trouve son nom, et rien à faire. Écrivez au moins la première heure : qui coupe \
            quoi, qui est prévenu, par qui.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A fire without a single step", fr: "Un incendie sans une seule étape"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                  ⟦fire⟧: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                ---
                """
            ]),
        Example(
            Phrase(en: "A fire with the common steps only", fr: "Un incendie avec les seules étapes communes"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                  ⟦fire⟧: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                ---
                """,
                "checklists/always.md": """
                ---
                kind: checklist
                title: Whatever happens
                scenarios: all
                phase: during
                ---

                - [ ] T0 @director Note the time
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "A list of its own", fr: "Une liste à lui"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                  fire: {title: Fire, disables: [landline], affects: [staff], activated-by: director}
                ---
                """,
                "checklists/fire.md": """
                ---
                kind: checklist
                title: Fire
                scenarios: [fire]
                phase: during
                ---

                - [ ] T0 @caretaker Call the fire service
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let lists = judgement.plan.checklists.filter { $0.phase.value == .during }
        let common = lists.first { $0.scenarios.isAll }
        var own = Set<String>()
        for list in lists {
            if case .some(let references) = list.scenarios { own.formUnion(references.map(\.id)) }
        }
        for scenario in judgement.plan.scenarios where !own.contains(scenario.id) {
            if judgement.mayHaveSteps(in: scenario.id) { continue }
            let name = scenario.quoted
            let help = Phrase(
                en: "write a checklist with 'scenarios: [\(scenario.id)]' and 'phase: during'",
                fr: "écrivez une liste avec « scenarios: [\(scenario.id)] » et « phase: during »")
            guard let common else {
                report(
                    finding(
                        at: scenario.nameSpan,
                        Phrase(
                            en: "nobody has anything to do in scenario \(name.english)",
                            fr: "personne n’a rien à faire dans le scénario \(name.french)"),
                        caption: Phrase(en: "no checklist", fr: "aucune liste"), help: [help]))
                continue
            }
            var finding = finding(
                at: scenario.nameSpan,
                Phrase(
                    en: "scenario \(name.english) has only the steps that are common to all scenarios",
                    fr: "le scénario \(name.french) n’a que les étapes communes à tous"),
                labels: [Label(common.nameSpan, Phrase(en: "the common steps", fr: "les étapes communes"))],
                help: [help])
            finding.severity = .warning
            report(finding)
        }
    }
}
