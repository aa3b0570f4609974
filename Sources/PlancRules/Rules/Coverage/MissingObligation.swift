import PlancDiagnostics
import PlancModel
import PlancSource

enum MissingObligation: Rule {
    static let name = "missing-obligation"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an obligation that applies by the facts, and that the scenario does not list")
    static let why = Phrase(
        """
        The other rules judge the obligations that a scenario lists; one that is left out is on no sheet, and its deadline passes \
        unseen. planc compares the facts that the plan and the scenario state with what obligations ask for: those of the plan, and \
        those of its library for the country of the time zone, else of the authorities that the plan tells, and for what it is \
        subject to. List the obligation; where it does not apply after all, state the fact that says so.
        """)
    static let rejects = [
        Example(
            Phrase("Books are lost, and nobody tells the council"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood("facts: {books-lost: true}")
                    .replacing("  flood:", with: "  ⟦flood⟧:"),
            ]),
        Example(
            Phrase("The law of the country asks for a notice"),
            [
                "scenarios.md": DutyExamples.flood("facts: {personal-data: true, risk-to-people-unlikely: false}")
                    .replacing("  flood:", with: "  ⟦flood⟧:")
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The scenario lists it"),
            [
                "audiences.md": DutyExamples.audiences,
                "obligations.md": DutyExamples.council(
                    "authority: Riverside Council", "audience: council", "when: [books-lost]",
                    "stages: [{name: notice, deadline: 24h, from: awareness}]"),
                "scenarios.md": DutyExamples.flood(
                    "obligations: [council]", "starts: {awareness: T0}", "facts: {books-lost: true}"),
            ]),
        Example(
            Phrase("A risk to people is unlikely"),
            ["scenarios.md": DutyExamples.flood("facts: {personal-data: true, risk-to-people-unlikely: true}")]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.obligation) { return }
        for scenario in plan.scenarios {
            let duties = context.missingDuties[scenario]
            if duties.isEmpty { continue }
            report(finding(scenario, duties, plan))
        }
    }

    private static func finding(_ scenario: Scenario, _ duties: [MissingDuties.StageStatus], _ plan: Plan) -> Finding {
        let names = duties.prefix(4).flatMap(\.facts)
        let stated = (scenario.facts + plan.info.facts).filter { names.contains($0.name.value) }
        var labels = stated.prefix(3).map { Label($0.name.span, Phrase("stated here")) }
        if names.contains("personal-data"), let flag = scenario.personalData {
            labels.append(Label(flag.span, Phrase("stated here")))
        }
        return finding(
            at: scenario.nameSpan,
            Phrase(
                "{scenario} does not list {duties}, and the facts that the plan states make {count, plural, one {it} other {them}} apply",
                ["scenario": scenario.quoted, "duties": Phrase.few(duties.map(\.title)), "count": duties.count]),
            labels: labels,
            help: duties.prefix(4).map { duty in
                duty.isInPlan
                    ? Phrase("add '{id}' to 'obligations' of the scenario", ["id": duty.id])
                    : Phrase(
                        "add '{id}' to 'uses' in plan.md and to 'obligations' of the scenario; read it with: planc show obligation:{id}",
                        ["id": duty.id])
            } + [Phrase("where it does not apply, state the fact that says so")])
    }
}
