import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum PackOutOfReach: Rule {
    static let name = "pack-out-of-reach"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        "in a scenario, every copy of a pack is on something that is down")
    static let why = Phrase(

        """
        The best plan is no help on a share that cannot be opened. Keep a copy on paper, or on something \
        that this scenario leaves alone, and write where it is.
        """)
    static let rejects = [
        Example(
            Phrase(
                "The only copy is in the flooded mailbox"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦director-pack⟧:
                    title: Director's pack
                    for: [director]
                    include: [everything]
                    copies: [{to: director, at: Mailbox, on: mail-server}]
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("One copy is on paper"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  director-pack:
                    title: Director's pack
                    for: [director]
                    include: [everything]
                    copies: [{to: director, at: Mailbox, on: mail-server}, {to: caretaker, at: Red box at the door}]
                ---
                """
            ])
    ]

    private struct Cause: Hashable {
        var pack: String
        var losses: Losses
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        var gathered = FindingGroups<Cause, Void>()
        for judged in context.scenarios {
            for pack in context.plan.packs where !pack.copies.isEmpty {
                guard pack.scenarios.isEmpty || pack.scenarios.contains(where: { $0.id == judged.scenario.id }),
                    judged.reach.copiesInReach(pack).isEmpty
                else { continue }
                var losses = Losses()
                for system in pack.copies.compactMap(\.on) {
                    guard let outage = judged.reach.outage(system: system.id) else { continue }
                    let roots = judged.reach.roots(of: outage)
                    let isOwn = roots.isEmpty || !outage.holders.isEmpty
                    losses.things.formUnion((roots + (isOwn ? [system.id] : [])).map { EntityReference(.system, $0) })
                }
                gathered.add(Cause(pack: pack.id, losses: losses), judged, ())
            }
        }
        for (cause, faults) in gathered.groups {
            guard let pack = context.plan.packs[cause.pack], let judged = faults.first?.scenario else { continue }
            let name = pack.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let labels = pack.copies.prefix(4).compactMap { copy in
                copy.on.map { Label($0.span, Phrase("out of reach")) }
            }
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        "no copy of pack {name} is within reach {scenarios}", ["name": name, "scenarios": scenarios]),
                    labels: labels + judged.reach.labels(for: cause.losses, in: judged.scenario),
                    help: [
                        Phrase(
                            "keep a copy on paper and name its place under 'copies', without 'on'")
                    ]))
        }
    }
}
