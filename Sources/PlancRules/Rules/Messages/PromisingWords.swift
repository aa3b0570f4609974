import PlancDiagnostics
import PlancModel

enum PromisingWords: Rule {
    static let name = "promising-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "promises and assurances that nobody can keep in a crisis")
    static let why = Phrase(

        """
        A promise that is broken costs more than the one that was never made. Say what was done, what was \
        checked and when the next news comes; a return is an estimate and is called one. Promises of money \
        are for legal to approve ('legal-review').
        """)
    static let rejects = [
        Example(
            Phrase("Back tomorrow"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The catalogue ⟦will be back tomorrow⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Cela ⟦ne se reproduira plus⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("An estimate, called one"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "We expect the catalogue on Monday (estimate). Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Afterwards, when the end has been declared"),
            [
                "messages/reopened.md": ExamplePlan.changing(
                    "messages/reopened.md", text: "It is over: the library is open. Questions: {{ phone }}.")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .promising,
            message: { words in
                Phrase(
                    "{words} promises what nobody can be sure of", ["words": words])
            }, report: report)
    }
}
