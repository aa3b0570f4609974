import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum WeakSource: Rule {
    static let name = "weak-source"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a notice that rests on a law which nobody read")
    static let why = Phrase(
        """
        The time limit comes from a page about the law, or from memory, and pages are wrong as often as they are right. Have the text \
        read, write the obligation in the plan with `verified`, or allow it with the reason.
        """)
    static let rejects = [
        Example(
            Phrase("From a page about the law"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]", "confidence: page"
                ).replacing("    verified: 2025-12-01\n", with: "    read-on: 2025-12-01\n"),
                "messages/notice.md": DutyExamples.notice(satisfies: "⟦council/notice⟧"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("From the official text"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]", "confidence: official-text"
                ).replacing("    verified: 2025-12-01\n", with: "    read-on: 2025-12-01\n"),
                "messages/notice.md": DutyExamples.notice(satisfies: "council/notice"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages {
            for satisfaction in message.satisfies {
                guard let (obligation, stage) = context.stages(of: satisfaction), obligation.verified == nil else {
                    continue
                }
                let marks = (stage.map { [$0] } ?? obligation.stages).compactMap { obligation.confidence(of: $0) }
                guard let weakest = marks.min(), weakest.isWeak else { continue }
                report(
                    finding(
                        at: satisfaction.stage.map { satisfaction.obligation.span.union($0.span) }
                            ?? satisfaction.obligation.span,
                        weakest == .page
                            ? Phrase(
                                "of {duty} only a page about the law was read, not its text",
                                ["duty": obligation.quoted])
                            : Phrase("of {duty} nobody read the text", ["duty": obligation.quoted]),
                        help: [
                            Phrase(
                                "have the text read ({source}); planc show obligation:{id} tells what was read",
                                ["source": obligation.source?.shown ?? "", "id": obligation.id])
                        ]))
            }
        }
    }
}
