import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum ThinMargin: Rule {
    static let name = "thin-margin"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "what meets an obligation leaves with less than a quarter of the time, or 12 hours, to spare",
        fr: "ce qui remplit une obligation part avec moins d’un quart du délai, ou de 12 heures, de marge")
    static let why = Phrase(
        en: """
            Nothing goes to plan in a crisis: the approver is in a meeting, the portal is down, the text comes back with questions. Leave \
            a quarter of the time given, or 12 hours when that is less.
            """,
        fr: """
            Rien ne se passe comme prévu dans une crise : celui qui approuve est en réunion, le portail est en panne, le texte revient avec \
            des questions. Gardez un quart du délai, ou 12 heures si c’est moins.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Two hours before the deadline", fr: "Deux heures avant la limite"),
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

                - [ ] T+22h @director Call the council: [the notice](⟦obligation:council/notice⟧)
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A quarter of the day is left", fr: "Il reste un quart de la journée"),
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

                - [ ] T+18h @director Call the council: [the notice](obligation:council/notice)
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for (key, faults) in judgement.duties(where: { margin, wanted in margin >= 0 && margin < wanted }) {
            guard let obligation = judgement.plan.obligations[key.obligation], let (judged, duty) = faults.first,
                let fulfilment = duty.fulfilment, let wanted = duty.wantedMargin
            else { continue }
            let (name, stage) = (obligation.quoted, Phrase.quoting(duty.name))
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let (left, asked) = (Phrase.duration(minutes: key.margin), Phrase.duration(minutes: wanted))
            report(
                finding(
                    at: judgement.place(of: fulfilment),
                    Phrase(
                        en:
                            "\(stage.english) of \(name.english) leaves only \(left.english) before the deadline \(scenarios.english)",
                        fr:
                            "\(stage.french) de \(name.french) part seulement \(left.french) avant le délai \(scenarios.french)"
                    ),
                    labels: judgement.labels(duty, obligation, judged.timeline),
                    help: [
                        Phrase(
                            en: "move the step that sends it forward: keep \(asked.english)",
                            fr: "avancez l’étape qui l’envoie : gardez \(asked.french)")
                    ]))
        }
    }
}
