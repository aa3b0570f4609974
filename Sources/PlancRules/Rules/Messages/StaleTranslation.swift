import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum StaleTranslation: Rule {
    static let name = "stale-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let comparesTranslations = true
    static let summary = Phrase(
        "a translation made from an older text")
    static let why = Phrase(

        """
        Two languages that say different things are two messages, and one of them is wrong. The translation \
        names the text that it was made from; that text has changed since.
        """)
    static let rejects = [
        Example(
            Phrase("The English text has changed"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                translates: ⟦0000000000000000⟧
                ---

                La bibliothèque est fermée.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Not stamped yet"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for text in context.plan.translatedTexts {
            guard let source = text.bodies.first, !context.brokenFiles.contains(source.file) else { continue }
            let stamps = text.bodies.dropFirst().compactMap(\.translates)
            if stamps.isEmpty { continue }
            for stamp in stamps where !source.isSource(ofStamp: stamp.value) {
                report(finding(text, stamp, source: source.nameSpan))
            }
        }
    }

    private static func finding(
        _ text: TranslatedText, _ stamp: Located<String>, source: Span
    ) -> Finding {
        let name = text.quoted
        return finding(
            at: stamp.span,
            Phrase(
                "this translation of {name} was made from an older text", ["name": name]),
            labels: [Label(source, Phrase("the text has changed since"))],
            help: [
                Phrase(
                    "compare both, fix the translation, then run 'planc translate --stamp {id}'",
                    ["id": text.reference.id]
                )
            ])
    }
}
