import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum UndecidedFact: Rule {
    static let name = "undecided-fact"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a duty that depends on a fact which nobody has stated")
    static let why = Phrase(
        """
        An unknown fact is neither true nor false: the duty is on the sheet with its question, and nothing is ready for it. State the \
        fact in the scenario, or for the whole organisation in plan.md, as in `facts: {high-risk-to-people: true}`.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody says whether books are lost"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [⟦council⟧]", "starts: {awareness: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Books are taken to be lost"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [council]", "starts: {awareness: T0}", "facts: {books-lost: true}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let unread = context.plan.unread
        if unread.contains(.plan, context.plan.name, ["facts"]) { return }
        for judged in context.scenarios where !unread.contains(judged.scenario, ["facts", "personal-data"]) {
            var groups: [(facts: [Condition], references: [Reference])] = []
            var seen: Set<String> = []
            for reference in judged.scenario.obligations where seen.insert(reference.id).inserted {
                let duties = judged.timeline.duties.filter { $0.obligation == reference.id }
                var facts: [Condition] = []
                for fact in duties.flatMap({ $0.undecided + $0.undecidedCases }) where !facts.contains(fact) {
                    facts.append(fact)
                }
                if facts.isEmpty { continue }
                // What depends on the same facts is one question.
                if let place = groups.firstIndex(where: { $0.facts == facts }) {
                    groups[place].references.append(reference)
                } else {
                    groups.append((facts, [reference]))
                }
            }
            for group in groups { report(finding(group.facts, group.references, judged.scenario, context.plan)) }
        }
    }

    private static func finding(
        _ facts: [Condition], _ references: [Reference], _ scenario: Scenario, _ plan: Plan
    ) -> Finding {
        let names = facts.flatMap(\.facts).map { "\($0): …" }.joined(separator: ", ")
        return finding(
            at: references[0].span,
            Phrase(
                "{duty} depends on what nobody has stated for {scenario}: {facts}",
                [
                    "duty": Phrase.list(references.compactMap { plan.obligations[$0] }), "scenario": scenario.quoted,
                    "facts": Phrase.few(facts.map(LegalTerms.condition)),
                ]),
            labels: references.dropFirst().prefix(3).map { Label($0.span, Phrase("and here")) },
            help: [
                Phrase(
                    "state it in the scenario, or in plan.md for all: 'facts: {open}{names}{close}'",
                    ["open": "{", "names": names, "close": "}"])
            ])
    }
}
