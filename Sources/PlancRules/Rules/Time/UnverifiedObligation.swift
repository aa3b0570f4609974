import PlancDiagnostics
import PlancModel

enum UnverifiedObligation: Rule {
    static let name = "unverified-obligation"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a legal deadline whose text was not read again for a year")
    static let why = Phrase(

        """
        Laws change, and a deadline that was right two years ago misleads people who have no time to check. \
        Read the source again and record it with `planc confirm reading`.
        """)
    static let rejects = [
        Example(
            Phrase("Last read in 2024"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  ⟦council⟧:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2024-12-01
                ---
                """,
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Read exactly a year ago"),
            [
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  council:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                    source: Service agreement, clause 12
                    verified: 2025-01-15
                ---
                """,
                "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // Where none of the plan's own was ever read, one finding says so for all.
        let isBegun = context.missingEvidence.unread.isEmpty
        for obligation in context.carriedObligations where isBegun || obligation.lastRead != nil {
            guard let verified = obligation.lastRead else {
                if !context.plan.unread.contains(obligation, ["verified"]) { report(finding(ofUnread: obligation)) }
                continue
            }
            guard verified.adding(TimeAmount(months: 12)) < context.asOf else { continue }
            var labels: [Label] = []
            if let span = obligation.verified?.span ?? obligation.readOn?.span, !obligation.isBuiltIn {
                labels.append(Label(span, Phrase("more than a year ago")))
            }
            report(
                finding(
                    at: obligation.nameSpan,
                    Phrase(
                        "the text of obligation {name} was last read on {verified}",
                        ["name": obligation.quoted, "verified": verified]), labels: labels, help: [help(obligation)]))
        }
    }

    static func finding(ofUnread obligation: Obligation) -> Finding {
        finding(
            at: obligation.nameSpan,
            Phrase("nobody says when the text of obligation {name} was read", ["name": obligation.quoted]),
            help: [help(obligation)])
    }

    private static func help(_ obligation: Obligation) -> Phrase {
        let source = obligation.source?.shown ?? ""
        return obligation.isBuiltIn
            ? Phrase(
                "update planc, or read the source again and write the obligation in the plan with today's date ({source})",
                ["source": source])
            : Phrase(
                "read the source again ({source}), then: planc confirm reading {id}",
                ["source": source, "id": obligation.id])
    }
}
