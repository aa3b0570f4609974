import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum SinglePointOfFailure: Rule {
    static let name = "single-point-of-failure"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        "one system whose loss cuts off an audience or a crisis role")
    static let why = Phrase(

        """
        No scenario of yours may name it, and one day it fails all the same: then these people can neither \
        be told nor called. Give them one way more that depends on something else.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Everything for the staff goes by one gateway"),
            [
                "systems.md": ExamplePlan.changing("systems.md", "⟦sms-gateway⟧: {title: SMS gateway}"),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message], inform-within: 1h}
                    """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A redundancy carries the channel"),
            [
                "more-systems.md": """
                ---
                kind: systems
                systems:
                  second-gateway: {title: Second SMS gateway}
                ---
                """,
                "channels.md": ExamplePlan.changing(
                    "channels.md",
                    """
                    text-message:
                      title: Text message
                      type: sms
                      depends-on: [{any-of: [sms-gateway, second-gateway]}]
                      operated-by: press
                      sender: LIBRARY
                    """),
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    staff: {title: Staff, type: employees, channels: [text-message], inform-within: 1h}
                    """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var silenced: [String: [EntityReference]] = [:]
        func note(_ target: EntityReference) {
            for cut in context.analyses.cuts.cuts(of: target) where cut.count == 1 {
                silenced[cut[0], default: []].append(target)
            }
        }
        for audience in plan.audiences where !context.mayBeReached(audience) {
            note(EntityReference(.audience, audience.id))
        }
        var crisisRoles = Set(plan.scenarios.compactMap { $0.activatedBy?.id })
        for agenda in context.analyses.agendas {
            for step in agenda.steps where step.phase == .during {
                for role in step.roles { crisisRoles.insert(role.id) }
            }
        }
        for role in plan.roles where crisisRoles.contains(role.id) && !context.mayBeReached(role) {
            note(EntityReference(.role, role.id))
        }

        // Systems of one chain silence the same people: one cause, told at the one that takes the others with it.
        var chains: [(targets: [EntityReference], systems: [System])] = []
        var places: [[EntityReference]: Int] = [:]
        for system in plan.systems {
            guard let targets = silenced[system.id] else { continue }
            if let place = places[targets] {
                chains[place].systems.append(system)
            } else {
                places[targets] = chains.count
                chains.append((targets, [system]))
            }
        }
        for (targets, systems) in chains {
            guard let root = root(of: systems, context.analyses.network) else { continue }
            report(tell(root, systems.filter { $0.id != root.id }, targets, plan))
        }
    }

    private static func root(of systems: [System], _ network: DependencyGraph) -> System? {
        if systems.count == 1 { return systems[0] }
        return systems.max { a, b in fallen(a, network) < fallen(b, network) }
    }

    private static func fallen(_ system: System, _ network: DependencyGraph) -> Int {
        Reach(network, Situation(without: ["system:" + system.id])).systemsOut.count
    }

    private static func tell(_ root: System, _ others: [System], _ targets: [EntityReference], _ plan: Plan) -> Finding
    {
        let name = root.quoted
        let things = targets.compactMap { target -> (any Entity)? in
            if target.kind == .audience { return plan.audiences[target.id] }
            return plan.roles[target.id]
        }
        let names = Phrase.list(things)
        var labels = things.prefix(5).map {
            Label($0.nameSpan, Phrase("silent without it"))
        }
        labels += others.prefix(3).map {
            Label($0.nameSpan, Phrase("on the same chain"))
        }
        return finding(
            at: root.nameSpan,
            Phrase(
                "without system {name} nobody can reach {names}", ["name": name, "names": names]),
            caption: Phrase("nothing stands in for it"), labels: labels,
            help: [
                Phrase(
                    "give them a channel that does not depend on it, or a redundancy: 'depends-on: [{any-of: [{id}, …]}]'",
                    ["id": root.id]
                )
            ])
    }
}
