import PlancDiagnostics
import PlancMarkup
import PlancModel

enum UnstampedTranslation: Rule {
    static let name = "unstamped-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let comparesTranslations = true
    static let summary = Phrase(
        "a translation that nobody has compared with its source and stamped")
    static let why = Phrase(

        """
        Without a stamp nobody knows which text a translation was made from, and when the source changes \
        nothing says that the translation is old. Read both, then run `planc translate --stamp ID`.
        """)
    private static let plan = """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: 1.0
        locales: [en, fr]
        owner: director
        ---
        """
    static let rejects = [
        Example(
            Phrase("No 'translates' in the translation"),
            [
                "plan.md": plan,
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: ⟦"Personnel : la bibliothèque est fermée"⟧
                ---

                La bibliothèque est fermée.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A source has no stamp"),
            [
                "plan.md": plan
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for text in context.plan.translatedTexts {
            guard let source = text.bodies.first, !context.brokenFiles.contains(source.file) else { continue }
            for body in text.bodies.dropFirst() where body.translates == nil {
                if context.brokenFiles.contains(body.file) { continue }
                report(
                    finding(
                        at: body.nameSpan,
                        Phrase(
                            "nobody has compared this translation with its source and stamped it"),
                        labels: [Label(source.nameSpan, Phrase("the source"))],
                        help: [
                            Phrase(
                                "read both, then: planc translate --stamp {id}", ["id": text.reference.id])
                        ]))
            }
        }
    }
}
