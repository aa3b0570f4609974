import PlancDiagnostics
import PlancModel

enum OverdueReview: Rule {
    static let name = "overdue-review"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a plan that was not reviewed in time")
    static let why = Phrase(

        """
        People leave, systems move, numbers change, and a plan ages without a sound. Read it through with \
        those who are named in it, then record it with `planc confirm review`. `review: {every: 6mo}` in \
        plan.md sets the period.
        """)
    static let rejects = [
        Example(
            Phrase("Every six months, and last a year ago"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2025-01-05}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Six months ago to the day"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2025-07-15}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let info = context.plan.info
        let every = Phrase.duration(info.review.every.value)
        let help = Phrase(
            "read the plan through, then: planc confirm review")
        // A plan that was never reviewed is unconfirmed.
        guard let last = info.review.last else { return }
        guard last.value.adding(info.review.every.value) < context.asOf else { return }
        report(
            finding(
                at: info.nameSpan,
                Phrase(
                    "the plan was last reviewed on {last}, and is to be reviewed every {every}",
                    ["last": last.value, "every": every]),
                labels: [Label(last.span, Phrase("the last time"))], help: [help]))
    }
}
