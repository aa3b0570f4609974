import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum ForeignCalendar: Rule {
    static let name = "foreign-calendar"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase("business days of nobody’s calendar")
    static let why = Phrase(
        """
        Four business days end on another day in Washington than in Paris: what counts are the closed days of who receives the notice. \
        Name them, as in `calendar: {closed: US-federal, zone: America/New_York}`; `closed: plan` stands for your own holidays.
        """)
    static let rejects = [
        Example(
            Phrase("Four business days, and no calendar"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "stages: [{name: notice, deadline: ⟦4bd⟧, from: awareness}]")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Of a council that keeps our holidays"),
            [
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council",
                    "stages: [{name: notice, deadline: 4bd, from: awareness, calendar: {closed: plan}}]")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for obligation in context.plan.obligations where !obligation.isBuiltIn {
            for stage in obligation.stages where stage.calendar?.closed == nil {
                for within in stage.dues.flatMap(\.terms).compactMap(\.within)
                where within.value.amount.businessDays > 0 {
                    let fix = context.adding(
                        "calendar: {closed: plan}",
                        after: (stage.from?.span).flatMap { $0.file == within.span.file ? $0 : nil } ?? within.span,
                        Phrase("count by our own holidays: add 'calendar: {closed: plan}'"))
                    report(
                        finding(
                            at: within.span,
                            Phrase(
                                "the business days of {duty} are nobody’s: it does not say whose days are closed",
                                ["duty": obligation.quoted]),
                            help: [
                                Phrase(
                                    "add the calendar of who receives it, as in 'calendar: {closed: US-federal, zone: America/New_York}'"
                                )
                            ],
                            fixes: stage.due == nil && stage.from != nil ? (fix.map { [$0] } ?? []) : []))
                }
            }
        }
    }
}
