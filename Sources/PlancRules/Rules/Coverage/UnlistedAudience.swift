import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum UnlistedAudience: Rule {
    static let name = "unlisted-audience"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an audience that a scenario's steps tell, and that it does not name under 'affects'")
    static let why = Phrase(
        """
        What an audience was promised – told within four hours, news every day – counts in the scenarios that affect it. Where a \
        scenario has a message to it and does not name it under 'affects', nobody reckons with the promise: the card of the scenario \
        does not name it, and nothing says when it is told too late.
        """)

    private static func affects(_ audiences: String, _ promise: String) -> [String: String?] {
        [
            "audiences.md": ExamplePlan.changing(
                "audiences.md",
                """
                readers: {title: Readers, type: customers, channels: [mail, text-message, site]\(promise)}
                staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                """),
            "scenarios.md": ExamplePlan.changing(
                "scenarios.md",
                """
                flood:
                  title: Flood
                  disables: [mail-server]
                  affects: [\(audiences)]
                  activated-by: director
                """),
        ]
    }

    static let rejects = [
        Example(Phrase("The readers are told in the flood, and not named"), affects("⟦staff⟧", ", inform-within: 4h")),
        Example(
            Phrase("A flood that affects nobody, and in which readers and staff are told"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    ⟦flood⟧:
                      title: Flood
                      disables: [mail-server]
                      activated-by: director
                    """)
            ]),
    ]
    static let accepts = [
        Example(Phrase("Readers to whom nothing was promised"), affects("staff", ""))
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.audience) { return }
        for judged in context.scenarios {
            let scenario = judged.scenario
            if plan.unread.contains(scenario, ["affects"]) { continue }
            guard let last = scenario.affects.last else {
                if !context.isAsked("affected-are-listed") { checkAffectingNobody(judged, plan, report) }
                continue
            }
            let told = zip(plan.audiences, judged.timeline.audiences).compactMap { audience, clock in
                audience.informWithin == nil && audience.updateEvery == nil || clock.isAffected
                    ? nil : clock.sendings.first { isOwn($0, judged, plan) }.map { (audience: audience, sending: $0) }
            }
            if told.isEmpty { continue }
            report(
                finding(
                    at: last.span,
                    Phrase(
                        "{scenario} does not affect {audiences}, and has a message to them",
                        ["scenario": scenario.quoted, "audiences": Phrase.few(told.map(\.audience.quoted))]),
                    labels: told.prefix(3).map { Label($0.sending.span, Phrase("told here")) },
                    help: [
                        Phrase(
                            "add {ids} to 'affects', so that what they were promised counts",
                            ["ids": Phrase.few(told.map { Phrase.quoting($0.audience.id) })])
                    ]))
        }
    }

    /// A scenario without `affects`: whom its steps tell in the crisis is whom it touches. Authorities and a board are told of what touches
    /// others.
    private static func checkAffectingNobody(_ judged: JudgedScenario, _ plan: Plan, _ report: (Finding) -> Void) {
        let told = zip(plan.audiences, judged.timeline.audiences).compactMap { audience, clock in
            touched.contains(audience.type.value)
                ? clock.sendings.first { plan.messages[$0.number].phase.value == .during }
                    .map { (audience: audience, sending: $0) } : nil
        }
        if told.isEmpty { return }
        report(
            finding(
                at: judged.scenario.nameSpan,
                Phrase(
                    "{scenario} affects nobody, and has messages to {audiences}",
                    ["scenario": judged.scenario.quoted, "audiences": Phrase.few(told.map(\.audience.quoted))]),
                labels: told.prefix(3).map { Label($0.sending.span, Phrase("told here")) },
                help: [
                    Phrase(
                        "write 'affects: [{ids}]', so that what they were promised counts",
                        ["ids": told.map(\.audience.id).joined(separator: ", ")])
                ]))
    }

    private static let touched: Set<AudienceType> = [.customers, .employees, .partners, .public]

    /// Whether a list that is for this scenario alone sends it, and to nobody else whom the scenario affects: news for all, or a list for
    /// all attacks, is told to some who are not concerned.
    private static func isOwn(_ sending: Sending, _ judged: JudgedScenario, _ plan: Plan) -> Bool {
        let message = plan.messages[sending.number]
        let list = judged.timeline.entries[sending.entry].checklist
        guard message.phase.value == .during, case .some(let scenarios)? = plan.checklists[list]?.scenarios,
            scenarios.allSatisfy({ $0.id == judged.scenario.id })
        else { return false }
        return !message.audiences.contains { told in judged.scenario.affects.contains { $0.id == told.id } }
    }
}
