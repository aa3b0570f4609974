import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum FormerObligation: Rule {
    static let name = "former-obligation"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an obligation under the id of the library’s first edition")
    static let why = Phrase(
        """
        The first edition took one clock for another, or put two duties under one name. Its ids are still accepted; those that took \
        their place say more, and are kept up.
        """)
    static let rejects = [
        Example(
            Phrase("An id of the first edition"),
            [
                "plan.md": DutyExamples.plan("uses: [⟦uk-ico⟧]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [uk-ico]", "personal-data: true", "starts: {\"awareness:personal-data\": T0}"),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The two duties that took its place"),
            [
                "plan.md": DutyExamples.plan("uses: [uk-gdpr-33, uk-gdpr-34]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [uk-gdpr-33, uk-gdpr-34]", "personal-data: true",
                    "starts: {\"awareness:personal-data\": T0}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for obligation in context.plan.obligations where obligation.isBuiltIn {
            guard obligation.status?.state?.value == .replaced, let by = obligation.status?.by, !by.isEmpty else {
                continue
            }
            let ids = by.map(\.value)
            var fixes: [Fix] = []
            if ids.count == 1, let edits = edits(from: obligation.id, to: ids[0], context) {
                fixes = [Fix(Phrase("write '{id}' everywhere", ["id": ids[0]]), edits, isSafe: false)]
            }
            report(
                finding(
                    at: obligation.nameSpan,
                    Phrase(
                        "'{id}' is of the first edition: {successors} took its place",
                        ["id": obligation.id, "successors": Phrase.list(ids.map { .quoting($0) })]),
                    help: [
                        Phrase(
                            "write the new names in 'uses', in scenarios, in 'satisfies' and in links to the obligation"
                        )
                    ],
                    fixes: fixes))
        }
    }

    /// The id wherever the plan names it: under `uses`, and at every reference.
    private static func edits(from old: String, to new: String, _ context: RuleContext) -> [Fix.Edit]? {
        guard let place = context.plan.obligations[old]?.nameSpan else { return nil }
        var spans = [place]
        for reference in context.plan.references
        where reference.target.kind == .obligation && reference.target.id == old && !spans.contains(reference.span) {
            spans.append(reference.span)
        }
        var edits: [Fix.Edit] = []
        for span in spans {
            guard Int(span.file.index) < context.sources.files.count else { return nil }
            let text = String(context.sources.text(span))
            guard let range = text.firstRange(of: old) else { return nil }
            edits.append(Fix.Edit(span, String(text[..<range.lowerBound]) + new + String(text[range.upperBound...])))
        }
        return edits
    }
}
