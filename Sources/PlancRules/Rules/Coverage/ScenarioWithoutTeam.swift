import PlancDiagnostics
import PlancModel
import PlancSource

enum ScenarioWithoutTeam: Rule {
    static let name = "scenario-without-team"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a scenario with technical steps and no communication or business steps, or the reverse",
        fr: "un scénario avec des étapes techniques et aucune étape de communication ou des métiers, ou l’inverse")
    static let why = Phrase(
        en: """
            A crisis is repaired and told at once. Where only the technicians have steps, those affected hear nothing; where \
            only the communicators have, they have nothing to tell.
            """,
        fr: """
            Une crise se répare et se raconte en même temps. Là où seuls les techniciens ont des étapes, les gens touchés \
            n’apprennent rien ; là où seuls les communicants en ont, ils n’ont rien à dire.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Only the caretaker has steps", fr: "Seul le gardien a des étapes"),
            [
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  ⟦flood⟧: {title: Flood, disables: [mail-server], affects: [readers, staff], activated-by: director}
                ---
                """,
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+30min @director Call the fire service
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The caretaker and the press officer", fr: "Le gardien et l’attaché de presse"),
            [
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+30min @press Tell the staff: [](../messages/staff-closed.md)
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let roles = judgement.plan.roles
        let teams = roles.indices.map { roles[$0].team?.value }
        for judged in judgement.scenarios where !judgement.mayHaveOtherTeams(judged) {
            // The first step of each.
            var (technical, communication, business): (Span?, Span?, Span?)
            for entry in judged.timeline.entries where entry.phase == .during {
                for role in entry.roles {
                    switch roles.index(of: role.id).flatMap({ teams[$0] }) {
                    case .technical: technical = technical ?? entry.step.span
                    case .communication: communication = communication ?? entry.step.span
                    case .business: business = business ?? entry.step.span
                    default: break
                    }
                }
                if technical != nil, communication != nil { break }
            }
            let telling = communication ?? business
            let name = judged.scenario.quoted
            if let technical, telling == nil {
                report(
                    finding(
                        at: judged.scenario.nameSpan,
                        Phrase(
                            en: "scenario \(name.english) has technical steps and none of communication or business",
                            fr:
                                "le scénario \(name.french) a des étapes techniques et aucune de communication ou des métiers"
                        ),
                        labels: [Label(technical, Phrase(en: "a technical step", fr: "une étape technique"))],
                        help: [
                            Phrase(
                                en: "add steps for those who tell people and those who keep the work going",
                                fr: "ajoutez des étapes pour ceux qui informent et ceux qui font continuer le travail")
                        ]))
            } else if let telling, technical == nil {
                report(
                    finding(
                        at: judged.scenario.nameSpan,
                        Phrase(
                            en: "scenario \(name.english) has steps of communication or business and no technical one",
                            fr:
                                "le scénario \(name.french) a des étapes de communication ou des métiers et aucune technique"
                        ),
                        labels: [Label(telling, Phrase(en: "one of these steps", fr: "une de ces étapes"))],
                        help: [
                            Phrase(
                                en: "add steps for those who stop the damage and repair it",
                                fr: "ajoutez des étapes pour ceux qui arrêtent les dégâts et réparent")
                        ]))
            }
        }
    }
}
