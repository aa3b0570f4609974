import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancDiff

/// Words of a plan in the reports of a change: they must stay words.
@Suite struct HostileDiffTests {
    static let name =
        "- <img src=x onerror=alert(1)> @everyone [a](http://x.example) `code` **bold** $x$ | ~~gone~~ & \\e[31m ::error::x ##[error]x"

    func diff() throws -> PlanDiff {
        let yaml = Self.name.replacing("'", with: "''")
        return PlanDiff(
            from: try examplePlan(), to: try examplePlan([Edit("people.md", "name: Ben Okoro", "name: '\(yaml)'")]))
    }

    @Test func markdownStaysText() throws {
        let page = PlanDiff.markdown([(Self.name, try diff())], language: .english)
        #expect(!page.contains("<img"))
        #expect(!page.contains("@everyone"))
        for mark in ["[a]", "](", "`", "**", "$", "~~", "|"] {
            #expect(!unescaped(page, mark), "\(mark) in \(page)")
        }
        // Besides headings and items, only the marks of what is folded.
        let lines = page.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("- ") }
        #expect(
            lines.allSatisfy { $0 == "</details>" || $0.hasPrefix("<details><summary>") && $0.hasSuffix("</summary>") })
        #expect(!page.contains("\n- - "))
    }

    @Test func htmlStaysText() throws {
        let page = PlanDiff.html([(Self.name, try diff())], language: .french)
        #expect(!page.contains("<img"))
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
        #expect(page.contains("default-src 'none'"))
    }

    @Test func aTerminalIsNotSpokenTo() throws {
        let escape = "\u{1B}[31mred\u{7}\nforged line\r\u{202E}"
        let text = try diff().text(plan: escape, language: .english)
        #expect(!text.utf8.contains(0x1B) && !text.utf8.contains(7) && !text.utf8.contains(0x0D))
        #expect(!text.contains("\nforged line") && !text.contains("\u{202E}"))
    }

    @Test func anEmptyDifferenceSaysSoInEveryForm() throws {
        let plan = try examplePlan()
        let diff = PlanDiff(from: plan, to: plan)
        #expect(diff.isEmpty)
        let nothing = "Nothing changes: no page, no data and no finding differs."
        #expect(PlanDiff.markdown([("P", diff)], language: .english) == nothing + "\n")
        #expect(
            diff.text(plan: "P", language: .french)
                == "P\n  Rien ne change\u{A0}: aucune page, aucune donnée, aucun constat ne diffère.\n")
        #expect(PlanDiff.html([("P", diff)], language: .english).contains("<p>\(nothing)</p>"))
    }

    /// True when a mark stands somewhere with no backslash before its first character.
    private func unescaped(_ page: String, _ mark: String) -> Bool {
        page.split(separator: mark, omittingEmptySubsequences: false).dropLast().contains { !$0.hasSuffix("\\") }
    }
}
