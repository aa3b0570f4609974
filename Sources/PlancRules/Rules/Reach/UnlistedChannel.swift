import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum UnlistedChannel: Rule {
    static let name = "unlisted-channel"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("a step that is done by something the plan has no channel for")
    static let why = Phrase(
        """
        "Post the text on Teams", says the step, and the plan has no channel of that name: whether it works when the servers are \
        down, who reads it and who can write there is nowhere. At three in the morning it turns out that nobody can log in. Give it a channel, \
        with what it depends on, and planc says in which scenarios it is out; or write which of the plan's channels is meant.
        """)

    private static func steps(_ words: String) -> [String: String?] {
        [
            "checklists/flood.md": ExamplePlan.changing(
                "checklists/flood.md",
                text: """
                    - [ ] T0 @caretaker Switch off the power in the basement
                    - [ ] T+20min @press \(words)
                    - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                    - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                    """)
        ]
    }

    static let rejects = [
        Example(Phrase("A group that no channel is"), steps("Tell the branches in the ⟦WhatsApp⟧ group")),
        Example(Phrase("A machine that no channel is"), steps("⟦Fax⟧ the list of rooms to the council")),
    ]
    static let accepts = [
        Example(
            Phrase("A channel has the name, or the step says not to use it"),
            steps("Tell the branches, not on Teams; watch what is said on WhatsApp"))
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) || plan.unread.kinds.contains(.system) { return }
        var reader = MeansOfSteps(plan)
        var unlisted: [(name: String, means: [MeansOfSteps.Means])] = []
        let names = Lazily { plan.namesOfMeans }
        for list in plan.checklists {
            for means in reader.means(in: list) {
                let name = means.words.folded
                if isListed(name, among: names.value) { continue }
                if let place = unlisted.firstIndex(where: { $0.name == name }) {
                    unlisted[place].means.append(means)
                } else {
                    unlisted.append((name, [means]))
                }
            }
        }
        for (_, means) in unlisted { report(finding(means)) }
    }

    /// Whether a means, folded, is one of the names, or a verb of a word of one: `faxer` of a channel "Fax". ("Teams" are no team.)
    static func isListed(_ name: String, among names: [String]) -> Bool {
        names.contains { listed in
            listed.contains(name)
                || listed.split(whereSeparator: { !$0.isLetter }).contains { word in
                    word.count > 2 && name.count - word.count < 5 && name.contains(word) && name != word + "s"
                }
        }
    }

    private static func finding(_ means: [MeansOfSteps.Means]) -> Finding {
        finding(
            at: means[0].span,
            Phrase(
                "no channel of the plan is '{words}': whether it works in a crisis, the plan does not say",
                ["words": means[0].words]),
            labels: means.dropFirst().prefix(5).map { Label($0.span, Phrase("here too")) },
            help: [
                Phrase("add it to the channels, with what it depends on, or name one that the plan has")
            ])
    }
}

extension Plan {
    /// What channels and systems are called, folded: whatever has one of these names is listed.
    fileprivate var namesOfMeans: [String] {
        let texts = channels.flatMap { $0.title.versions + $0.access.versions } + systems.flatMap(\.title.versions)
        return texts.map(\.text.value.folded) + channels.map(\.id) + systems.map(\.id)
            + channels.compactMap { $0.address?.value.folded }
    }
}
