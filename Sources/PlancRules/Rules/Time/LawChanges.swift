import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum LawChanges: Rule {
    static let name = "law-changes"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a law that changed after its text was read")
    static let why = Phrase(
        """
        The entry says what was read, and the law says something else since. Read the text again, and write down what is new.
        """)
    static let rejects = [
        Example(
            Phrase("Changed after it was read"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "status: {state: in-force, amended: ⟦2026-01-01⟧}",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Read after it changed"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "status: {state: in-force, amended: 2025-06-01}",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for obligation in context.carriedObligations {
            guard let read = obligation.lastRead else { continue }
            let days = [obligation.status?.from, obligation.status?.amended].compactMap { $0 }
            for day in days where day.value > read && day.value <= context.asOf {
                report(
                    finding(
                        at: day.span,
                        Phrase(
                            "the law of {duty} changed on {date}, after its text was read on {read}",
                            ["duty": obligation.quoted, "date": day.value, "read": read]),
                        help: [
                            obligation.isBuiltIn
                                ? Phrase("update planc, or read the source and write the obligation in the plan")
                                : Phrase(
                                    "read the source again, then: planc confirm reading {id}", ["id": obligation.id])
                        ]))
            }
        }
    }
}
