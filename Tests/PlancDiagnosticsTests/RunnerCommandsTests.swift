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
        ("::error::x", ": :error::x"), ("a\n  ::x", "a\n  : :x"), ("a\r::x", "a\r: :x"), ("a\r\n::x", "a\r\n: :x"),
        ("\u{A0}::x", "\u{A0}: :x"), ("a ##[error]b", "a # #[error]b"), ("##vso[task.x]", "# #vso[task.x]"),
        ("##teamcity[x", "# #teamcity[x"), ("###[x]", "## #[x]"),
        // .NET compares as the culture does: what cannot be seen is passed over.
        ("\u{1}::x", "\u{1}: :x"), ("\u{2060}::x", "\u{2060}: :x"), (":\u{200B}:x", ": \u{200B}:x"),
        ("#\u{AD}#\u{200B}[x]", "# \u{AD}#\u{200B}[x]"),
    ])
    func commandsAreBroken(_ text: String, _ broken: String) {
        #expect(told(text) == broken)
    }
}
