import PlancDiagnostics
import PlancModel

enum OverdueGrabBag: Rule {
    static let name = "overdue-grab-bag"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("an item of a grab bag that was not looked at in time")
    static let why = Phrase(
        """
        Batteries run down, keys are borrowed, contracts end. What lies in the bag helps if somebody looked lately whether it is there \
        and works. Look at it, and write the day under 'checked'.
        """)
    static let rejects = [
        Example(
            Phrase("Looked at nine months ago, every six months"),
            ["packs.md": packs("{what: Torch, every: 6mo, checked: ⟦2025-04-05⟧}")]),
        Example(Phrase("Never looked at"), ["packs.md": packs("{what: ⟦Torch⟧, every: 6mo}")]),
    ]
    static let accepts = [
        Example(Phrase("Looked at ten days ago"), ["packs.md": packs("{what: Torch, every: 6mo, checked: 2026-01-05}")])
    ]

    private static func packs(_ item: String) -> String {
        """
        ---
        kind: packs
        packs:
          binder:
            title: Binder
            for: [role:director]
            include: [cover, grab-bag]
            bag:
              - \(item)
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for pack in context.plan.packs {
            for item in pack.bag {
                guard let every = item.every else { continue }
                let name = item.what.phrase.quoted
                let help = Phrase("look whether it is there and works, and write the day under 'checked'")
                guard let checked = item.checked else {
                    report(
                        finding(
                            at: item.what.versions.first?.text.span ?? item.span,
                            Phrase(
                                "{name} in the grab bag of {title} was never looked at",
                                ["name": name, "title": pack.quoted]),
                            help: [help]))
                    continue
                }
                guard let next = item.nextCheck, next < context.asOf else { continue }
                report(
                    finding(
                        at: checked.span,
                        Phrase(
                            "{name} in the grab bag of {title} was to be looked at again before {date}",
                            ["name": name, "title": pack.quoted, "date": next]),
                        labels: [Label(every.span, Phrase("how often"))], help: [help]))
            }
        }
    }
}
