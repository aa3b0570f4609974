import PlancDiagnostics
import PlancSource
import Testing

@testable import PlancBind

/// The examples of the rules of this room, each over the example plan.
@Suite struct RuleExampleTests {
    static let rejected = rulesOfPlancBind.flatMap { rule in
        rule.rejects.indices.map { Case(rule: rule, example: rule.rejects[$0], number: $0) }
    }
    static let accepted = rulesOfPlancBind.flatMap { rule in
        rule.accepts.indices.map { Case(rule: rule, example: rule.accepts[$0], number: $0) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var rule: any RuleDescription.Type
        var example: Example
        var number: Int

        var testDescription: String { "\(rule.name) \(number)" }
    }

    @Test(arguments: rejected) func rejects(_ example: Case) {
        var files: [String: String?] = [:]
        var marked: Set<String> = []
        for (path, text) in example.example.files {
            guard let text else {
                files[path] = .some(nil)
                continue
            }
            var plain = ""
            var start: Int?
            for character in text {
                switch character {
                case "⟦": start = plain.utf8.count
                case "⟧": if let from = start { marked.insert("\(path) \(from)..<\(plain.utf8.count)") }
                default: plain.append(character)
                }
            }
            files[path] = plain
        }
        let bound = BoundTexts(files)
        let found = bound.findings.filter { $0.rule == example.rule.name }
            .map { "\(bound.sources[$0.span.file].path) \($0.span.range)" }
        #expect(Set(found) == marked)
        #expect(found.count == marked.count)
        // One cause, one finding.
        #expect(bound.told.filter { !$0.hasPrefix(example.rule.name + " ") } == [])
        #expect(!marked.isEmpty)
    }

    @Test(arguments: accepted) func accepts(_ example: Case) {
        #expect(BoundTexts(example.example.files).told == [])
    }

    @Test func everyRuleHasExamples() {
        for rule in rulesOfPlancBind where rule.name != "missing-plan" {
            #expect(!rule.rejects.isEmpty && !rule.accepts.isEmpty, "\(rule.name)")
        }
        #expect(Set(rulesOfPlancBind.map { $0.name }).count == rulesOfPlancBind.count)
    }
}
