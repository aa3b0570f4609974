import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum DoubleDuty: Rule {
    static let name = "double-duty"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a duty and the one that refines it, both carried by one scenario")
    static let why = Phrase(
        """
        A duty that refines another is used instead of it: with both, the sheet shows the same notice twice, with two time limits, \
        and somebody sends it twice. Keep the one that refines.
        """)
    static let rejects = [
        Example(
            Phrase("The duty and its refinement"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"
                ).replacing(
                    "  council:\n",
                    with:
                        "  city:\n    title: Tell the city hall\n    authority: City hall\n    overlays: council\n    stages: [{name: notice, deadline: 12h, from: awareness}]\n    source: City rules\n    verified: 2025-12-01\n  council:\n"
                ),
                "scenarios.md": DutyExamples.flood("obligations: [⟦city⟧, council]", "starts: {awareness: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The refinement alone"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"
                ).replacing(
                    "  council:\n",
                    with:
                        "  city:\n    title: Tell the city hall\n    authority: City hall\n    overlays: council\n    stages: [{name: notice, deadline: 12h, from: awareness}]\n    source: City rules\n    verified: 2025-12-01\n  council:\n"
                ),
                "scenarios.md": DutyExamples.flood("obligations: [city]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for scenario in context.plan.scenarios {
            for reference in scenario.obligations {
                guard let obligation = context.plan.obligations[reference], let base = obligation.overlays?.value,
                    let twice = scenario.obligations.first(where: { $0.id == base })
                else { continue }
                let name = context.plan.obligations[twice]?.quoted ?? .quoting(base)
                report(
                    finding(
                        at: reference.span,
                        Phrase(
                            "{scenario} carries {duty} and {base}, which it refines",
                            ["scenario": scenario.quoted, "duty": obligation.quoted, "base": name]),
                        labels: [Label(twice.span, Phrase("the same duty"))],
                        help: [
                            Phrase(
                                "take '{base}' out of the scenario, and let messages satisfy '{id}'",
                                ["base": base, "id": obligation.id])
                        ]))
            }
        }
    }
}
