import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum UnreachableAudience: Rule {
    static let name = "unreachable-audience"
    static let group = RuleGroup.reach
    static let severity = Severity.error
    static let summary = Phrase(
        "an audience that a scenario affects and that no channel reaches in it")
    static let why = Phrase(

        """
        The scenario takes away the very channels these people would be told on: whatever is written for \
        them will not arrive. Give the audience a channel that depends on something else (a text message, a \
        notice at the door, a status page elsewhere).
        """)
    static let rejects = [
        Example(
            Phrase(
                "One mail server cuts off two audiences"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    ⟦readers⟧: {title: Readers, type: customers, channels: [mail], inform-within: 4h}
                    staff: {title: Staff, type: employees, channels: [mail], inform-within: 1h}
                    """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Another channel stays up"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, site, text-message], inform-within: 4h}
                    staff: {title: Staff, type: employees, channels: [mail, text-message], inform-within: 1h}
                    """)
            ])
    ]

    private struct Cause: Hashable {
        var audiences: [String]
        var losses: Losses
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var gathered = FindingGroups<Cause, Void>()
        for judged in context.scenarios {
            var silent: [(losses: Losses, audiences: [String])] = []
            for reference in judged.scenario.affects {
                guard let audience = plan.audiences[reference], !context.mayBeReached(audience) else { continue }
                let reach = judged.reach(telling: audience)
                if reach.isReachable(audience: audience.id) { continue }
                // Without its address it is `audience-without-address`.
                let addressed = audience.channels.filter { plan.channels[$0].map(audience.hasAddress) ?? true }
                if addressed.isEmpty, !audience.channels.isEmpty { continue }
                let losses = reach.losses(audience: audience)
                if let place = silent.firstIndex(where: { $0.losses == losses }) {
                    if !silent[place].audiences.contains(audience.id) { silent[place].audiences.append(audience.id) }
                } else {
                    silent.append((losses, [audience.id]))
                }
            }
            for (losses, audiences) in silent {
                gathered.add(Cause(audiences: audiences, losses: losses), judged, ())
            }
        }
        for (cause, faults) in gathered.groups {
            let audiences = cause.audiences.compactMap(plan.audiences.index).sorted().map { plan.audiences[$0] }
            guard let first = audiences.first, let judged = faults.first?.scenario else { continue }
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let names = Phrase.list(audiences)
            let one = audiences.count == 1
            var labels = audiences.dropFirst().prefix(5).map {
                Label($0.nameSpan, Phrase("silent for the same reason"))
            }
            labels += judged.reach.labels(for: cause.losses, in: judged.scenario)
            if let affected = judged.scenario.affects.first(where: { $0.id == first.id }) {
                labels.append(Label(affected.span, Phrase("affected here")))
            }
            let broken = first.channels.compactMap { judged.reach.chainTold(channel: $0.id) }
            report(
                finding(
                    at: first.nameSpan,
                    Phrase(
                        "{one, select, true {audience} other {audiences}} {names} cannot be reached {scenarios}",
                        ["one": one, "names": names, "scenarios": scenarios]
                    ),
                    caption: first.channels.isEmpty
                        ? Phrase("has no channel")
                        : Phrase("none of its channels can be used"),
                    labels: labels,
                    help: outHelp(broken)
                        + [
                            Phrase(
                                "give {one, select, true {it} other {them}} a channel that does not depend on what is lost",
                                ["one": one])
                        ]))
        }
    }

    private static func outHelp(_ broken: [Phrase]) -> [Phrase] {
        if broken.isEmpty { return [] }
        let list = Phrase.list(broken)
        return [Phrase("out: {list}", ["list": list])]
    }
}
