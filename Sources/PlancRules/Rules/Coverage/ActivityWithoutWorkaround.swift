import PlancDiagnostics
import PlancModel

enum ActivityWithoutWorkaround: Rule {
    static let name = "activity-without-workaround"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "an essential activity with no way to go on by hand")
    static let why = Phrase(

        """
        While the systems are away people still come to the counter. Those who serve them need to know, on \
        paper, how to go on without. Write a checklist for the work by hand and name it under `workaround`.
        """)
    static let rejects = [
        Example(
            Phrase("Loans stop with the computer"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  ⟦loans⟧: {title: Loans, owner: director, mtpd: 2d, rto: 1d, depends-on: [website]}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Loans go on with a notebook"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Loans, owner: director, mtpd: 2d, rto: 1d, depends-on: [website], workaround: notebook}
                ---
                """,
                "checklists/notebook.md": """
                ---
                kind: checklist
                title: Loans by hand
                scenarios: all
                phase: during
                ---

                - [ ] T+1h @director Put the red notebook on the counter
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let unread = context.plan.unread
        if !unread.kinds.isDisjoint(with: [.activity, .checklist]) { return }
        for activity in context.plan.activities
        where activity.workaround == nil && !unread.contains(activity, ["workaround"]) {
            let name = activity.quoted
            var labels: [Label] = []
            if let dependency = activity.dependsOn.first?.references.first {
                labels.append(Label(dependency.span, Phrase("stops without this")))
            }
            report(
                finding(
                    at: activity.nameSpan,
                    Phrase(
                        "activity {name} has no way to go on by hand", ["name": name]),
                    caption: Phrase("add 'workaround'"), labels: labels,
                    help: [
                        Phrase(
                            "write a checklist for the work by hand and name it: 'workaround: checklist-id'"
                        )
                    ]))
        }
    }
}
