import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancWords

enum TooManyWords: Rule {
    static let name = "too-many-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a message of more words than it may have")
    static let why = Phrase(

        """
        A script is read aloud and a reply is read on a telephone: 'max-words' says how long it may be. \
        Fields count with their longest value.
        """)
    static let rejects = [
        Example(
            Phrase("Eleven words of ten"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "max-words: ⟦10⟧",
                    text: "The library is flooded and closed, please stay at home today.")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Ten words"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "max-words: 10",
                    text: "The library is flooded and closed, please stay at home.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for message in plan.messages {
            guard let most = message.maxWords else { continue }
            for (place, version) in message.versions.enumerated() {
                let rendering = plan.rendering(version.body.locale, .longest, of: message)
                let texts = [version.common] + version.variants.map(\.blocks)
                let count = texts.map { wordCount(rendering($0).string) }.max() ?? 0
                guard count > most.value else { continue }
                let name = message.quoted
                report(
                    finding(
                        at: place == 0 ? most.span : version.nameSpan,
                        Phrase(
                            "message {name} has {count} words and may have {most}",
                            ["name": name, "count": count, "most": most.value]),
                        labels: place == 0 ? [] : [Label(most.span, Phrase("the limit"))]))
            }
        }
    }
}
