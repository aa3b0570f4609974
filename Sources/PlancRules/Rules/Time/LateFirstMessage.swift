import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum LateFirstMessage: Rule {
    static let name = "late-first-message"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an affected audience that hears of the crisis later than its 'inform-within'",
        fr: "un public touché qui apprend la crise plus tard que son « inform-within »")
    static let why = Phrase(
        en: """
            The first hours decide whom people believe. You promised this audience a time; by the plan itself, it will not be kept. \
            Move the step that tells them forward, or send something short first.
            """,
        fr: """
            Les premières heures décident de qui les gens croiront. Vous avez promis une heure à ce public ; selon le plan lui-même, \
            elle ne sera pas tenue. Avancez l’étape qui le prévient, ou envoyez d’abord quelques mots.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "The staff have an hour and hear after two", fr: "Le personnel a une heure et l’apprend après deux"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
                  ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
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
                - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                - [ ] T+2h @director Tell the staff: [](../messages/staff-closed.md)
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Told at the last minute", fr: "Prévenu à la dernière minute"),
            [
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+1h @director Tell the staff: [](../messages/staff-closed.md)
                - [ ] T+4h @press Tell the readers: [](../messages/readers-closed.md)
                """
            ])
    ]

    private struct Late: Hashable {
        var audience: String
        var fault: TimedFault
    }

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        var gathered = Gathered<Late, Sending>()
        for judged in judgement.scenarios {
            let affected = Set(judged.scenario.affects.map(\.id))
            for (audience, clock) in zip(plan.audiences, judged.timeline.audiences) where affected.contains(audience.id)
            {
                guard let within = audience.informWithin, let first = clock.first, let minutes = first.minutes,
                    minutes > within.value.boundedMinutes, !judgement.mayBeSent(audience.id, in: judged.scenario.id)
                else { continue }
                let fault = TimedFault(minutes: minutes, limit: within.value.boundedMinutes, span: first.span)
                gathered.add(Late(audience: audience.id, fault: fault), judged, first)
            }
        }
        for (late, faults) in gathered.groups {
            guard let audience = plan.audiences[late.audience], let within = audience.informWithin,
                let (judged, sending) = faults.first
            else { continue }
            let name = audience.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let (when, promised) = (Phrase.moment(minutes: late.fault.minutes), Phrase.duration(within.value))
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        en:
                            "audience \(name.english) is first told at \(when.english) \(scenarios.english), and was promised \(promised.english)",
                        fr:
                            "le public \(name.french) est prévenu à \(when.french) \(scenarios.french), alors qu’on lui a promis \(promised.french)"
                    ),
                    labels: [
                        Label(within.span, Phrase(en: "promised", fr: "promis")),
                        judged.timeline.label(sending.entry) {
                            Phrase(en: "told at \($0.english)", fr: "prévenu à \($0.french)")
                        },
                    ],
                    help: [
                        Phrase(
                            en: "move the step to \(promised.english) at most, or send a short message before",
                            fr: "avancez l’étape à \(promised.french) au plus, ou envoyez avant un message court")
                    ]))
        }
    }
}
