import PlancDiagnostics
import PlancModel

enum Jargon: Rule {
    static let name = "jargon"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "words that the reader may not know")
    static let why = Phrase(

        """
        People in a hurry skip what they do not understand, and feel left out. Say it in everyday words, \
        explain it under 'glossary', or allow it in a vocabulary when all your readers know it. Notices to \
        authorities may use their own words.
        """)
    static let rejects = [
        Example(
            Phrase("An abbreviation"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Turn on ⟦MFA⟧. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("A term that the plan avoids"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The ⟦OPAC⟧ is down. Questions: {{ phone }}."),
                "vocabulary.md": """
                ---
                kind: vocabulary
                avoid:
                  - {term: OPAC, prefer: the catalogue, because: only librarians say it}
                ---
                """,
            ]),
        Example(
            Phrase("In French"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Un ⟦ransomware⟧ nous touche. Vos questions : {{ phone }}."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Explained under the text"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "glossary: {MFA: a code asked for as well as the password}",
                    text: "Turn on MFA. Questions: {{ phone }}.")
            ]),
        Example(
            Phrase("Allowed by the plan"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "Turn on MFA. Questions: {{ phone }}."),
                "vocabulary.md": """
                ---
                kind: vocabulary
                allow: [MFA]
                ---
                """,
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // Whom a text is for was not understood.
        if context.plan.unread.kinds.contains(.audience) { return }
        reportWords(
            context, .jargon,
            message: { words in
                Phrase(
                    "the reader may not know {words}", ["words": words])
            }, report: report)
    }
}
