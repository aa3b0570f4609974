import PlancDiagnostics
import PlancModel

enum DefensiveWords: Rule {
    static let name = "defensive-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that protect the speaker")
    static let why = Phrase(

        """
        The reader wants to know what to do; legal phrases, self-praise and ready-made formulas say that \
        you are busy with yourself. A short fact serves better, in law too.
        """)
    static let rejects = [
        Example(
            Phrase("A formula"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We ⟦take your safety very seriously⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "⟦Merci de votre compréhension⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What is being done"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The fire service is pumping out the basement. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .defensive,
            message: { words in
                Phrase(
                    "{words} protects the speaker, not the reader", ["words": words])
            }, report: report)
    }
}
