import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum PackOutOfReach: Rule {
    static let name = "pack-out-of-reach"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "in a scenario, every copy of a pack is on something that is down",
        fr: "dans un scénario, chaque exemplaire d’un dossier est sur quelque chose qui est hors service")
    static let why = Phrase(
        en: """
            The best plan is no help on a share that cannot be opened. Keep a copy on paper, or on something that this scenario leaves \
            alone, and write where it is.
            """,
        fr: """
            Le meilleur plan ne sert à rien sur un partage qu’on ne peut pas ouvrir. Gardez un exemplaire sur papier, ou sur quelque \
            chose que ce scénario épargne, et écrivez où il est.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "The only copy is in the flooded mailbox", fr: "Le seul exemplaire est dans la messagerie noyée"),
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
            Phrase(en: "One copy is on paper", fr: "Un exemplaire est sur papier"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        var gathered = Gathered<Cause, Void>()
        for judged in judgement.scenarios {
            for pack in judgement.plan.packs where !pack.copies.isEmpty {
                guard pack.scenarios.isEmpty || pack.scenarios.contains(where: { $0.id == judged.scenario.id }),
                    judged.reach.copiesInReach(pack).isEmpty
                else { continue }
                var losses = Losses()
                for system in pack.copies.compactMap(\.on) {
                    guard let outage = judged.reach.outage(system: system.id) else { continue }
                    let roots = judged.reach.roots(of: outage)
                    losses.things.formUnion((roots.isEmpty ? [system.id] : roots).map { EntityReference(.system, $0) })
                }
                gathered.add(Cause(pack: pack.id, losses: losses), judged, ())
            }
        }
        for (cause, faults) in gathered.groups {
            guard let pack = judgement.plan.packs[cause.pack], let judged = faults.first?.scenario else { continue }
            let name = pack.quoted
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let labels = pack.copies.prefix(4).compactMap { copy in
                copy.on.map { Label($0.span, Phrase(en: "out of reach", fr: "hors d’atteinte")) }
            }
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        en: "no copy of pack \(name.english) is within reach \(scenarios.english)",
                        fr: "aucun exemplaire du dossier \(name.french) n’est à portée \(scenarios.french)"),
                    labels: labels + judged.reach.labels(for: cause.losses, in: judged.scenario),
                    help: [
                        Phrase(
                            en: "keep a copy on paper and name its place under 'copies', without 'on'",
                            fr: "gardez un exemplaire sur papier et nommez sa place sous « copies », sans « on »")
                    ]))
        }
    }
}
