import PlancDiagnostics
import PlancModel

enum MinimisingWords: Rule {
    static let name = "minimising-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that make it smaller than it is")
    static let why = Phrase(

        """
        Whoever waits for an order, a wage or an answer knows how big it is. Words that shrink it say that \
        you do not, and when the truth comes out they are quoted back. Quotations are not read.
        """)
    static let rejects = [
        Example(
            Phrase("A small incident"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "We had a ⟦minor incident⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Nous avons un ⟦petit souci⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What happened, and what is not known"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The river has come into the library. We do not know yet how far. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Somebody else's words, quoted"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "You may have read “a minor incident”. It is not minor. Questions: {{ phone }}.")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .minimising,
            message: { words in
                Phrase(
                    "{words} makes it smaller than it is", ["words": words])
            }, report: report)
    }
}
