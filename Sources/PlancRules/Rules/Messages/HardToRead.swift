import PlancDiagnostics
import PlancModel
import PlancProse
import PlancWords

enum HardToRead: Rule {
    static let name = "hard-to-read"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase(
        "a text over the reading level for its audience, or a sentence of more than 25 words")
    static let why = Phrase(

        """
        Under stress people read worse than they can. A sentence of more than 25 words is read twice or not \
        at all. The score (Flesch's reading ease, as adapted to each language, on texts of 100 words and more) \
        is a remark only: good and bad messages can have the same.
        """)
    static let rejects = [
        Example(
            Phrase("A sentence of 37 words"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        ⟦The library is closed because the river has come into the basement and the fire service, which arrived early this morning with two pumps, has asked everybody to keep out of the building until the water is gone.⟧ Questions: {{ phone }}.
                        """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Short sentences"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. The river has come into the basement. The fire service is pumping. Questions: {{ phone }}.
                        """)
            ])
    ]

    /// Words that a sentence may have.
    static let longestSentence = 25
    /// Words from which on a score says something.
    static let shortestScored = 100

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for (words, span) in context.texts.longSentences {
            var found = finding(
                at: span,
                Phrase(
                    "this sentence has {words} words, a reader under stress takes {longestSentence}",
                    ["words": words, "longestSentence": longestSentence]),
                help: [Phrase("one thing a sentence")])
            found.severity = .warning
            report(found)
        }
        let messages = context.plan.messages
        for (number, measures) in context.measures.enumerated() {
            for (version, measured) in measures.enumerated() {
                guard let counts = measured.readability, counts.words >= shortestScored else { continue }
                guard let measure = measure(of: messages[number].versions[version]) else { continue }
                let ease = counts.ease(by: measure)
                guard let least = leastEase(for: messages[number].audiences, context.plan), ease < Double(least)
                else { continue }
                report(score(counts, ease, measure, least, of: version, in: messages[number]))
            }
        }
    }

    private static func measure(of version: Message.Version) -> ReadingMeasure? {
        Language(version.body.locale.language)?.rules.reading
    }

    private static func score(
        _ counts: Readability, _ ease: Double, _ measure: ReadingMeasure, _ least: Int, of place: Int,
        in message: Message
    ) -> Finding {
        let version = message.versions[place]
        let (name, score, lix) = (message.quoted, Int(ease.rounded()), Int(counts.lix.rounded()))
        return finding(
            at: version.nameSpan,
            Phrase(
                "message {name} is hard to read for its audience: {measure} {score}, LIX {lix}",
                ["name": name, "measure": measure.name, "score": score, "lix": lix]),
            help: [
                Phrase(
                    "shorter sentences and everyday words raise the score to {least}", ["least": least])
            ])
    }

    /// What the least practised of the readers need; nil for authorities.
    private static func leastEase(for audiences: [Reference], _ plan: Plan) -> Int? {
        var least: Int?
        for reference in audiences {
            guard let place = plan.audiences.index(of: reference.id) else { continue }
            switch plan.audiences[place].type.value {
            case .customers, .employees, .public: return 60
            case .authorities: break
            case .press, .partners, .investors, .board: least = 50
            }
        }
        return least
    }
}
