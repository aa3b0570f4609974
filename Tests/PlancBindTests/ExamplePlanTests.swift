import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancBind

@Suite struct ExamplePlanTests {
    @Test func bindsWithoutFinding() throws {
        let bound = BoundTexts()
        #expect(bound.told == [])
        let plan = try #require(bound.plan)
        #expect(plan.people.ids == ["ada", "ben", "cleo"])
        #expect(plan.messages.ids == ["readers-closed", "ready", "reopened", "staff-closed"])
        #expect(plan.checklists["flood"]?.stages.first?.steps.map(\.roles.count) == [1, 1, 1])
        #expect(plan.messages["readers-closed"]?.versions.first?.variants.map(\.name.value) == ["sms"])
    }
}
