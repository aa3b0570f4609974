import Testing

/// A message that its step and its own header send again at different intervals leaves at the shorter, on every page.
@Suite struct RhythmTests {
    @Test(arguments: [("3d", "1d"), ("1d", "3d")]) func theStepAndTheMessageTellOneRhythm(step: String, own: String)
        throws
    {
        let list = try #require(TrueAtItsHourTests.files["checklists/cut.md"])
        let message = try #require(TrueAtItsHourTests.files["messages/news.md"])
        let changes = [
            "checklists/cut.md": list.replacing("T+12h @press", with: "T+12h every \(step) @press"),
            "messages/news.md": message.replacing("owner: press", with: "owner: press\nsend: {every: \(own)}"),
        ]
        for page in ["en/checklists/cut", "en/messages/cut", "en/packs/binder"] {
            let text = TrueAtItsHourTests.text(page, changing: changes)
            #expect(text.contains("every day") && !text.contains("every 3 days"), "\(page)")
        }
    }
}
