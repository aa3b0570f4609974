import PlancDiagnostics
import PlancModel

enum VagueTime: Rule {
    static let name = "vague-time"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "no time where a time belongs")
    static let why = Phrase(

        """
        'As soon as possible' is a promise that cannot be kept or checked, and people call in the meantime. \
        A time, even for news that says 'nothing new', lets them wait in peace.
        """)
    static let rejects = [
        Example(
            Phrase("As soon as possible"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We will write to you ⟦as soon as possible⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Plus d’informations ⟦bientôt⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A time"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "News at {{ next-time }}. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .vague,
            message: { words in
                Phrase("{words} is not a time", ["words": words])
            }, report: report)
    }
}
