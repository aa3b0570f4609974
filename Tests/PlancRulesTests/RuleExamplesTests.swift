import PlancDiagnostics
import PlancDriver
import Testing

/// Every example of every rule: its manual page is its test.
@Suite struct RuleExamplesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: any RuleDescription.Type
        var example: Example
        var rejects: Bool
        var number: Int

        var testDescription: String {
            "\(rule.name) \(rejects ? "rejects" : "accepts") \(number): \(example.title.english)"
        }
    }

    static let cases = allRules.flatMap { rule in
        rule.rejects.enumerated().map { Case(rule: rule, example: $1, rejects: true, number: $0 + 1) }
            + rule.accepts.enumerated().map { Case(rule: rule, example: $1, rejects: false, number: $0 + 1) }
    }

    @Test(arguments: cases)
    func example(_ example: Case) {
        // A limit is passed at a byte of the file as it is: more bytes before it move the place.
        let isAboutSize = example.rule.name.hasSuffix("too-large")
        for shape in ExampleRun.Shape.allCases where shape == .plain || !(example.example.hasEscapes || isAboutSize) {
            let run = ExampleRun(example.example, shape: shape)
            let report = run.report()
            let found = run.places(of: example.rule.name, in: report)
            let all = report.findings.map { "\($0.rule): \($0.message.english)" }.joined(separator: "\n")
            if example.rejects {
                #expect(!run.marks.isEmpty, "a rejected example marks what it rejects")
                #expect(found == run.marks, "\(shape)\nall findings:\n\(all)")
            } else {
                #expect(run.marks.isEmpty, "an accepted example marks nothing")
                #expect(found.isEmpty, "\(shape)\nall findings:\n\(all)")
            }
        }
    }

    @Test func theExamplePlanIsClean() {
        let report = ExampleRun(Example(Phrase(verbatim: ""), [:]), shape: .plain).report()
        #expect(report.plans.count == 1)
        let findings = report.findings.map { "\(report.sources[$0.span.file].path): \($0.rule): \($0.message.english)" }
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test func namesAreUniqueAndWellFormed() {
        let names = allRules.map { $0.name }
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(
                name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) },
                "\(name)")
        }
    }

    /// Rules about paths alone have no file to show.
    static let withoutExamples: Set<String> = ["missing-plan"]

    @Test(arguments: allRules.map { $0.name })
    func everyRuleHasExamplesOfBothKindsAndWords(_ name: String) throws {
        let rule = try #require(allRules.first { $0.name == name })
        if !Self.withoutExamples.contains(name) {
            #expect(!rule.rejects.isEmpty)
            #expect(!rule.accepts.isEmpty)
        }
        for phrase in [rule.summary, rule.why] {
            #expect(!phrase.english.isEmpty && !phrase.french.isEmpty)
            #expect(phrase.english != phrase.french)
        }
        #expect(!rule.summary.english.hasSuffix("."))
        #expect(rule.summary.english.first?.isUppercase == false || rule.summary.english.hasPrefix("TLP"))
    }
}
