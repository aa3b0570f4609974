import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse

enum EmptySection: Rule {
    static let name = "empty-section"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a heading with nothing under it, in a text that is sent")
    static let why = Phrase(
        """
        The reader sees "What you can do" and nothing after it: what belongs there was removed, or never \
        written. The heading alone says nothing, so `missing-element` does not count it. Write what belongs there, or \
        remove the heading.
        """)
    static let rejects = [
        Example(
            Phrase("What the reader can do was removed"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "subject: News",
                    text: """
                        ⟦## What you can do⟧

                        ## Your questions

                        Call {{ phone }}.
                        """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The text is under headings of the next level"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "subject: News",
                    text: """
                        ## What you can do

                        ### At home

                        Look at our website. Your questions: {{ phone }}.
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for message in context.plan.messages {
            for version in message.versions where !context.brokenFiles.contains(version.body.file) {
                check(version.common, report)
                for variant in version.variants { check(variant.blocks, report) }
            }
        }
        for snippet in context.plan.snippets {
            for version in snippet.versions where !context.brokenFiles.contains(version.body.file) {
                check(version.body.blocks, report)
            }
        }
    }

    private static func check(_ blocks: [Block], _ report: (Finding) -> Void) {
        for (place, block) in blocks.enumerated() where blocks.isEmptyHeading(at: place) {
            guard case .heading(_, let inlines) = block.content else { continue }
            // Of headings in each other the last one is where the text is missing.
            let next = blocks[(place + 1)...].first { if case .directive = $0.content { false } else { true } }
            if case .heading(let level, _)? = next?.content, case .heading(let own, _) = block.content, level > own {
                continue
            }
            report(
                finding(
                    at: block.span,
                    Phrase("nothing is under the heading '{title}'", ["title": inlines.plainText.onOneLine]),
                    help: [Phrase("write what belongs there, or remove the heading")]))
        }
    }
}
