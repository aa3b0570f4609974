import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import PlancSyntax

/// What reads the bytes of others, each alone, for libFuzzer to look for inputs that crash it, hang it or break its word.
enum FuzzTarget: String, CaseIterable {
    /// The front matter of a file.
    case frontMatter = "front-matter"
    /// The body of a checklist.
    case markdown
    /// The head of a step: time, roles, rhythm.
    case stepHeads = "step-heads"
    /// What stands between `{{` and `}}` of a message.
    case placeholders
    /// `manifest.json` of an output that is replaced or verified.
    case manifest
    /// A file of values for `planc message`.
    case values
    /// A baseline of findings.
    case baseline
    /// A message's text, judged by every rule.
    case message

    func run(_ input: [UInt8]) {
        switch self {
        case .frontMatter: Self.parsed("---\n", input, "\n---\n\nWords.\n")
        case .markdown: Self.parsed("---\nkind: checklist\ntitle: A\n---\n\n", input)
        case .stepHeads:
            Self.judged(
                "checklists/x.md", "---\nkind: checklist\ntitle: A\nphase: during\nscenarios: all\n---\n\n- [ ] ", input
            )
        case .placeholders: Self.judged("messages/x.md", Self.messageHead + "News: {{", input, "}} and more.\n")
        case .manifest: _ = try? verify("out", in: MemoryWorld(["out/manifest.json": input], today: Self.today))
        case .values: _ = try? fieldValues(input)
        case .baseline: _ = try? Baseline(text: String(decoding: input, as: UTF8.self))
        case .message: Self.judged("messages/x.md", Self.messageHead, input, isJudged: true)
        }
    }

    private static let messageHead = """
        ---
        kind: message
        title: A
        audiences: readers
        scenarios: all
        phase: during
        channels: [mail, text-message]
        owner: press
        ---


        """

    /// Reads one file and looks whether every place in what is found lies in it.
    private static func parsed(_ head: String, _ input: [UInt8], _ tail: String = "") {
        let file = SourceFile(path: "x.md", bytes: Array(head.utf8) + input + Array(tail.utf8))
        let parsed = parse(file, id: FileID(0))
        for finding in parsed.findings { hold(finding, in: SourceSet([file])) }
    }

    /// Reads the small plan with one more file, binds it, and judges it where asked.
    private static func judged(
        _ path: String, _ head: String, _ input: [UInt8], _ tail: String = "\n", isJudged: Bool = false
    ) {
        var files = plan
        files["plan/" + path] = Array(head.utf8) + input + Array(tail.utf8)
        let loaded = load(["plan"], in: MemoryWorld(files, today: today))
        if !isJudged { return }
        let report = check(loaded, asOf: today)
        for finding in report.findings { hold(finding, in: report.sources) }
        _ = fixed(report)
    }

    private static func hold(_ finding: Finding, in sources: SourceSet) {
        let spans = [finding.span] + finding.labels.map(\.span) + finding.fixes.flatMap(\.edits).map(\.span)
        for span in spans {
            precondition(
                span.lower >= 0 && span.lower <= span.upper, "\(finding.rule): a place that ends before it begins")
            precondition(Int(span.upper) <= sources[span.file].bytes.count, "\(finding.rule): a place outside its file")
        }
    }

    private static let plan = Dictionary(
        uniqueKeysWithValues: ExamplePlan.files.map { ("plan/\($0.key)", Array($0.value.utf8)) })
    private static let today = CalendarDate(iso: ExamplePlan.today)!
}
