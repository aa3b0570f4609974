import PlancDiagnostics
import PlancModel
import PlancSource

enum UnlistedVersion: Rule {
    static let name = "unlisted-version"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a version of the plan that its revisions do not list")
    static let why = Phrase(
        """
        Every page prints the version beside the newest date of the revisions, the approval and the review. When the \
        version has no revision of its own, the new number stands beside the day of the old one, and nobody can tell \
        whether a printed copy is current.
        """)

    private static func plan(version: String) -> [String: String?] {
        [
            "plan.md": ExamplePlan.changing(
                "plan.md",
                """
                version: \(version)
                revisions: [{version: 1.2, date: 2026-01-05, what: New deputies}, {version: 1.1, date: 2025-06-01, what: First edition}]
                """)
        ]
    }

    static let rejects = [Example(Phrase("Version 1.3 has no revision"), plan(version: "⟦1.3⟧"))]
    static let accepts = [
        Example(Phrase("The revisions list it"), plan(version: "1.2")),
        Example(Phrase("A plan without revisions"), [:]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let info = context.plan.info
        let listed = info.revisions.compactMap(\.version)
        guard let newest = listed.first, !listed.contains(where: { $0.value == info.version.value }) else { return }
        report(
            finding(
                at: info.version.span,
                Phrase("version {version} is not among the revisions", ["version": info.version.value]),
                labels: [Label(newest.span, Phrase("a revision that is listed"))],
                help: [Phrase("add a revision with its date and what changed, or correct the version")]))
    }
}
