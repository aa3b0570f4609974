import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum UnplacedStart: Rule {
    static let name = "unplaced-start"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a clock of a duty that nobody says when it starts")
    static let why = Phrase(
        """
        A time limit counts from an event: from when personal data are known to be hit, not from the attack. planc takes no event \
        for another and nothing for granted: without a time for its start, a duty has no due time, and nobody sees that it is late. \
        Say in the scenario when each start is assumed, as in `starts: {awareness: T0}`.
        """)
    static let rejects = [
        Example(
            Phrase("Nobody says when it is known"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [⟦council⟧]"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Taken to be known two hours after T0"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T+2h}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for judged in context.scenarios where !context.plan.unread.contains(judged.scenario, ["starts"]) {
            var gathered: [(reference: Reference, duties: [StageStatus])] = []
            // A start that is written as another of the same event is told there.
            let meant = Set(context.meantStarts(of: judged).values)
            for duty in judged.timeline.duties
            where duty.isBinding && !duty.ownWaits.isEmpty && !duty.ownWaits.allSatisfy(meant.contains) {
                if gathered.last?.reference.id == duty.obligation {
                    gathered[gathered.count - 1].duties.append(duty)
                } else {
                    gathered.append((duty.reference, [duty]))
                }
            }
            for (reference, duties) in gathered {
                guard let obligation = context.plan.obligations[reference] else { continue }
                report(finding(duties, of: obligation, at: reference.span, in: judged, context))
            }
        }
    }

    private static func finding(
        _ duties: [StageStatus], of obligation: Obligation, at span: Span, in judged: JudgedScenario,
        _ context: RuleContext
    ) -> Finding {
        var starts: [ClockStart] = []
        for start in duties.flatMap(\.ownWaits) where !starts.contains(start) { starts.append(start) }
        let names = Phrase.list(starts.map { Phrase.quoting($0.notation) })
        let map = "starts: {" + starts.map { "\($0.notation): T0" }.joined(separator: ", ") + "}"
        var fix: Fix?
        if judged.scenario.starts.isEmpty {
            // One change for all that the scenario waits for: the same whichever finding is mended first.
            var all: [ClockStart] = []
            for duty in judged.timeline.duties where duty.isBinding {
                for start in duty.ownWaits where !all.contains(start) { all.append(start) }
            }
            let whole = "starts: {" + all.map { "\($0.notation): T0" }.joined(separator: ", ") + "}"
            fix = context.adding(
                whole, above: "obligations", of: span,
                Phrase("assume that it starts at T0: add '{map}'", ["map": whole]))
        }
        let stages = Phrase.list(duties.map { obligation.phrase(ofStage: $0.name) })
        var finding = finding(
            at: span,
            duties.contains(where: \.isWaiting)
                ? Phrase(
                    "{obligation} has no due time in {scenario}: nobody says when it starts ({starts})",
                    ["obligation": obligation.quoted, "scenario": judged.scenario.quoted, "starts": names])
                : Phrase(
                    "{obligation} may be due earlier than reckoned in {scenario}: nobody says when all its clocks start ({starts})",
                    ["obligation": obligation.quoted, "scenario": judged.scenario.quoted, "starts": names]),
            labels: obligation.isBuiltIn
                ? [] : [Label(obligation.nameSpan, Phrase("its stages wait: {stages}", ["stages": stages]))],
            help: [
                Phrase("write in the scenario when each start is assumed, counted from T0: '{map}'", ["map": map]),
                Phrase("a time before T0 is written T-3h; without an assumption the sheet has a box and no time"),
            ],
            fixes: fix.map { [$0] } ?? [])
        // What a message is meant to meet cannot be judged at all.
        if duties.contains(where: { $0.isWaiting && $0.fulfilment?.message != nil }) { finding.severity = .error }
        return finding
    }
}
