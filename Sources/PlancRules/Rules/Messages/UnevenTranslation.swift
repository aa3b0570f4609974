import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum UnevenTranslation: Rule {
    static let name = "uneven-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        "two languages of a text with different fields, links, parts or numbers")
    static let why = Phrase(

        """
        A section, a field, a link or a list that is in one language only is a fact that some readers do not get; \
        another number is a wrong one for some of them. Blocks that say the same are compared: they are found by \
        their kind, by what their headings tell, and by their fields, links, numbers and length. Numbers may be \
        written out, and hours counted otherwise. Messages, snippets and the texts of the plan, scenarios, roles \
        and obligations are compared; for checklists see `uneven-checklist`.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The French text has no number for questions"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée.⟧
                """,
            ]),
        Example(
            Phrase(
                "Another field is in the French text"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : ⟦{{ next-time }}⟧.
                """,
            ]),
        Example(
            Phrase("The French text denies nothing"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Do not come in."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée. Entrez.⟧
                """,
            ]),
        Example(
            Phrase("The English text has a list"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        Please:

                        - stay at home
                        - call {{ phone }}
                        """),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                Restez chez vous :

                ⟦Appelez le {{ phone }}.⟧
                """,
            ]),
        Example(
            Phrase("A section is missing in the middle"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed.

                        ## What you can do

                        Stay at home.

                        ## Your questions

                        Call {{ phone }}.
                        """),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée.⟧

                ## Vos questions

                Appelez le {{ phone }}.
                """,
            ]),
        Example(
            Phrase("Another number in the French text of the plan"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md", "locales: [en, fr]", text: "The library has 12 rooms, two of them below the river."),
                "plan.fr.md": """
                ---
                kind: plan
                ---

                La bibliothèque a ⟦21⟧ salles, dont 2 plus basses que la rivière.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The same parts in the same order"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", text: "The library is closed. Questions: {{ phone }}."),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages {
            guard let source = message.versions.first else { continue }
            for version in message.versions.dropFirst() where version.body.isPrinted {
                compare(
                    source.body, version.body, context.plan.links, name: message.quoted, place: version.nameSpan,
                    report)
            }
        }
        for snippet in context.plan.snippets {
            guard let source = snippet.versions.first else { continue }
            for version in snippet.versions.dropFirst() where version.body.isPrinted {
                compare(
                    source.body, version.body, context.plan.links, name: snippet.quoted,
                    place: version.body.span.start,
                    report)
            }
        }
        for text in context.plan.translatedTexts
        where ![.message, .snippet, .checklist].contains(text.reference.kind) {
            guard let source = text.bodies.first, !context.brokenFiles.contains(source.file) else { continue }
            for body in text.bodies.dropFirst() where body.isPrinted && !context.brokenFiles.contains(body.file) {
                compare(
                    source, body, context.plan.links, name: text.quoted, place: body.nameSpan, isSent: false, report)
            }
        }
    }

    private static func compare(
        _ source: Body, _ other: Body, _ links: LinkTargets, name: Phrase, place: Span, isSent: Bool = true,
        _ report: (Finding) -> Void
    ) {
        let context = TranslationContext(links, [source.locale, other.locale])
        for difference in differences(between: source.blocks, and: other.blocks, context) {
            let told = difference.told
            let language = source.locale.title
            let labels = difference.source.map {
                Label($0, Phrase("here in {language}", ["language": language]))
            }
            var found = finding(
                at: difference.translation ?? place,
                Phrase(
                    "the translation of {name} differs: {told}", ["name": name, "told": told]),
                caption: difference.translation == nil ? nil : difference.caption,
                labels: labels.map { [$0] } ?? [])
            if difference.isNumber || difference.isNegation || !isSent { found.severity = .warning }
            report(found)
        }
    }
}
