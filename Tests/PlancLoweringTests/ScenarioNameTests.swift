import Testing

/// `{{ scenario.title }}` in a text that no scenario is meant by: a blank with a name that people read.
@Suite struct ScenarioNameTests {
    @Test func aTextForNoScenarioLeavesABlank() throws {
        let message = try #require(TrueAtItsHourTests.files["messages/stop.md"])
        let changes = ["messages/stop.md": message.replacing("Stop work.", with: "{{ scenario.title }}: stop work.")]
        #expect(TrueAtItsHourTests.text("en/messages/cut", changing: changes).contains("Power cut: stop work."))
        let other = """
              flood:
                title: Flood
                affects: [staff]
                activated-by: director

            """
        let scenarios = try #require(TrueAtItsHourTests.files["scenarios.md"])
        let list = try #require(TrueAtItsHourTests.files["checklists/cut.md"])
        let two = changes.merging([
            "scenarios.md": scenarios.replacing(
                "    activated-by: director\n---", with: "    activated-by: director\n\(other)---"),
            "messages/stop.md": (changes["messages/stop.md"] ?? "").replacing("scenarios: cut", with: "scenarios: all"),
            "checklists/cut.md": list.replacing("scenarios: cut", with: "scenarios: all"),
        ]) { $1 }
        let binder = TrueAtItsHourTests.text("en/packs/binder", changing: two)
        #expect(binder.contains("[Name of the scenario]: stop work.") && !binder.contains("scenario.title"))
        // On the front leaf, which is for both, no text names one of them.
        let leaf = String(binder.split(separator: "Text for staff").dropFirst().first?.prefix(200) ?? "")
        #expect(leaf.contains("at the start of 1 and 2"), "\(leaf)")
    }
}
