import Testing

@testable import PlancRules

/// Time limits that depend on what nobody has stated: no fact and no start is taken for granted.
@Suite struct OpenDutyTests {
    private func told(_ rule: any Rule.Type, due: String, _ scenario: String...) -> [String] {
        let plan = SmallPlan([
            "audiences.md": DutyExamples.audiences,
            "obligations.md": DutyExamples.council(
                "authority: Riverside Council", "audience: council", "stages: [{name: notice, \(due)}]"),
            "scenarios.md": DutyExamples.flood(["obligations: [council]"] + scenario),
        ])
        #expect(plan.readingFindings.isEmpty)
        return plan.findings([rule]).map { "\($0.severity) \($0.message.english)" }
    }

    @Test func theEarliestOfTwoWaitsForBoth() {
        let due = "due: {earliest: [{within: 24h, after: awareness}, {within: 1h, after: detection}]}"
        let found = told(UnplacedStart.self, due: due, "starts: {awareness: T0}")
        #expect(found.count == 1)
        #expect(found.first?.contains("may be due earlier") == true && found.first?.contains("'detection'") == true)
        #expect(told(UnplacedStart.self, due: due, "starts: {awareness: T0, detection: T0}").isEmpty)
        #expect(told(UnplacedStart.self, due: due, "starts: {suspicion: T0}").first?.contains("no due time") == true)
    }

    @Test func aVariantAsksForItsFact() {
        let due =
            "due: {within: 24h, after: awareness}, cases: [{when: [dora-entity], due: {within: 1h, after: awareness}}]"
        let open = told(UndecidedFact.self, due: due, "starts: {awareness: T0}")
        #expect(open.count == 1)
        for stated in ["true", "false"] {
            let facts = "facts: {dora-entity: \(stated)}"
            #expect(told(UndecidedFact.self, due: due, "starts: {awareness: T0}", facts).isEmpty)
        }
    }
}
