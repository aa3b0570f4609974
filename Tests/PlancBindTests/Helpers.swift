import PlancBind
import PlancDiagnostics
import PlancModel
import PlancSource
import PlancSyntax

/// A plan made of texts, bound.
struct BoundTexts {
    var plan: Plan?
    var findings: [Finding]
    var sources: SourceSet

    /// `laid` over the example plan; nil takes a file away.
    init(
        over base: [String: String] = ExamplePlan.files, _ laid: [String: String?] = [:], otherPaths: Set<String> = [],
        leaving: Set<String> = [], reversed: Bool = false, rules: [any RuleDescription.Type] = []
    ) {
        var files = base
        for (path, text) in laid { files[path] = text }
        var sources = SourceSet()
        var listed: [(path: String, id: FileID)] = []
        let paths = files.keys.sorted()
        for path in reversed ? paths.reversed() : paths {
            listed.append((path, sources.add(SourceFile(path: path, bytes: Array((files[path] ?? "").utf8)))))
        }
        let parsed = listed.map { parse(sources[$0.id], id: $0.id) }
        let bound = bind(
            parsed, sources: sources,
            folder: PlanFolder(
                path: "plan", name: "plan", files: listed.sorted { $0.path < $1.path }, otherPaths: otherPaths,
                leaving: leaving),
            rules: rules)
        plan = bound.plan
        findings = parsed.flatMap(\.findings) + bound.findings
        self.sources = sources
    }

    /// `rule path:"text under the caret"` of each finding.
    var told: [String] {
        findings.map { "\($0.rule) \(sources[$0.span.file].path):\(sources.text($0.span))" }
    }
}
