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
        for judged in context.scenarios {
            var seen = Set<String>()
            for duty in judged.timeline.duties where seen.insert(duty.obligation).inserted {
                let open = judged.timeline.duties.filter { $0.obligation == duty.obligation }
                    .flatMap { $0.undecided + $0.undecidedCases }
                var facts: [Condition] = []
                for fact in open where !facts.contains(fact) { facts.append(fact) }
                guard !facts.isEmpty, let obligation = context.plan.obligations[duty.obligation] else { continue }
                let names = facts.flatMap(\.facts).map { "\($0): …" }.joined(separator: ", ")
                report(
                    finding(
                        at: duty.reference.span,
                        Phrase(
                            "{duty} depends on what nobody has stated for {scenario}: {facts}",
                            [
                                "duty": obligation.quoted, "scenario": judged.scenario.quoted,
                                "facts": Phrase.few(facts.map(LegalTerms.condition)),
                            ]),
                        help: [
                            Phrase(
                                "state it in the scenario, or in plan.md for all: 'facts: {open}{names}{close}'",
                                ["open": "{", "names": names, "close": "}"])
                        ]))
            }
        }
    }
}
