import PlancDiagnostics
import PlancModel
import PlancSource

enum InapplicableObligation: Rule {
    static let name = "inapplicable-obligation"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an obligation that a scenario lists although the plan says that it does not apply")
    static let why = Phrase(
        """
        The stages of an obligation that does not apply are on no sheet, although the scenario lists it: whoever reads the scenario \
        believes that somebody sends the notice. Either the obligation or the fact is wrong. Correct the fact, or remove the \
        obligation from the scenario.
        """)
    static let rejects = [
        Example(
            Phrase("No books are lost, and the council is told of lost books"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [⟦council⟧]", "starts: {awareness: T0}", "facts: {books-lost: false}"),
            ]),
        Example(
            Phrase("Not subject to NIS2, and the report of NIS2"),
            [
                "plan.md": DutyExamples.plan("subject-to: not-nis2\nuses: eu-nis2-23"),
                "scenarios.md": DutyExamples.flood("obligations: [⟦eu-nis2-23⟧]"),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Books are taken to be lost"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [council]", "starts: {awareness: T0}", "facts: {books-lost: true}"),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.contains(.plan, plan.name, ["facts", "subject-to"]) { return }
        var listings: [Listing] = []
        for scenario in plan.scenarios where !plan.unread.contains(scenario, ["facts", "personal-data"]) {
            for reference in scenario.obligations {
                guard let obligation = plan.obligations[reference] else { continue }
                let reasons = places(against: obligation, scenario, plan)
                if reasons.isEmpty { continue }
                listings.append(
                    Listing(scenario: scenario, obligation: obligation, reference: reference, reasons: reasons))
            }
        }
        // What is so for the whole organisation is said once, of whatever depends on it.
        for group in Dictionary(grouping: listings, by: \.reasons).values { report(finding(group)) }
    }

    private struct Listing {
        var scenario: Scenario
        var obligation: Obligation
        var reference: Reference
        /// Where it is stated that it does not apply.
        var reasons: [Span]
    }

    private static func places(against obligation: Obligation, _ scenario: Scenario, _ plan: Plan) -> [Span] {
        let facts = plan.factSheet(scenario)
        let stated = scenario.facts + plan.info.facts
        if Subjection.duties.contains(obligation.id), facts.isSubjectToNIS2 == false {
            // Where the plan says both, that is told.
            if plan.info.subjectTo.contains(where: { $0.value != .none }) { return [] }
            let said =
                stated.first { $0.name.value == Subjection.fact }?.name.span
                ?? plan.info.subjectTo.first { $0.value == .none }?.span
            return said.map { [$0] } ?? []
        }
        let against =
            obligation.when.map(\.value).filter { facts.holds($0) == false }
            + obligation.unless.map(\.value).filter { facts.holds($0) == true }
        let names = Set(against.flatMap(\.facts))
        let spans = stated.filter { names.contains($0.name.value) }.map(\.name.span)
        if spans.isEmpty, names.contains("personal-data"), let flag = scenario.personalData { return [flag.span] }
        return spans
    }

    private static func finding(_ listings: [Listing]) -> Finding {
        var scenarios: [Scenario] = []
        var obligations: [Obligation] = []
        for one in listings {
            if !scenarios.contains(where: { $0.id == one.scenario.id }) { scenarios.append(one.scenario) }
            if !obligations.contains(where: { $0.id == one.obligation.id }) { obligations.append(one.obligation) }
        }
        return finding(
            at: listings[0].reference.span,
            Phrase(
                "{duties} {count, plural, one {is} other {are}} listed {place}, and {count, plural, one {does} other {do}} not apply by what the plan states",
                [
                    "duties": Phrase.list(obligations), "place": Phrase.inScenarios(scenarios),
                    "count": obligations.count,
                ]),
            labels: listings[0].reasons.prefix(2).map { Label($0, Phrase("stated here")) }
                + listings.dropFirst().prefix(3).map { Label($0.reference.span, Phrase("and here")) },
            help: [
                Phrase(
                    "correct the fact, or remove '{id}' from 'obligations'",
                    ["id": obligations.map(\.id).joined(separator: ", ")])
            ])
    }
}
