import PlancDiagnostics
import PlancModel

enum LeafOverflow: Rule {
    static let name = "leaf-overflow"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a pack with more scenarios than its front leaf holds")
    static let why = Phrase(

        """
        Whoever opens a pack chooses the scenario on its first page. With more than fifteen (thirteen on Letter paper) a second \
        leaf begins, and those on it are not found at a glance. Give each site or trade a pack of its own scenarios, or join \
        scenarios that have the same list.
        """)
    static let rejects = [
        Example(Phrase("Sixteen scenarios"), ["scenarios.md": many(16), "packs.md": pack("⟦binder⟧")])
    ]
    static let accepts = [
        Example(Phrase("Fifteen scenarios"), ["scenarios.md": many(15), "packs.md": pack("binder")])
    ]

    private static func many(_ count: Int) -> String {
        let entries = (1...count).map { number in
            "  flood\(number == 1 ? "" : String(number)): {title: Flood \(number), affects: [readers, staff], activated-by: director}"
        }
        return (["---", "kind: scenarios", "scenarios:"] + entries + ["---", ""]).joined(separator: "\n")
    }

    private static func pack(_ id: String) -> String {
        """
        ---
        kind: packs
        packs:
          \(id): {title: Binder, for: [role:director], include: [cover, checklists]}
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for pack in plan.packs where pack.includes(.cover) && !pack.isForAudience {
            let most = (pack.paper ?? plan.info.paper)?.value == .letter ? 13 : 15
            let scenarios = plan.scenarios.filter { scenario in
                pack.scenarios.isEmpty || pack.scenarios.contains { $0.id == scenario.id }
            }
            guard scenarios.count > most else { continue }
            let first = scenarios[most]
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        "the front leaf of pack {title} holds {most} scenarios, and the pack has {count}",
                        ["title": pack.quoted, "most": most, "count": scenarios.count]),
                    labels: [Label(first.nameSpan, Phrase("the first on the second leaf"))],
                    help: [
                        Phrase("make packs of fewer scenarios with 'scenarios', or join those that have the same list")
                    ]))
        }
    }
}
