import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedOffset: FormRule {
    static let name = "malformed-offset"
    static let summary = Phrase(
        "the time of a step in the wrong form")
    static let why = Phrase(
        "A step whose time cannot be read is missing from the timeline, and nobody sees that it is late.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not a time counted from T0", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "as in T0, T+15min, T+4h, T-30d")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(second value: Located<String>) -> Finding {
        finding(
            at:
                value.span, Phrase("a step has one time only"),
            help: [
                Phrase(
                    "keep one, or make two steps")
            ])
    }

    /// `T+20min to T+40min`
    static func range(_ value: Located<String>) -> Finding {
        finding(
            at: value.span, Phrase("a step has one time, and '{value}' is two", ["value": Say.quoted(value.value)]),
            help: [Phrase("write the time by which it is done, and the other one among its words, or make two steps")])
    }

    /// `every 2h until T+12h`
    static func finding(endOfRhythm value: Located<String>) -> Finding {
        finding(
            at: value.span, Phrase("a rhythm has no end: '{value}' is not read", ["value": Say.quoted(value.value)]),
            help: [Phrase("write until when among the words of the step")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("minutes by another name"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] ⟦T+15mn⟧ @director Call the mayor

                """
            ]),
        Example(
            Phrase("days counted the French way"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] @director ⟦J+2⟧ Call the mayor

                """
            ]),
        Example(
            Phrase("two times for one step"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h ⟦T+2h⟧ @director Call the mayor

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("counted from T0"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call the mayor
                - [ ] T+15min @director Call the press
                - [ ] T+2bd @director Thank them

                """
            ])
    ]
}
