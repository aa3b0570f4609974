import PlancDiagnostics
import PlancModel

enum UnusedAudience: Rule {
    static let name = "unused-audience"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an audience that nothing refers to")
    static let why = Phrase(

        """
        Somebody thought of these people, and then no scenario affects them and no message is for them. On \
        the day they hear it from others. Say where they are affected and write to them, or take them out.
        """)
    static let rejects = [
        Example(
            Phrase("Donors whom nobody writes to"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  ⟦donors⟧: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A scenario affects the donors"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  no-loans: {title: Loans do not work, affects: [donors], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for thing in context.unused(context.plan.audiences) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        "nothing refers to audience {name}", ["name": name]),
                    caption: Phrase("never used"),
                    help: [
                        Phrase(
                            "name it under 'affects' of a scenario and in a message, or take it away")
                    ]))
        }
    }
}
