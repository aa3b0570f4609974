import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UnmetObligation: Rule {
    static let name = "unmet-obligation"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "an obligation that a scenario carries and nothing meets")
    static let why = Phrase(

        """
        The law gives hours, and drafting a notice from nothing takes longer than that. Write the notice \
        now, with blanks for what is not known, say with `satisfies` what it meets, and send it from a \
        step; or link from the step to `obligation:id/stage`.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody tells the council"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server]
                      affects: [readers, staff]
                      obligations: [⟦council⟧]
                      starts: {awareness: T0}
                      activated-by: director
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A step meets it by itself"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
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

    private static func labels(
        _ unmet: [StageStatus], of obligation: Obligation, in timeline: Timeline
    ) -> [Label] {
        let limits = unmet.prefix(3).compactMap { duty -> Label? in
            let stage = obligation.stages[duty.stage]
            guard let within = stage.wholeDue.within, !obligation.isBuiltIn else { return nil }
            return Label(
                stage.span, Phrase("due within {told}", ["told": Phrase.duration(within.value.amount)]))
        }
        let home = obligation.isBuiltIn ? [Label(obligation.nameSpan, Phrase("brought in here"))] : []
        let answers = unmet.prefix(3).compactMap(\.conditional).compactMap {
            timeline.label(ifAnswered: $0.answer, of: $0.entry, at: $0.span)
        }
        return limits + home + answers
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        if context.mayHaveOtherSendings { return }
        for judged in context.scenarios {
            var seen = Set<String>()
            for reference in judged.scenario.obligations where seen.insert(reference.id).inserted {
                guard let obligation = context.plan.obligations[reference],
                    !context.plan.unread.contains(obligation, ["stages"])
                else { continue }
                let duties = judged.timeline.duties.filter { $0.obligation == obligation.id }
                // Where a message says that it meets a stage and goes to somebody else, that is said there.
                let unmet = duties.filter {
                    $0.fulfilment == nil && $0.isBinding && !$0.isDecision && !context.isMisdirected($0, in: judged)
                        && !context.mayBeMet($0, in: judged)
                }
                if unmet.isEmpty { continue }
                let (name, scenario) = (obligation.quoted, judged.scenario.quoted)
                let stages = Phrase.list(unmet.map { Phrase.quoting($0.name) })
                let isAll = unmet.count == duties.count
                var finding = finding(
                    at: reference.span,
                    isAll
                        ? Phrase(
                            "nothing meets obligation {name} in {scenario}", ["name": name, "scenario": scenario])
                        : Phrase(
                            "nothing meets {stages} of obligation {name} in {scenario}",
                            ["stages": stages, "name": name, "scenario": scenario]
                        ),
                    labels: labels(unmet, of: obligation, in: judged.timeline),
                    help: unmet.prefix(4).map {
                        Phrase(
                            "write a message with 'satisfies: {id}/{name}' for this scenario",
                            ["id": obligation.id, "name": $0.name]
                        )
                    })
                // Whether it applies may be what is decided.
                if unmet.allSatisfy({ $0.conditional != nil && ($0.plannedMargin ?? 0) >= 0 }) {
                    finding.severity = .warning
                }
                report(finding)
            }
        }
    }
}
