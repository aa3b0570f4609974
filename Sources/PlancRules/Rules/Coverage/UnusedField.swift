import PlancDiagnostics
import PlancModel

enum UnusedField: Rule {
    static let name = "unused-field"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a field that no text uses")
    static let why = Phrase(

        """
        On the day somebody has to fill in every field of the plan. One that no text uses costs a minute \
        that nobody has, and often means that a text says the thing by hand.
        """)
    static let rejects = [
        Example(
            Phrase("A water level that no text tells"),
            [
                "more-fields.md": """
                ---
                kind: fields
                fields:
                  ⟦water-level⟧: {title: Water level, type: number, example: "40", longest: "140"}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A step tells it"),
            [
                "more-fields.md": """
                ---
                kind: fields
                fields:
                  water-level: {title: Water level, type: number, example: "40", longest: "140"}
                ---
                """,
                "checklists/water.md": """
                ---
                kind: checklist
                title: The water
                scenarios: flood
                phase: during
                ---

                - [ ] T+2h @caretaker Write the level on the door: {{ water-level }} cm
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.fields) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "no text uses field {name}", ["name": name]),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "write '{{ {id} }}' where the value belongs, or take the field away", ["id": thing.id])
                    ]))
        }
    }
}
