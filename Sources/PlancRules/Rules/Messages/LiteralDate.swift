import PlancDiagnostics
import PlancModel
import PlancProse

enum LiteralDate: Rule {
    static let name = "literal-date"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase(
        "a date or time written where a field belongs")
    static let why = Phrase(

        """
        A plan is written months before the day. A date in its text is wrong on the day, and is the kind of \
        mistake that goes out unseen. Opening hours, times of every day and durations are left alone.
        """)
    static let rejects = [
        Example(
            Phrase("A day and a time"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "Closed since ⟦14 March⟧. News at ⟦6 pm⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("A day in digits, which may be two days"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We open again on ⟦4/12/2026⟧. News at {{ next-time }}. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "Fermé depuis le ⟦14 mars⟧. Nouvelles à ⟦18 h⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A field"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "News at {{ next-time }}. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Opening hours in German"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [de]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Der Schalter ist von 9 bis 14 Uhr offen. Fragen: {{ phone }}."),
            ]),
        Example(
            Phrase("A time of every day"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We write every day at 17:00. Visiting hours end at 7 pm. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Opening hours and a duration"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "Call {{ phone }} from 8 am to 8 pm. We answer within 72 hours, 24/7, and 9/10 of you in one."
                )
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let help =
            context.plan.fieldOfTime.map { Phrase("put a field there, like '{field}'", ["field": $0.placeholder]) }
            ?? Phrase("put a field there, which is filled in on the day")
        for date in context.texts.dates {
            let words = Phrase.quoting(date.words.onOneLine)
            var found = finding(
                at: date.span,
                Phrase("{words} is written into a template: it will be wrong on the day", ["words": words]),
                help: [help])
            if NumericDay(date.words)?.isAmbiguous ?? false {
                found.severity = .warning
                found.help.append(
                    Phrase(
                        "some readers take the first number for the day, others for the month: write the month in letters"
                    ))
            }
            report(found)
        }
    }
}
