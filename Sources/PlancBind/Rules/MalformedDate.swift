import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedDate: FormRule {
    static let name = "malformed-date"
    static let summary = Phrase(
        "a date or time of the wrong form, or a day that does not exist")
    static let why = Phrase(
        "03/04 is in March for some and in April for others; 2026-04-03 is the same day for everyone.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not a date", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "the year, the month and the day, as in 2026-11-21")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(time value: Located<String>, likely: String?) -> Finding {
        finding(
            at: value.span,
            Phrase(
                "'{value}' is not a time", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [Phrase("hours and minutes, as in \"18:30\"")],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(dateTime value: Located<String>, likely: String?) -> Finding {
        finding(
            at: value.span,
            Phrase(
                "'{value}' is not a date with its time", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [Phrase("as in \"2026-11-21 18:30\"")],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a day that could be a month"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "holidays: [⟦03/04/2026⟧]")
            ]),
        Example(
            Phrase("a day that does not exist"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "holidays: [⟦2026-02-30⟧]")
            ]),
        Example(
            Phrase("an example that is not a time"),
            [
                "fields.md": ExamplePlan.changing(
                    "fields.md",
                    """
                    next-time: {title: Time of the next update, type: time, example: ⟦half past six⟧, covers: next-update}
                    phone: {title: Number for questions, type: phone, example: "+44 1632 960100", covers: contact}
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("year, month, day"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "holidays: [2026-04-03, 2026-12-25]")
            ])
    ]
}
