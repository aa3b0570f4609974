import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum RoleWithoutPack: Rule {
    static let name = "role-without-pack"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a role that has steps in a scenario, and that no pack is for")
    static let why = Phrase(
        """
        When the servers are down, paper is the plan. A role that no pack with its steps is made for or handed to reads on the day that \
        it has something to do, if somebody else tells it. A shared copy at the front door is enough: name the role under 'for'.
        """)

    private static func binder(_ roles: String) -> [String: String?] {
        [
            "packs.md": """
            ---
            kind: packs
            packs:
              \(roles)
            ---
            """
        ]
    }

    static let rejects = [
        Example(
            Phrase("No pack is for the caretaker"),
            binder(
                "⟦binder⟧: {title: Binder, for: [role:press, role:director], include: [everything], copies: [{to: press, at: Front desk}]}"
            )),
        Example(
            Phrase("A pack without steps"),
            binder(
                """
                ⟦binder⟧: {title: Binder, for: [role:press, role:director], include: [everything]}
                  numbers: {title: Numbers, for: [role:caretaker], include: [contacts]}
                """)),
    ]
    static let accepts = [
        Example(
            Phrase("A shared copy is enough"),
            binder(
                "binder: {title: Binder, for: [role:press, role:director, role:caretaker], include: [everything], copies: [{to: press, at: Front desk}]}"
            ))
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let packs = plan.packs.filter { !$0.isForAudience && ($0.includes(.checklists) || $0.includes(.roleSheets)) }
        guard let first = packs.first, !plan.unread.kinds.contains(.pack),
            !plan.packs.contains(where: { plan.unread.contains($0, ["for", "include", "copies", "scenarios"]) })
        else { return }
        var packsOfRole: [String: [Pack]] = [:]
        for pack in packs {
            let named = pack.for.map(\.target).filter { $0.kind == .role }.map(\.id)
            let holders = pack.copies.compactMap { $0.to?.id }
            for role in Set(named + holders) { packsOfRole[role, default: []].append(pack) }
        }
        var firstSteps: [String: Span] = [:]
        for judged in context.scenarios {
            for entry in judged.timeline.entries where entry.phase == .during {
                for role in entry.roles where firstSteps[role.id] == nil {
                    let isHeld = packsOfRole[role.id]?.contains { $0.isOf(judged.scenario.id) } ?? false
                    if !isHeld { firstSteps[role.id] = entry.step.span }
                }
            }
        }
        let without = plan.roles.compactMap { role in firstSteps[role.id].map { (role: role, step: $0) } }
        if without.isEmpty { return }
        report(
            finding(
                at: first.nameSpan,
                Phrase(
                    "no pack that holds the steps is made for {roles}",
                    ["roles": Phrase.few(without.map(\.role.quoted))]),
                labels: without.prefix(3).map { Label($0.step, Phrase("{role} acts here", ["role": $0.role.quoted])) },
                help: [Phrase("name the role under 'for' of a pack with its steps, or give it a copy of one")]))
    }
}

extension Pack {
    /// Whether it is about a scenario.
    func isOf(_ scenario: String) -> Bool { scenarios.isEmpty || scenarios.contains { $0.id == scenario } }
}
