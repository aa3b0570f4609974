import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum RestoreBeforeNeeds: Rule {
    static let name = "restore-before-needs"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("a scenario restores something before what it needs")
    static let why = Phrase(
        """
        Nothing is back before what it needs, whatever the scenario says of it: pages go by what it needs, and name a later \
        time, or none. What the attacker could read is trusted again only when 'restores' says so, of each thing that is \
        distrusted: an 'rto' brings a system back, not the trust in it.
        """)
    static let rejects = [
        Example(
            Phrase("Mail is back before the directory that it needs"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  directory: {title: Directory, rto: 8h}
                  mail-server: {title: Mail server, rto: 8h, depends-on: [directory]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h}
                  sms-gateway: {title: SMS gateway}
                ---
                """,
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [directory]
                      restores: {directory: 3d, mail-server: ⟦2d⟧}
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Mail follows the directory"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  directory: {title: Directory, rto: 8h}
                  mail-server: {title: Mail server, rto: 8h, depends-on: [directory]}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h}
                  sms-gateway: {title: SMS gateway}
                ---
                """,
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [directory]
                      restores: {directory: 2d, mail-server: 3d}
                      affects: [readers, staff]
                      activated-by: director
                    """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.system, .channel]) { return }
        for judged in context.scenarios {
            for restoration in judged.scenario.restores {
                let thing = restoration.thing.target
                let minutes = restoration.after.value.boundedMinutes
                guard let outage = judged.reach.at(minutes).outage(of: thing) else { continue }
                let needs = Phrase.list(judged.reach.at(minutes).needsOut(of: thing).compactMap { plan.systems[$0] })
                let when = outage.until.map {
                    Phrase("back at {time} at the earliest", ["time": Phrase.moment(minutes: $0)])
                }
                report(
                    finding(
                        at: restoration.after.span,
                        Phrase(
                            "{name} cannot be back then in {scenario}: it needs {needs}",
                            ["name": plan.quoted(thing), "scenario": judged.scenario.quoted, "needs": needs]),
                        caption: when ?? Phrase("nothing says when what it needs is back"),
                        help: [
                            Phrase("restore what it needs by then, or this later")
                        ]))
            }
        }
    }
}
