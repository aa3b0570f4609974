import PlancText
import Testing

/// What only one answer to a decision sends is told with that answer.
@Suite struct AnsweredSoTests {
    private func text(_ path: String, no: String = "go on") throws -> String {
        let list = try #require(TrueAtItsHourTests.files["checklists/cut.md"])
        let step = "- [ ] T+10min @director Tell the staff: [](../messages/stop.md)"
        let decision = """
            - [ ] T+10min @director ? Is anybody at work
              - yes: tell the staff: [](../messages/stop.md)
              - no: \(no)
            """
        #expect(list.contains(step))
        return TrueAtItsHourTests.text(path, changing: ["checklists/cut.md": list.replacing(step, with: decision)])
    }

    @Test func theRouteBelowTheStepNamesTheAnswer() throws {
        #expect(try text("en/checklists/cut").contains("→ if “yes”: by Text message to: Staff"))
    }

    @Test func theTimeOfTheMessageNamesTheAnswer() throws {
        let messages = try text("en/messages/cut")
        #expect(messages.contains("T+10 min (if “yes”)"), "\(messages)")
    }

    /// The audience is first told by what is sent whatever is answered.
    @Test func whoIsToldFirstIsToldForSure() throws {
        let binder = try text("en/packs/binder")
        let table = String(binder.split(separator: "When each audience is first told").last ?? "")
        #expect(table.contains("Staff T+12 h"), "\(table.prefix(400))")
    }

    @Test func whatEveryAnswerSendsIsSure() throws {
        #expect(try !text("en/checklists/cut", no: "[](../messages/stop.md)").contains("if “"))
    }
}
