import PlancDiagnostics
import PlancModel
import PlancSource

enum UnusedStart: Rule {
    static let name = "unused-start"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("an assumed start from which no obligation of the scenario counts")
    static let why = Phrase(
        """
        Each assumed start is printed with a box for its hour. One from which nothing counts is either too much, and somebody \
        decides and writes down an hour that nobody needs, or a sign that the obligation which counts from it is missing.
        """)
    static let rejects = [
        Example(
            Phrase("Nothing counts from when personal data are known to be hit"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [council]", "starts: {awareness: T0, ⟦awareness:personal-data⟧: T+2h}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The council's time limit counts from it"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.obligation) { return }
        let unlisted = Set(context.unlistedObligations.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts))
        for judged in context.scenarios where !judged.scenario.starts.isEmpty {
            let scenario = judged.scenario
            // What is missing may count from it.
            if plan.unread.contains(scenario, ["obligations", "starts"]) || !context.missingDuties[scenario].isEmpty {
                continue
            }
            let duties = scenario.obligations.compactMap { plan.obligations[$0] }
            if duties.contains(where: { plan.unread.contains($0, ["stages"]) }) { continue }
            let counted = Set(duties.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts))
            // Where an obligation counts from it that no scenario lists, that one is told.
            var unused = scenario.starts.filter {
                !counted.contains($0.start.value) && !unlisted.contains($0.start.value)
            }
            let meant = context.meantStarts(of: judged)
            for start in unused {
                guard let other = meant[start.start.value] else { continue }
                unused.removeAll { $0.start.value == start.start.value }
                report(
                    finding(
                        at: start.start.span,
                        Phrase(
                            "no obligation that {scenario} lists counts from {starts}",
                            ["scenario": scenario.quoted, "starts": Phrase.quoting(start.start.value.notation)]),
                        caption: Phrase("did you mean '{name}'?", ["name": other.notation]),
                        help: [
                            Phrase("an obligation of the scenario counts from '{start}'", ["start": other.notation])
                        ],
                        fixes: [
                            Fix(
                                Phrase("write '{text}'", ["text": other.notation]),
                                [Fix.Edit(start.start.span, other.notation)], isSafe: false)
                        ]))
            }
            guard let first = unused.first else { continue }
            report(
                finding(
                    at: first.start.span,
                    Phrase(
                        "no obligation that {scenario} lists counts from {starts}",
                        [
                            "scenario": scenario.quoted,
                            "starts": Phrase.list(unused.map { Phrase.quoting($0.start.value.notation) }, .or),
                        ]),
                    labels: unused.dropFirst().prefix(3).map { Label($0.start.span, Phrase("and here")) },
                    help: [Phrase("remove it from 'starts', or list the obligation that counts from it")]))
        }
    }
}
