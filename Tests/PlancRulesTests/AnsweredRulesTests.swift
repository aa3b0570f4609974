import PlancDiagnostics
import Testing

@testable import PlancRules

/// What only one answer to a decision sends: told with that answer, and less severely, since the other may leave nothing to tell.
@Suite struct AnsweredRulesTests {
    private func findings(_ steps: String) -> [Finding] {
        SmallPlan(["checklists/flood.md": ExamplePlan.changing("checklists/flood.md", text: steps)])
            .findings([LateFirstMessage.self])
    }

    private let late = "- [ ] T+4h @director Tell the staff: [](../messages/staff-closed.md)"

    @Test func whatOneAnswerTellsInTimeIsAWarning() throws {
        #expect(findings(late).map(\.severity) == [.error])
        let asked = "- [ ] T+10min @director ? Is the river over its bank\n"
        let yes = "  - yes: [](../messages/staff-closed.md)\n"
        let found = try #require(findings(asked + yes + "  - no: go on\n" + late).first)
        #expect(found.severity == .warning)
        #expect(found.labels.last?.text.english == "only if the answer is 'yes'")
        #expect(findings(asked + yes + "  - no: [](../messages/staff-closed.md)\n" + late).isEmpty)
    }
}
