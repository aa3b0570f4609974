import PlancDiagnostics
import PlancModel

enum GrabBagList: Rule {
    static let name = "grab-bag-list"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a grab-bag list without items, or items that no list prints")
    static let why = Phrase(
        """
        The bag is opened when nothing else works. A list without items says neither what should be in it nor what is missing; items \
        that no page lists are looked at by nobody. Write the items under 'bag', and ask for the section 'grab-bag'.
        """)
    static let rejects = [
        Example(Phrase("A list without items"), ["packs.md": packs("[cover, ⟦grab-bag⟧]", "")]),
        Example(
            Phrase("Items that no page lists"),
            ["packs.md": packs("[cover]", ", bag: [{what: ⟦Torch⟧, every: 6mo, checked: 2026-01-05}]")]),
    ]
    static let accepts = [
        Example(
            Phrase("Items, and the list"),
            ["packs.md": packs("[cover, grab-bag]", ", bag: [{what: Torch, every: 6mo, checked: 2026-01-05}]")])
    ]

    private static func packs(_ include: String, _ bag: String) -> String {
        """
        ---
        kind: packs
        packs:
          binder: {title: Binder, for: [role:director], include: \(include)\(bag)}
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for pack in context.plan.packs where !context.plan.unread.contains(pack, ["bag", "include"]) {
            let section = pack.include.first { $0.value == .grabBag }
            if let section, pack.bag.isEmpty {
                report(
                    finding(
                        at: section.span,
                        Phrase("pack {title} lists its grab bag, and no item is in it", ["title": pack.quoted]),
                        help: [Phrase("write what is in it under 'bag', or leave the section out")]))
            } else if section == nil, let first = pack.bag.first {
                report(
                    finding(
                        at: first.what.versions.first?.text.span ?? first.span,
                        Phrase("pack {title} has items in its grab bag that no page lists", ["title": pack.quoted]),
                        help: [Phrase("add 'grab-bag' to 'include'")]))
            }
        }
    }
}
