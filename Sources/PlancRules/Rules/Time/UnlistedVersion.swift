import PlancDiagnostics
import PlancLanguages
import PlancModel
import PlancSource

enum UnlistedVersion: Rule {
    static let name = "unlisted-version"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a version of the plan that its revisions or its approval do not bear out")
    static let why = Phrase(
        """
        Every page prints the version beside the newest date of the revisions, the approval and the review. When the \
        version has no revision of its own, the new number stands beside the day of the old one, and nobody can tell \
        whether a printed copy is current. The same holds when a later revision has another version, when two revisions have one version, and when the plan was \
        approved before the version was made: the cover says that somebody approved what they have not seen.
        """)

    private static func plan(
        version: String, newest: String = "1.2", oldest: String = "1.1", approved: String = "2026-01-05"
    ) -> [String: String?] {
        [
            "plan.md": ExamplePlan.changing(
                "plan.md",
                """
                version: \(version)
                approved: {by: director, on: \(approved)}
                revisions: [{version: \(newest), date: 2026-01-05, what: New deputies}, {version: \(oldest), date: 2025-06-01, what: First edition}]
                """)
        ]
    }

    static let rejects = [
        Example(Phrase("Version 1.3 has no revision"), plan(version: "⟦1.3⟧")),
        Example(Phrase("The newest revision is another version"), plan(version: "⟦1.1⟧")),
        Example(Phrase("Two revisions with one version"), plan(version: "1.2", oldest: "⟦1.2⟧")),
        Example(Phrase("Approved before the version was made"), plan(version: "1.2", approved: "⟦2025-12-01⟧")),
    ]
    static let accepts = [
        Example(Phrase("The revisions list it"), plan(version: "1.2")),
        Example(Phrase("A plan without revisions"), [:]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let info = context.plan.info
        let listed = info.revisions.compactMap(\.version)
        guard let newest = listed.first else { return }
        reportTwice(listed, report)
        // What is still to be written is told as such.
        if info.version.value.isEmpty || Placeholders.isAll(of: info.version.value) { return }
        if let own = info.revisions.first(where: { $0.version?.value == info.version.value }) {
            judge(own, context, report)
            return
        }
        report(
            finding(
                at: info.version.span,
                Phrase("version {version} is not among the revisions", ["version": info.version.value]),
                labels: [Label(newest.span, Phrase("a revision that is listed"))],
                help: [Phrase("add a revision with its date and what changed, or correct the version")]))
    }

    /// Two revisions with one version.
    private static func reportTwice(_ listed: [Located<String>], _ report: (Finding) -> Void) {
        var firsts: [String: Span] = [:]
        for version in listed {
            guard let first = firsts[version.value] else {
                firsts[version.value] = version.span
                continue
            }
            report(
                finding(
                    at: version.span,
                    Phrase("two revisions have the version {version}", ["version": version.value]),
                    labels: [Label(first, Phrase("the other one"))],
                    help: [Phrase("give each revision a version of its own")]))
        }
    }

    /// The revision of the plan's version, beside later ones and the approval.
    private static func judge(_ own: PlanInfo.Revision, _ context: RuleContext, _ report: (Finding) -> Void) {
        let info = context.plan.info
        guard let made = own.date else { return }
        let later = info.revisions.filter { other in
            other.version.map { $0.value != info.version.value } ?? false
                && other.date.map { $0.value > made.value } ?? false
        }
        if let newest = later.max(by: { ($0.date?.value ?? made.value) < ($1.date?.value ?? made.value) }),
            let version = newest.version
        {
            report(
                finding(
                    at: info.version.span,
                    Phrase(
                        "the plan says version {version}, and its newest revision is {newest}",
                        ["version": info.version.value, "newest": version.value]),
                    labels: [Label(version.span, Phrase("the newest revision"))],
                    help: [Phrase("write the version of the newest revision, or correct the dates")]))
            return
        }
        // With a stamp it is known what was approved.
        guard let approved = info.approved, approved.of == nil, let on = approved.on, on.value < made.value else {
            return
        }
        report(
            finding(
                at: on.span,
                Phrase(
                    "approved on {on}, before version {version} of {made}",
                    ["on": on.value.phrase, "version": info.version.value, "made": made.value.phrase]),
                labels: [Label(made.span, Phrase("the day of this version"))],
                help: [Phrase("have this version approved, then run 'planc confirm approval'")]))
    }
}
