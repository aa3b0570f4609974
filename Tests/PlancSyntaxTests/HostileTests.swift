import TestSupport
import Testing

@testable import PlancSyntax

/// Texts that nobody means well with: nothing crashes, nothing hangs, and every span lies in what holds it.
@Suite struct HostileTests {
    /// Pieces that together reach every corner of CommonMark, GFM and planc's own marks.
    static let pieces = [
        "a", "é", "mot", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", "*", "**", "***", "_", "__", "`", "``",
        "~",
        "[", "]", "](", "](x)", "](<a b>)", "(", ")", "![", "<", ">", "> ", "\n> ", "\n>", "\n- ", "\n  - ", "\n1. ",
        "\n10) ",
        "\n    ", "\n\t", "- [ ] ", "\n- [x] ", "# ", "\n# ", "\n## é ##", "\n===", "\n---", "\n***\n", "\n```\n",
        "\n~~~ x\n",
        "|", " | ", "\n|-|-|\n", "\n--- | :-:\n", "\\|", "\\", "\\*", "\\\n", "  \n", "&amp;", "&eacute;", "&#233;",
        "&#xe9;",
        "&nope;", "&", "{{", "}}", "{{ champ }}", "{{> extrait }}", "{{ A b }}", "{{", "@role", "@a-b.", "x@y.fr",
        "\\@role",
        "<b>", "</b>", "<!-- c -->", "<!-- planc: covers a b -->", "<!-- planc: allow x: y -->", "<!--", "-->",
        "<div>\n",
        "<https://a.b/é>", "<a@b.fr>", "[r]", "[r][]", "[x][r]", "\n[r]: /u\n", "\n[r]: <a b> 'titre'\n", "\"t\"",
        "'t'", "\u{0}",
        "\u{200B}", "👩\u{200D}🚒", "\u{A0}", "«", "»", "%20", "ﬃ", "!", ":", "0",
    ]

    @Test(arguments: 0..<40) func randomMarkdownIsReadToTheByte(seed: UInt64) {
        var numbers = SeededGenerator(seed: seed)
        for _ in 0..<150 {
            var parts: [String] = []
            for _ in 0..<Int.random(in: 1...40, using: &numbers) {
                parts.append(Self.pieces.randomElement(using: &numbers) ?? "")
            }
            guard SpanCheck(body: parts.joined()).problem != nil else { continue }
            // Made as short as it can be, for whoever reads the failure.
            var i = 0
            while i < parts.count {
                var fewer = parts
                fewer.remove(at: i)
                if SpanCheck(body: fewer.joined()).problem != nil {
                    parts = fewer
                    i = 0
                } else {
                    i += 1
                }
            }
            let problem = SpanCheck(body: parts.joined()).problem
            #expect(problem == nil, "\(parts.joined().debugDescription)")
        }
    }
}
