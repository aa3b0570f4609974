import PlancModel
import Testing

/// Patterns of paths, as `exclude` takes them.
@Suite struct PathPatternTests {
    @Test(arguments: [
        ("drafts", "drafts/a.md", true), ("drafts/", "drafts/deep/a.md", true), ("drafts", "old/drafts/a.md", false),
        ("*.md", "a.md", true), ("*.md", "drafts/a.md", false), ("**/*.md", "a.md", true),
        ("**/*.md", "one/two/a.md", true), ("drafts/**", "drafts/deep/a.md", true), ("drafts/**", "drafts", false),
        ("drafts/*", "drafts/a.md", true), ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true),
        ("a/**/b.md", "a/x/c.md", false), ("?.md", "é.md", true), ("?.md", "ab.md", false),
        ("a*b*c.md", "aXbYc.md", true), ("a*b*c.md", "aXcYb.md", false), ("./drafts/a.md", "drafts/a.md", true),
        ("**", "a.md", true), ("", "a.md", false), ("/", "a.md", false), ("Drafts", "drafts/a.md", false),
    ])
    func matches(_ pattern: String, _ path: String, _ isMatch: Bool) {
        #expect(PathPattern(pattern).matches(path) == isMatch)
    }

    /// Many stars are no trap.
    @Test func takesNoLongTime() {
        let pattern = PathPattern(String(repeating: "**/", count: 200) + String(repeating: "*a", count: 200) + "b")
        let path = String(repeating: "aaaa/", count: 200) + String(repeating: "a", count: 2000)
        #expect(!pattern.matches(path))
    }
}
