import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum NotYetLaw: Rule {
    static let name = "not-yet-law"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase("a duty that is not law yet, carried by a scenario")
    static let why = Phrase(
        """
        What is not law yet may still change, and a sheet that counts with it takes time from the duties that bind. Take it out of the \
        scenario until its first day, or say with `status: in-force` that it is law.
        """)
    static let rejects = [
        Example(
            Phrase("In force from next year"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "status: {state: from, from: 2027-03-18}",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [⟦council⟧]", "starts: {awareness: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("In force since the beginning of the year"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "status: {state: from, from: 2026-01-01}",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for scenario in context.plan.scenarios {
            for reference in scenario.obligations {
                guard let obligation = context.plan.obligations[reference], !obligation.isLaw(on: context.asOf)
                else { continue }
                let from = obligation.status?.from
                let message =
                    from.map {
                        Phrase("{duty} is law only from {date}", ["duty": obligation.quoted, "date": $0.value])
                    } ?? Phrase("{duty} is a proposal, not law yet", ["duty": obligation.quoted])
                report(
                    finding(
                        at: reference.span, message,
                        labels: obligation.isBuiltIn ? [] : (from.map { [Label($0.span, Phrase("not before"))] } ?? []),
                        help: [
                            Phrase(
                                "take it out of the scenario until then; it can be read about with: planc show obligation:{id}",
                                ["id": obligation.id])
                        ]))
            }
        }
    }
}
