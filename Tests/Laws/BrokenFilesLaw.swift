import PlancDriver
import PlancSource
import Testing

/// One cause, one finding: a file whose front matter cannot be read is told where it is, and nothing else in the plan is found wrong
/// for want of it.
@Suite struct BrokenFilesLaw {
    /// What happens to the first lines of a file.
    enum Fault: String, CaseIterable, Sendable {
        case noEnd, noColon, openQuote, textAbove

        /// nil where the file has no front matter, or stays as it is.
        func applied(to text: String) -> String? {
            guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else { return nil }
            switch self {
            case .noEnd: return text.replacingCharacters(of: end, by: "\n")
            case .noColon: return "---\n" + text.dropFirst(4).replacing("kind:", with: "kind", maxReplacements: 1)
            case .openQuote: return text.replacingCharacters(of: end, by: "\nzz: \"unclosed [\n---\n")
            case .textAbove: return "As of 3.12.2026\n" + text
            }
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var plan: SubjectPlan
        var path: String
        var fault: Fault

        var testDescription: String { "\(plan.name)/\(path): \(fault)" }
    }

    static let cases = LawSize.sample(
        SubjectPlan.examples.flatMap { plan in
            plan.sources.filter { $0 != "plan.md" }.flatMap { path in
                Fault.allCases.map { Case(plan: plan, path: path, fault: $0) }
            }
        }, 24)

    @Test(arguments: cases) func nothingElseIsFoundWrong(_ one: Case) throws {
        let text = String(decoding: one.plan.files[one.path] ?? [], as: UTF8.self)
        guard let broken = one.fault.applied(to: text) else { return }
        var plan = one.plan
        plan.files[one.path] = Array(broken.utf8)
        let report = plan.check()
        let elsewhere = report.findings.filter { !report.sources[$0.span.file].path.hasSuffix("/" + one.path) }
        #expect(elsewhere.count < report.findings.count)
        #expect(elsewhere.map { "\($0.rule): \($0.message.english)" } == [])
    }
}

extension String {
    fileprivate func replacingCharacters(of range: Range<Index>, by text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
