import PlancDiagnostics
import PlancLowering
import PlancModel
import PlancSource

/// One side of a comparison: the plan, what the rules say of it, and every document that it prints.
public struct PlanState: Sendable {
    public let plan: Plan
    /// Of reading, binding and judging, as `check` gives them.
    public let findings: [Finding]
    public let sources: SourceSet
    /// The folder of the plan as reports name it.
    public let folder: String
    /// Composed, not laid out.
    let documents: [LoweredDocument]

    public init(plan: Plan, findings: [Finding], sources: SourceSet, folder: String) {
        self.plan = plan
        self.findings = findings
        self.sources = sources
        self.folder = folder
        documents = lower(plan)
    }

    /// Errors of reading and binding: what they are about may be missing from the plan, or be there by a guess.
    func unread(_ isReading: (String) -> Bool) -> [Finding] {
        findings.filter { $0.severity == .error && isReading($0.rule) }
    }

    /// Where something is written.
    func place(of span: Span) -> SourcePlace {
        let source = sources[span.file]
        return SourcePlace(path: source.path, line: LineIndex(source).position(at: Int(span.lower)).line)
    }
}

/// A line of a file, for a reader to go to.
public struct SourcePlace: Sendable, Hashable {
    public var path: String
    /// From 1.
    public var line: Int

    public init(path: String, line: Int) {
        self.path = path
        self.line = line
    }
}
