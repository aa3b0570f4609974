import PlancDiagnostics
import PlancModel

enum CertainTooEarly: Rule {
    static let name = "certain-too-early"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a categorical statement while the facts are still being established")
    static let why = Phrase(

        """
        What is said for certain in the first hours is often taken back, and a message that is taken back \
        costs all the others. Say what was checked and what is not known yet; once somebody has confirmed \
        it, write who and when under 'confirmed'.
        """)
    static let rejects = [
        Example(
            Phrase("Nothing was stolen"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "⟦No data was stolen⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "L'⟦attaque est totalement maîtrisée⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What is not known yet"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We do not know yet whether data was copied. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Confirmed by somebody"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    confirmed:
                      - {claim: no data was stolen, by: director, at: 2026-01-05 14:00}
                    """, text: "No data was stolen. Questions: {{ phone }}.")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .tooCertain,
            message: { words in
                Phrase(
                    "{words} is certain before anyone has confirmed it", ["words": words])
            }, report: report)
    }
}
