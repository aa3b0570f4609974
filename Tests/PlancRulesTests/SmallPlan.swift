import PlancBind
import PlancDiagnostics
import PlancModel
import PlancRules
import PlancSource
import PlancSyntax

/// The example plan with files laid over it, read, bound and judged by the rules of one's choice.
struct SmallPlan {
    var sources = SourceSet()
    var bound: BoundPlan
    private var parsed: [ParsedFile] = []

    init(_ files: [String: String?]) {
        var texts = ExamplePlan.files.mapValues { Optional($0) }
        for (path, text) in files { texts[path] = text }
        var listed: [(path: String, id: FileID)] = []
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let text else { continue }
            let id = sources.add(SourceFile(path: path, bytes: Array(text.utf8)))
            listed.append((path, id))
            parsed.append(parse(sources[id], id: id))
        }
        let folder = PlanFolder(path: "example", name: "example", files: listed, otherPaths: [], leaving: [])
        bound = bind(parsed, sources: sources, folder: folder)
    }

    var readingFindings: [Finding] { parsed.flatMap(\.findings) + bound.findings }

    /// The findings of rules, in reading order.
    func findings(_ rules: [any Rule.Type]) -> [Finding] {
        guard let plan = bound.plan, let day = CalendarDate(iso: ExamplePlan.today) else { return [] }
        let judgement = RuleContext(plan: plan, asOf: day, sources: sources)
        var found: [Finding] = []
        for rule in rules { rule.check(judgement) { found.append($0) } }
        return found.sorted(by: Finding.inReadingOrder)
    }

    func findings(ofGroup group: RuleGroup) -> [Finding] {
        findings(judgesOfPlancRules.filter { $0.group == group })
    }
}
