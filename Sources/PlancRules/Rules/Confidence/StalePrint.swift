import PlancDiagnostics
import PlancModel

enum StalePrint: Rule {
    static let name = "stale-print"
    static let group = RuleGroup.confidence
    static let severity = Severity.warning
    static let summary = Phrase(
        "a pack that was printed before the plan last changed")
    static let why = Phrase(

        """
        On the day people reach for the paper in the red box, and follow it. If it is older than the plan, \
        they call numbers that are gone and wait for systems that were replaced. Print it again, take the \
        old copies back, write the date under `printed`.
        """)
    static let rejects = [
        Example(
            Phrase("Printed before the last revision"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.1
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                revisions:
                  - {version: "1.0", date: 2025-06-01, by: director, what: First version}
                  - {version: "1.1", date: 2025-12-01, by: director, what: New numbers}
                ---
                """,
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦keys⟧: {title: Keys, for: [role:caretaker], include: [contacts], printed: 2025-09-01}
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Printed on the day of the revision"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.1
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                revisions:
                  - {version: "1.1", date: 2025-12-01, by: director, what: New numbers}
                ---
                """,
                "packs.md": """
                ---
                kind: packs
                packs:
                  keys: {title: Keys, for: [role:caretaker], include: [contacts], printed: 2025-12-01}
                ---
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let dates = context.plan.info.revisions.compactMap(\.date)
        guard let newest = dates.max(by: { $0.value < $1.value }) else { return }
        for pack in context.plan.packs {
            guard let printed = pack.printed, printed.value < newest.value else { continue }
            let title = pack.quoted
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        "pack {title} was printed on {printed}, and the plan changed on {newest}",
                        ["title": title, "printed": printed.value.phrase, "newest": newest.value.phrase]
                    ),
                    labels: [
                        Label(printed.span, Phrase("printed")),
                        Label(newest.span, Phrase("changed")),
                    ],
                    help: [
                        Phrase(
                            "print the pack again, take the old copies back, and write the date under 'printed'"
                        )
                    ]))
        }
    }
}
