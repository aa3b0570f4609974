import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@Suite struct DiscoveryTests {
    static let today = CalendarDate(iso: ExamplePlan.today)!

    static func world(_ files: [String: String]) -> MemoryWorld {
        MemoryWorld(files.mapValues { Array($0.utf8) }, today: today)
    }

    static func examplePlan(in folder: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: ExamplePlan.files.map { ("\(folder)/\($0.key)", $0.value) })
    }

    @Test func aFolderMayHoldManyPlans() {
        let files = Self.examplePlan(in: "Plans/one").merging(Self.examplePlan(in: "Plans/two")) { a, _ in a }
        let report = check(load(["Plans"], in: Self.world(files)), asOf: Self.today)
        #expect(report.plans.map(\.folder) == ["Plans/one", "Plans/two"])
        #expect(report.findings.isEmpty)
    }

    /// A copy of the plan's file makes its folder a plan of its own, which its author does not know; plans of their own may lie there.
    @Test func aCopyOfThePlanInAFolder() {
        var files = Self.examplePlan(in: "one")
        files["one/old/plan.md"] = files["one/plan.md"]
        let report = check(load(["one"], in: Self.world(files)), asOf: Self.today)
        #expect(
            report.findings.map { "\($0.rule) \(report.sources[$0.span.file].path)" } == [
                "duplicate-id one/old/plan.md"
            ])
        files = Self.examplePlan(in: "one").merging(Self.examplePlan(in: "one/branch")) { a, _ in a }
        files["one/branch/plan.md"] = files["one/plan.md"]?.replacing("Library continuity plan", with: "The branch")
        #expect(check(load(["one"], in: Self.world(files)), asOf: Self.today).findings.isEmpty)
    }

    /// In a folder of sources the plan's file would take them away from the plan: one finding, at that file, and the plan is whole.
    @Test(arguments: ["messages", "checklists"]) func aSecondPlanAmongTheSources(_ folder: String) {
        var files = Self.examplePlan(in: "one")
        files["one/\(folder)/plan.md"] = files["one/plan.md"]
        let report = check(load(["one"], in: Self.world(files)), asOf: Self.today)
        #expect(
            report.findings.map { "\($0.rule) \(report.sources[$0.span.file].path)" } == [
                "duplicate-id one/\(folder)/plan.md"
            ])
        #expect(report.plans.map(\.folder) == ["one"])
        files["one/\(folder)/plan.md"] = "---\nkind: plan\ntitle: Another\n---\n"
        #expect(check(load(["one"], in: Self.world(files)), asOf: Self.today).findings.map(\.rule) == ["duplicate-id"])
    }

    @Test(arguments: ["Plans/one", "Plans/one/messages", "Plans/one/roles.md", "Plans/one/"])
    func aPathInsideAPlanMeansThatPlan(_ path: String) {
        let report = check(load([path], in: Self.world(Self.examplePlan(in: "Plans/one"))), asOf: Self.today)
        #expect(report.plans.map(\.folder) == ["Plans/one"])
    }

    @Test func thePlanGivenTwiceIsReadOnce() {
        let world = Self.world(Self.examplePlan(in: "Plans/one"))
        let report = check(load(["Plans", "Plans/one", "./Plans"], in: world), asOf: Self.today)
        #expect(report.plans.count == 1)
    }

    @Test func aFolderWithoutPlanIsAFinding() throws {
        let report = check(load(["notes"], in: Self.world(["notes/a.md": "---\nkind: roles\n---\n"])), asOf: Self.today)
        let finding = try #require(report.findings.first)
        #expect(finding.rule == "missing-plan")
        #expect(report.sources[finding.span.file].path == "notes")
    }

    @Test func aPathThatIsNotThereIsAProblem() {
        let report = check(load(["nowhere"], in: Self.world([:])), asOf: Self.today)
        #expect(report.problems.map(\.path) == ["nowhere"])
        #expect(report.findings.isEmpty)
    }

    /// A source that was renamed is told as such, and all that followed from its absence is not; beside its original it is a copy that
    /// an editor keeps.
    @Test(arguments: ["flood.md.old", "flood.md~", "flood.md.bak", "flood.MD"]) func aSourceUnderAnotherName(
        _ name: String
    ) throws {
        var files = Self.examplePlan(in: "one")
        let text = files.removeValue(forKey: "one/checklists/flood.md")
        files["one/checklists/\(name)"] = text
        #expect(
            check(load(["one"], in: Self.world(files)), asOf: Self.today).findings.map(\.rule) == ["misnamed-source"])
        guard name.hasPrefix("flood.md") else { return }
        files["one/checklists/flood.md"] = text
        let loaded = load(["one"], in: Self.world(files))
        #expect(check(loaded, asOf: Self.today).findings.isEmpty)
        // What may be in it is not lost without a word.
        let unread = try #require(loaded.plans.first).inventory.filter(\.isLeftUnread)
        #expect(unread.map(\.path) == ["one/checklists/\(name)"])
    }
}
