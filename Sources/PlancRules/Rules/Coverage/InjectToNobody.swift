import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum InjectToNobody: Rule {
    static let name = "inject-to-nobody"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an inject that nobody gets")
    static let why = Phrase(
        """
        In an exercise, news reaches somebody in particular, by a way that works in what is played. Without a role that has a \
        holder, or by a channel that the scenario takes away, those who run the exercise have to invent on the spot whom they call, and \
        the score says nothing. Say to whom it goes, and by what.
        """)
    static let rejects = [
        Example(
            Phrase("To no role"),
            ["drills.md": drills("{at: T+10min, text: ⟦Water stands in the basement⟧}")]),
        Example(
            Phrase("By e-mail, which the flood takes away"),
            ["drills.md": drills("{at: T+10min, to: press, by: ⟦mail⟧, text: A journalist asks for the director}")]),
    ]
    static let accepts = [
        Example(
            Phrase("A call to the press officer"),
            ["drills.md": drills("{at: T+10min, to: press, by: mobile, text: A journalist asks for the director}")])
    ]

    private static func drills(_ inject: String) -> String {
        """
        ---
        kind: drills
        drills:
          autumn:
            title: Autumn drill
            date: 2025-10-10
            scenario: flood
            found: The basement key was missing
            injects:
              - \(inject)
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.role, .person, .channel, .system]) { return }
        for drill in plan.drills where !plan.unread.contains(drill, ["injects"]) {
            let judged = context.scenarios.first { $0.scenario.id == drill.scenario?.id }
            for inject in drill.injects {
                let roles = inject.to.compactMap { plan.roles[$0] }
                if inject.to.isEmpty {
                    let place = inject.text.versions.first?.text.span ?? inject.span
                    report(
                        finding(
                            at: place, Phrase("this inject of exercise {name} goes to nobody", ["name": drill.quoted]),
                            help: [Phrase("name the role that gets it under 'to'")]))
                } else if !roles.isEmpty, roles.allSatisfy(\.people.isEmpty) {
                    report(
                        finding(
                            at: inject.to[0].span,
                            Phrase("{name} has no holder, so nobody gets this inject", ["name": roles[0].quoted]),
                            help: [Phrase("give the role a holder, or name another role under 'to'")]))
                }
                reportWay(of: inject, judged, report)
            }
        }
    }

    /// The channel by which it comes is out at that hour of the scenario.
    private static func reportWay(
        of inject: Drill.Inject, _ judged: JudgedScenario?, _ report: (Finding) -> Void
    ) {
        guard let judged, let by = inject.by else { return }
        let reach = judged.reach.at(inject.at?.value.amount.boundedMinutes ?? 0)
        guard reach.outage(channel: by.id) != nil, let channel = reach.plan.channels[by] else { return }
        report(
            finding(
                at: by.span,
                Phrase(
                    "{channel} cannot be used at this hour in {scenario}, so nobody gets this inject",
                    ["channel": channel.quoted, "scenario": judged.scenario.quoted]),
                help: [Phrase("let it come by a channel that works then, or on paper")]))
    }
}
