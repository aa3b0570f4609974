import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancDiff

/// What a reviewer reads on a pull request: short, linked, without private values.
@Suite struct CommentTests {
    /// Every title, number and text of the plan said otherwise.
    private func large() throws -> PlanDiff {
        let edits = [
            ("people.md", "name: ", "name: New "), ("people.md", "+44 7700 9000", "+44 7700 9007"),
            ("roles.md", "title: ", "title: New "), ("channels.md", "title: ", "title: New "),
            ("audiences.md", "title: ", "title: New "), ("scenarios.md", "title: ", "title: New "),
            ("systems.md", "title: ", "title: New "), ("checklists/flood.md", "T0 ", "T+9h "),
            ("messages/readers-closed.md", " the ", " that "), ("messages/staff-closed.md", " is ", " was "),
        ].map { Edit($0.0, $0.1, $0.2) }
        return PlanDiff(from: try examplePlan(), to: try examplePlan(edits))
    }

    private func openLines(_ comment: String) -> [Substring] {
        var isOpen = true
        return comment.split(separator: "\n", omittingEmptySubsequences: false).dropLast().filter { line in
            if line == "</details>" { isOpen = true }
            defer { if line.hasPrefix("<details>") { isOpen = false } }
            return isOpen
        }
    }

    @Test(arguments: [1, 3, 12]) func itIsShortHoweverMuchChanges(plans: Int) throws {
        let diff = try large()
        let comment = PlanDiff.markdown(
            (1...plans).map { ("plans/\($0)", diff) }, language: .english,
            link: { "https://x.example/\($0.path)#L\($0.line)" })
        let lines = openLines(comment)
        #expect(lines.count <= max(60, plans * 6), "\(lines.count)")
        #expect(plans > 1 || lines.count > 30)
        #expect(comment.utf8.count <= 65_000)
        for plan in 1...plans { #expect(lines.contains("## plans/\(plan)")) }
        let items = lines.filter { $0.hasPrefix("- ") && !$0.contains("on every page") }
        // Of the same word in many lines it is not known which of them a page has it from.
        let open = items.filter { !$0.contains("](<https://x.example/") }
        #expect(open.allSatisfy { $0.contains("New") && ($0.contains("→") || $0.hasPrefix("- … and")) }, "\(open)")
        #expect(open.count * 5 < items.count || items.isEmpty)
    }

    @Test func plansThatDoNotChangeAreNotNamed() throws {
        let plan = try examplePlan()
        let comment = PlanDiff.markdown(
            [("plans/one", PlanDiff(from: plan, to: plan)), ("plans/two", try large())], language: .english)
        #expect(!comment.contains("plans/one"))
        #expect(comment.hasPrefix("## plans/two\n"))
    }

    @Test func whatIsGoneHasNoLink() throws {
        let diff = PlanDiff(
            from: try examplePlan(),
            to: try examplePlan([
                Edit("roles.md", "cleo", "cleopatra"),
                Edit("people.md", "  cleo:", "  cleopatra:"), Edit("people.md", "Cleo Hart", "Cleo Heart"),
            ]))
        let gone = PlanDiff.markdown([("p", diff)], language: .english, link: { _ in "https://x.example/" })
            .split(separator: "\n").filter { $0.contains("removed person") }
        #expect(gone.count == 1)
        #expect(!(gone.first?.contains("https://") ?? true))
    }

    /// In a text, in any spelling, cut or not: the value is nowhere in any form of the report.
    @Test(arguments: ["+44 1632 960001", "(0)1632 960 001", "0044-1632-960001"])
    func privateNumbersInTextsAreMasked(_ spelling: String) throws {
        let edit = Edit("checklists/flood.md", "Switch off the power", "Ring \(spelling) and then switch off the power")
        let diff = PlanDiff(from: try examplePlan(), to: try examplePlan([edit]))
        let forms = [
            PlanDiff.markdown([("p", diff)], language: .english), diff.text(plan: "p", language: .english),
            PlanDiff.html([("p", diff)], language: .english),
            String(decoding: diff.json(plan: "p", language: .english).bytes(), as: UTF8.self),
        ]
        for form in forms {
            let digits = form.filter { $0.isNumber }
            #expect(!digits.contains("1632960001"), "\(form)")
            #expect(form.contains("Ring"))
        }
    }
}
