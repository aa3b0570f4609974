import Testing

@testable import PlancDiff

/// What is told of steps beside their words, in a reader's words and once.
@Suite struct StepOrderTests {
    private static let steps = "- [ ] T+30min @director Tell the staff"

    @Test func stepsThatChangePlacesAreToldAsSteps() throws {
        let extra = "- [ ] T+30min @press Lock the door\n- [ ] T+30min @press Call the plumber\n"
        let swapped = "- [ ] T+30min @press Call the plumber\n- [ ] T+30min @press Lock the door\n"
        let base = try examplePlan([Edit("checklists/flood.md", Self.steps, extra + Self.steps)])
        let head = try examplePlan([Edit("checklists/flood.md", Self.steps, swapped + Self.steps)])
        let said = told(PlanDiff(from: base, to: head)).filter { $0.hasPrefix("steps") }
        #expect(said == ["steps changed: Flood: 'Lock the door' – now after 'Call the plumber'"])
    }

    @Test func aDetailIsToldAlsoWhereAnotherStepIsRetimed() throws {
        let said = try told([
            Edit("checklists/flood.md", "T0 @caretaker Switch", "T+5min @caretaker Switch"),
            Edit("checklists/flood.md", "- [ ] T+1h @press", "  Take the list\n- [ ] T+1h @press"),
        ]).filter { $0.hasPrefix("steps") }
        #expect(said.contains { $0.contains("when: T0 → T+5\u{A0}min") }, "\(said)")
        #expect(said.contains { $0.contains("Take the list") }, "\(said)")
    }

    /// A list for another phase stands elsewhere on every page: its words are the same.
    @Test func aListForAnotherPhaseIsToldOnceAndItsWordsWhereTheyDiffer() throws {
        let phase = Edit("checklists/before.md", "phase: before", "phase: after")
        let moved = PlanDiff(from: try examplePlan(), to: try examplePlan([phase]))
        #expect(moved.pages.map(\.old) == ["Getting ready"] && moved.pages.allSatisfy(\.isMoved), "\(moved.pages)")
        #expect(moved.pages.first?.cause == SourcePlace(path: "example/checklists/before.md", line: 5))
        let late = Edit("checklists/before.md", "T-30d @press", "T+30d @press")
        let retimed = PlanDiff(from: try examplePlan(), to: try examplePlan([phase, late]))
        #expect(retimed.pages.contains { $0.old == "Getting ready" && $0.isMoved })
        #expect(
            retimed.pages.allSatisfy { $0.old != nil && $0.new != nil || !($0.old ?? $0.new ?? "").contains("Remind") },
            "\(retimed.pages.map { ($0.old, $0.new) })")
    }

    @Test func aTickIsTold() throws {
        let said = try told([Edit("checklists/flood.md", "- [ ] T0 @caretaker", "- [x] T0 @caretaker")])
        #expect(
            said.filter { $0.hasPrefix("steps") } == [
                "steps changed: Flood: 'Switch off the power in the basement' – ticked already"
            ])
    }

    @Test func aFileThatIsNotReadIsNamed() throws {
        let base = try examplePlan()
        let head = try examplePlan(adding: ["notes.md": "# Notes\n"])
        let diff = PlanDiff(from: base, to: head)
        #expect(
            told(diff).contains("plan changed: example/notes.md is not read: nothing in it is part of the plan"))
        #expect(diff.changes.contains { diff.place(of: $0) == SourcePlace(path: "example/notes.md", line: 1) })
    }

    /// "Home phone is no longer private" and "private: Home phone → nothing" are one thing.
    @Test func aNumberThatIsPrivateNoMoreIsToldOnce() throws {
        let said = try told([Edit("people.md", "    private: [home]\n", "")]).filter { $0.contains("private") }
        #expect(said == ["people changed !: Ada Marsh: Home phone is no longer private"])
    }
}
