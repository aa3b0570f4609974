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
    /// What was not judged: the line that `build` prints on covers; nil when all was.
    public let notJudged: Phrase?
    /// Findings that the plan has asked not to be told of.
    let silenced: [SilencedFinding]
    /// Files below the plan that are not read, by their paths in reports.
    let unreadFiles: Set<String>
    /// The profiles that it was judged by.
    let profiles: [String]
    private let composed: Lazily<[LoweredDocument]>

    public init(
        plan: Plan, findings: [Finding], sources: SourceSet, folder: String, notJudged: Phrase? = nil,
        silenced: [SilencedFinding] = [], unreadFiles: Set<String> = [], profiles: [String] = []
    ) {
        self.plan = plan
        self.findings = findings
        self.sources = sources
        self.folder = folder
        self.notJudged = notJudged
        self.silenced = silenced
        self.unreadFiles = unreadFiles
        self.profiles = profiles
        composed = Lazily {
            var options = LoweringOptions()
            options.notJudged = notJudged
            return lower(plan, options)
        }
    }

    /// What the plan prints, composed when it is first asked for, as a build does that asks for no more than the plan.
    var documents: [LoweredDocument] { composed.value }

    /// Errors of reading and binding: what they are about may be missing from the plan, or be there by a guess.
    func unread(_ isReading: (String) -> Bool) -> [Finding] {
        findings.filter { $0.severity == .error && isReading($0.rule) }
    }

    /// The plan's own sources by their paths from its folder.
    var ownSources: [String: SourceFile] {
        Dictionary(
            sources.files.filter { $0.path.hasPrefix(prefix) && $0.path.hasSuffix(".md") }
                .map { (pathInPlan($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether more than half of the sources of both are the same, name and all.
    public func sharesMostFiles(with other: PlanState) -> Bool {
        let (mine, theirs) = (ownSources, other.ownSources)
        let same = mine.count { theirs[$0.key]?.bytes == $0.value.bytes }
        return 2 * same > max(mine.count, theirs.count)
    }

    private var prefix: String { folder == "." ? "" : folder + "/" }

    /// A path from the plan's folder.
    func pathInPlan(_ path: String) -> String {
        path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    /// Where something is written.
    func place(of span: Span) -> SourcePlace { SourcePlace(span, in: sources) }
}

/// A line of a file, for a reader to go to.
public struct SourcePlace: Sendable, Hashable {
    public var path: String
    /// From 1.
    public var line: Int
    /// Of the older state: nothing of it need be there any more.
    public var isOfBase = false

    public init(path: String, line: Int, isOfBase: Bool = false) {
        self.path = path
        self.line = line
        self.isOfBase = isOfBase
    }

    init(_ span: Span, in sources: SourceSet) {
        let source = sources[span.file]
        self.init(path: source.path, line: LineIndex(source).position(at: Int(span.lower)).line)
    }
}
