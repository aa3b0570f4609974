import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedDuration: FormRule {
    static let name = "malformed-duration"
    static let summary = Phrase(
        "a duration of the wrong form")
    static let why = Phrase(
        "Deadlines are computed from it: '4' could be minutes, hours or days.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not a duration", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "as in 15min, 4h, 3d, 2w, 6mo, 1y, 4bd (business days) or PT1H30M")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    /// `within: asap`
    static func finding(atOnce value: Located<String>) -> Finding {
        finding(
            at: value.span, Phrase("'{value}' is not a duration", ["value": Say.quoted(value.value)]),
            help: [
                Phrase("at once is how long at the most? Write that, as in 30min: it is what planc counts with")
            ])
    }

    /// `every: 0h`
    static func finding(noRhythm value: Located<String>) -> Finding {
        finding(
            at: value.span, Phrase("'{value}' does not say how often", ["value": value.value]),
            help: [Phrase("write how long it is from one time to the next, as in 4h or 1d, or remove it")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("hours and minutes run together"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: ⟦1h30⟧}
                    """)
            ]),
        Example(
            Phrase("a rhythm of a step"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h every ⟦30x⟧ @press Look at the news

                """
            ]),
        Example(
            Phrase("at once, where a length of time belongs"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: ⟦ASAP⟧}
                    """)
            ]),
        Example(
            Phrase("a rhythm of no length"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], update-every: ⟦0h⟧}
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("one number and its unit, or ISO 8601"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: PT1H30M}
                    """),
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h every 30min @press Look at the news

                """,
            ])
    ]
}
