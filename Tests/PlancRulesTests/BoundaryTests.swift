import Testing

@testable import PlancRules

/// What is due, sent at the last minute that is in time and at the first that is not.
@Suite struct BoundaryTests {
    private func told(_ rule: any Rule.Type, sentAt time: String) -> Int {
        let plan = SmallPlan([
            "obligations.md": DutyExamples.council(
                "authority: Riverside Council", "stages: [{name: notice, deadline: 24h, from: awareness}]"),
            "scenarios.md": DutyExamples.flood("obligations: [council]", "starts: {awareness: T0}"),
            "checklists/council.md": """
            ---
            kind: checklist
            title: The council
            scenarios: flood
            phase: during
            ---

            - [ ] \(time) @director Call the council: [the notice](obligation:council/notice)
            """,
        ])
        #expect(plan.readingFindings.isEmpty)
        return plan.findings([rule]).count
    }

    @Test func whatLeavesWithTheDeadlineIsInTimeWithNothingToSpare() {
        #expect(told(LateObligation.self, sentAt: "T+24h") == 0)
        #expect(told(ThinMargin.self, sentAt: "T+24h") == 1)
        #expect(told(LateObligation.self, sentAt: "T+1441min") == 1)
        #expect(told(ThinMargin.self, sentAt: "T+1441min") == 0)
    }

    @Test func aQuarterOfTheTimeIsEnough() {
        #expect(told(ThinMargin.self, sentAt: "T+18h") == 0)
        #expect(told(ThinMargin.self, sentAt: "T+1081min") == 1)
    }
}
