import PlancDiagnostics
import Testing

/// Text that machines which run workflows would take for commands.
@Suite struct RunnerCommandsTests {
    private func told(_ text: String) -> String {
        String(decoding: withoutRunnerCommands(Array(text.utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        "plain text\n", "a::b\n", "C++ :: in the line\n", "## title\n", "# [link](x)\n", "## [link](x)\n", "##9[\n", "",
        "été :: où\n",
    ])
    func otherTextStaysAsItIs(_ text: String) {
        #expect(told(text) == text)
    }

    @Test(arguments: [
        ("::error::x", "\u{2060}::error::x"), ("a\n  ::x", "a\n  \u{2060}::x"), ("a\r::x", "a\r\u{2060}::x"),
        ("\u{A0}::x", "\u{A0}\u{2060}::x"), ("a ##[error]b", "a ##\u{2060}[error]b"),
        ("##vso[task.x]", "##\u{2060}vso[task.x]"),
        ("##teamcity[x", "##\u{2060}teamcity[x"), ("###[x]", "###\u{2060}[x]"),
    ])
    func commandsAreBroken(_ text: String, _ broken: String) {
        #expect(told(text) == broken)
    }
}
