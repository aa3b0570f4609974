import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum SharedFallback: Rule {
    static let name = "shared-fallback"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        "a channel and the next one in an audience's order that fail together")
    static let why = Phrase(

        """
        The second channel is there for the day when the first is lost. If one outage takes both, that day \
        the fallback is gone as well, and time is lost in trying it. Put a channel between them that depends \
        on something else, or change their order.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Text message, then a call, both on the mobile network"),
            [
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    text-message: {title: Text message, type: sms, depends-on: [sms-gateway, mobile-network], operated-by: press, sender: LIBRARY}
                    """),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, ⟦mobile⟧, mail], inform-within: 1h}
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Mail stands between them"),
            [
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    text-message: {title: Text message, type: sms, depends-on: [sms-gateway, mobile-network], operated-by: press, sender: LIBRARY}
                    """),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message, mail, mobile], inform-within: 1h}
                    """),
            ])
    ]

    private struct Pair: Hashable {
        var first: String
        var second: String
        var system: String
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let cuts = context.analyses.cuts
        var shared: [[String]: [String]] = [:]
        var pairs: [(pair: Pair, uses: [(audience: Audience, first: Span, second: Span)])] = []
        var places: [Pair: Int] = [:]
        for audience in plan.audiences {
            // What silences the audience as a whole is told there (`single-point-of-failure`).
            let points = Set(
                cuts.cuts(of: EntityReference(.audience, audience.id)).filter { $0.count == 1 }.map { $0[0] })
            for (first, second) in zip(audience.channels, audience.channels.dropFirst()) where first.id != second.id {
                let key = [first.id, second.id]
                if shared[key] == nil { shared[key] = cuts.sharedPoints(of: key) }
                guard let system = shared[key]?.first(where: { !points.contains($0) }) else { continue }
                let pair = Pair(first: first.id, second: second.id, system: system)
                if let place = places[pair] {
                    pairs[place].uses.append((audience, first.span, second.span))
                } else {
                    places[pair] = pairs.count
                    pairs.append((pair, [(audience, first.span, second.span)]))
                }
            }
        }
        for (pair, uses) in pairs {
            guard let use = uses.first, let first = plan.channels[pair.first], let second = plan.channels[pair.second],
                let system = plan.systems[pair.system]
            else { continue }
            let (a, b, cause) = (first.quoted, second.quoted, system.quoted)
            let audiences = Phrase.list(uses.map(\.audience))
            var labels = [
                Label(use.first, Phrase("fails with it")),
                Label(system.nameSpan, Phrase("carries both")),
            ]
            labels += uses.dropFirst().prefix(4).map { Label($0.second, Phrase("here as well")) }
            report(
                finding(
                    at: use.second,
                    Phrase(
                        "{b} stands in for {a} and both fail with {cause}, for {audiences}",
                        ["b": b, "a": a, "cause": cause, "audiences": audiences]
                    ),
                    caption: Phrase("no fallback on that day"), labels: labels,
                    help: [
                        Phrase(
                            "put a channel between them that does not depend on '{id}', or change the order",
                            ["id": system.id])
                    ]))
        }
    }
}
