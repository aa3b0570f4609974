import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum RestoreWithoutOutage: Rule {
    static let name = "restore-without-outage"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("a scenario restores what is not out in it")
    static let why = Phrase(
        """
        'restores' says when something that the scenario takes away can be used again. Of what works all the time it says \
        nothing, so either the time or the loss is missing: pages would go on recommending a channel that the author \
        thinks is out. Name the thing under 'disables' or 'distrusts', or remove the time.
        """)
    static let rejects = [
        Example(
            Phrase("The website works during the flood"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server]
                      restores: {mail-server: 8h, ⟦website⟧: 4h}
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ]),
        Example(
            Phrase("What the attacker reads can be used again at T0"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      distrusts: [mail-server]
                      restores: {mail-server: ⟦0h⟧}
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What the scenario takes away, and a channel that needs it"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server]
                      restores: {mail-server: 8h, channel:mail: 12h}
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.system, .channel]) { return }
        for judged in context.scenarios where !plan.unread.contains(judged.scenario, ["disables", "distrusts"]) {
            for restoration in judged.scenario.restores where restoration.after.value == TimeAmount(minutes: 0) {
                report(
                    finding(
                        at: restoration.after.span,
                        Phrase(
                            "{name} can be used from T0 on, so pages do not say that {scenario} takes it away",
                            [
                                "name": plan.quoted(restoration.thing.target),
                                "scenario": judged.scenario.quoted,
                            ]),
                        help: [
                            Phrase("say when it can be used again, counted from T0, or remove it here if nobody knows")
                        ]))
            }
            for restoration in judged.scenario.restores where !isOut(restoration.thing, judged.reach) {
                let name = plan.quoted(restoration.thing.target)
                report(
                    finding(
                        at: restoration.thing.span,
                        Phrase(
                            "{name} is not out in {scenario}, so nothing restores it",
                            ["name": name, "scenario": judged.scenario.quoted]),
                        labels: [
                            Label(restoration.after.span, Phrase("this time changes nothing"))
                        ],
                        help: [
                            Phrase("name it under 'disables' or 'distrusts', or remove it here")
                        ]))
            }
        }
    }

    /// At T0, whatever the time that is given for its return.
    private static func isOut(_ thing: TypedReference, _ reach: Reach) -> Bool { reach.isTakenAway(thing.target) }
}
