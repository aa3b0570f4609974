import PlancDiagnostics
import PlancSource
import Testing

@testable import PlancSyntax

/// Every example of the reading rules: the exact spans, also with CRLF and after a line of multi-byte text.
@Suite struct RuleExamplesTests {
    struct Case: Sendable, CustomStringConvertible {
        var rule: any RuleDescription.Type
        var example: Example
        var isRejected: Bool
        var description: String { "\(rule.name): \(example.title.english)" }
    }

    static let cases: [Case] = rulesOfPlancSyntax.flatMap { rule in
        rule.rejects.map { Case(rule: rule, example: $0, isRejected: true) }
            + rule.accepts.map { Case(rule: rule, example: $0, isRejected: false) }
    }

    enum Variant: CaseIterable { case asWritten, carriageReturns, multiByteLine, byteOrderMark }

    @Test(arguments: cases) func exampleHasExactlyItsSpans(_ test: Case) {
        for (path, content) in test.example.files {
            guard let content else { continue }
            for variant in Variant.allCases {
                // A limit in bytes moves with the text before it.
                if variant != .asWritten, content.utf8.count > 10_000 { continue }
                let marked = MarkedText(changed(content, variant), hasEscapes: test.example.hasEscapes)
                let reading = Reading(bytes: marked.bytes)
                let found = reading.file.findings.filter { $0.rule == test.rule.name }
                #expect(found.map(\.span.range) == marked.ranges, "\(path), \(variant)")
                #expect(test.isRejected ? !found.isEmpty : reading.file.findings.isEmpty, "\(path), \(variant)")
                for finding in found { #expect(finding.severity >= test.rule.severity) }
            }
        }
    }

    private func changed(_ text: String, _ variant: Variant) -> String {
        switch variant {
        case .asWritten: return text
        case .carriageReturns: return String(text.flatMap { $0 == "\n" ? "\r\n" : String($0) })
        case .byteOrderMark: return "\u{FEFF}" + text
        case .multiByteLine:
            guard text.hasPrefix("---\n") else { return text }
            let end = text.firstIndex(of: "\n") ?? text.startIndex
            return text[...end] + "# été, crise à l'hôpital 🏥\n" + text[end...].dropFirst()
        }
    }

    @Test func everyReadingRuleHasExamplesOfBothKinds() {
        #expect(rulesOfPlancSyntax.count == 23)
        for rule in rulesOfPlancSyntax {
            #expect(!rule.rejects.isEmpty && !rule.accepts.isEmpty, "\(rule.name)")
            #expect(rule.group == .reading && rule.severityCanChange == (rule.severity != .error), "\(rule.name)")
        }
    }

    @Test(arguments: cases.filter(\.isRejected)) func messageReadsLikeOne(_ test: Case) {
        for content in test.example.files.values.compactMap({ $0 }) {
            let marked = MarkedText(content, hasEscapes: test.example.hasEscapes)
            for finding in Reading(bytes: marked.bytes).file.findings {
                for language in Language.allCases {
                    let message = finding.message.text(language)
                    #expect(!message.hasSuffix(".") && !message.isEmpty)
                    #expect(!finding.help.isEmpty && !finding.help.contains { $0.text(language).hasSuffix(".") })
                }
            }
        }
    }
}
