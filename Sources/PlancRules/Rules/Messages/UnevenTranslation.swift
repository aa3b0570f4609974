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
        "two languages of a message with different fields, links or parts")
    static let why = Phrase(

        """
        A section, a field, a link or a list that is in one language only is a fact that some readers do not get. \
        Blocks that say the same are compared: they are found by their kind, by what their headings tell, and \
        by their fields, links, numbers and length.
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
            for version in message.versions.dropFirst() {
                compare(
                    source.body, version.body, context.plan.links, name: message.quoted, place: version.nameSpan,
                    report)
            }
        }
        for snippet in context.plan.snippets {
            guard let source = snippet.versions.first else { continue }
            for version in snippet.versions.dropFirst() {
                compare(
                    source.body, version.body, context.plan.links, name: snippet.quoted,
                    place: version.body.span.start,
                    report)
            }
        }
    }

    private static func compare(
        _ source: Body, _ other: Body, _ links: LinkTargets, name: Phrase, place: Span, _ report: (Finding) -> Void
    ) {
        for difference in differences(between: source.blocks, and: other.blocks, links) {
            let told = difference.told
            let tag = source.locale.tag
            let labels = difference.source.map {
                Label($0, Phrase("here in '{tag}'", ["tag": tag]))
            }
            report(
                finding(
                    at: difference.translation ?? place,
                    Phrase(
                        "the translation of {name} differs: {told}", ["name": name, "told": told]),
                    caption: difference.translation == nil ? nil : difference.caption,
                    labels: labels.map { [$0] } ?? []))
        }
    }
}
