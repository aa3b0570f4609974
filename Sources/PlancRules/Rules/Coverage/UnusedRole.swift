import PlancDiagnostics
import PlancModel

enum UnusedRole: Rule {
    static let name = "unused-role"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a role that nothing refers to")
    static let why = Phrase(

        """
        A role without a step, a message or a channel is a person waiting to be told what to do, or a step \
        that somebody forgot to give them. Give it work, or take it out of the plan.
        """)
    static let rejects = [
        Example(
            Phrase("An archivist without a step"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  ⟦archivist⟧: {title: Archivist, holder: cleo, deputies: [ben], team: business}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The archivist has a step"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  archivist: {title: Archivist, holder: cleo, deputies: [ben], team: business}
                ---
                """,
                "checklists/archive.md": """
                ---
                kind: checklist
                title: The archive
                scenarios: flood
                phase: during
                ---

                - [ ] T+2h @archivist Carry the parish registers upstairs
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.roles) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "nothing refers to role {name}", ["name": name]),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "give the role a step, a message or a channel, or take it away")
                    ]))
        }
    }
}
