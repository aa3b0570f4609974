import PlancDiagnostics
import PlancModel

enum BlamingWords: Rule {
    static let name = "blaming-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that put the blame on somebody")
    static let why = Phrase(

        """
        Whoever is blamed will not report the next time, and whoever reads it sees a company that looks for \
        a culprit. Naming an attacker without a source can be wrong, and is never needed to protect anyone.
        """)
    static let rejects = [
        Example(
            Phrase("An employee is to blame"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "An ⟦employee clicked⟧ on a link. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "C'est une ⟦erreur humaine⟧. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What happened"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "A fraudulent message gave access to an account. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .blaming,
            message: { words in
                Phrase(
                    "{words} puts the blame on somebody", ["words": words])
            }, report: report)
    }
}
