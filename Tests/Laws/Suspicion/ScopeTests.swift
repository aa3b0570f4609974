import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import Testing

/// The law *scope*: "nothing to report" says what was not judged.
@Suite struct ScopeTests {
    /// A plan with one warning: nothing refers to a system.
    static let files: [String: String] = ExamplePlan.files.merging([
        "more.md": "---\nkind: systems\nsystems:\n  pump: {title: Pump}\n---\n"
    ]) { _, new in new }
    static let day = CalendarDate(iso: ExamplePlan.today)!

    static func report(_ changed: [String: String] = [:]) -> Report {
        let files = files.merging(changed) { _, new in new }
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", Array($0.value.utf8)) }), today: day)
        return check(load(["plan"], in: world), asOf: day)
    }

    @Test func aWholePlanHidesNothing() {
        let report = Self.report()
        #expect(report.findings.map(\.rule) == ["unused-system"])
        #expect(report.scope.isWhole && report.scope.words == nil)
        #expect(!summary(report.findings, scope: report.scope, language: .english).contains("not judged"))
    }

    @Test(arguments: Language.allCases) func whatIsHiddenIsCounted(_ language: Language) {
        let plan = Self.files["plan.md"]!.replacing(
            "classification:", with: "rules: {unused-system: off}\nclassification:")
        let cases: [(Report, (JudgedScope) -> Int)] = [
            (Self.report(["plan.md": plan]), { $0.findingsOfRulesOff }),
            (
                Self.report([
                    "more.md":
                        "---\nkind: systems\nsystems:\n  # planc: allow unused-system: it comes next year\n"
                        + "  pump: {title: Pump}\n---\n"
                ]), { $0.allowed }
            ),
        ]
        for (report, count) in cases {
            #expect(report.findings.isEmpty)
            #expect(count(report.scope) == 1)
            #expect(report.scope.words != nil)
            let line = summary(report.findings, scope: report.scope, language: language)
            let words = ["en": "not judged", "fr": "non jugé", "de": "nicht beurteilt"]
            #expect(line.contains(words[language.rawValue] ?? "not judged"))
            for format in ReportFormat.allCases where format.saysScope {
                let bytes = rendered(report, as: format, language: language, isColoured: false, version: "1")
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(
                    text.contains("findingsOfRulesOff") || text.contains(report.scope.words!.text(language)),
                    "\(format)")
            }
        }
    }

    @Test func filesThatAreNotReadAreCounted() {
        #expect(Self.report(["notes.md": "# Notes\n\nAsk Ben.\n"]).scope.filesLeftOut == 1)
        #expect(Self.report(["map.svg": "<svg/>"]).scope.filesLeftOut == 0)
    }

    /// `exclude` takes files out before they are read: nothing of them is judged, and all of them are counted.
    @Test func filesThatAreExcludedAreCounted() {
        func plan(_ exclude: String) -> [String: String] {
            let plan = Self.files["plan.md"]!.replacing("classification:", with: "exclude: \(exclude)\nclassification:")
            return [
                "plan.md": plan, "drafts/new.md": "---\nkind: systems\nsystems: nothing yet\n---\n",
                "drafts/old.markdown": "---\nkind: people\n---\n", "drafts/deep/notes.md": "# Notes\n",
            ]
        }
        for exclude in ["drafts", "[drafts/]", "[drafts/**]", "['drafts/**/*.m*', more.md]"] {
            let report = Self.report(plan(exclude))
            #expect(report.findings.filter { $0.rule != "unused-system" }.map(\.message.english) == [], "\(exclude)")
            #expect(report.scope.filesExcluded >= 3 && report.scope.filesLeftOut == 0, "\(exclude)")
        }
        let near = Self.report(plan("[draft/**, drafts/*, plan.md]"))
        #expect(near.scope.filesExcluded == 3)
        let patterns = near.findings.filter { $0.rule == "unmatched-pattern" }
        #expect(patterns.map { near.sources.text($0.span) } == ["draft/**", "plan.md"])
        #expect(patterns.first?.fixes.first?.edits.first?.replacement == "drafts/**")
    }

    /// A link to a file that is left out leads its reader to nothing.
    @Test func aLinkToAnExcludedFileIsReported() {
        let plan = Self.files["plan.md"]!.replacing(
            "classification:", with: "exclude: [drafts, map.pdf]\nclassification:")
        let report = Self.report([
            "plan.md": plan + "\nSee [the new one](drafts/new.md) and [the map](map.pdf).\n",
            "drafts/new.md": "Nothing yet.\n", "map.pdf": "%PDF",
        ])
        #expect(
            report.findings.filter { $0.rule == "broken-link" }.map { report.sources.text($0.span) }
                == ["drafts/new.md", "map.pdf"])
    }

    /// An exception ends where what it covers ends: it hides no finding before, after or in another file.
    @Test(arguments: 0..<12) func anExceptionHidesOnlyWhatItCovers(_ place: Int) throws {
        // Twelve systems that nothing refers to, one of them excepted.
        var text = "---\nkind: systems\nsystems:\n"
        for index in 0..<12 {
            if index == place { text += "  # planc: allow unused-system: it comes next year\n" }
            text += "  pump-\(index): {title: Pump \(index)}\n"
        }
        let report = Self.report(["more.md": text + "---\n"])
        #expect(report.findings.count == 11)
        #expect(!report.findings.contains { $0.message.english.contains("'Pump \(place)'") })
        #expect(report.scope.allowed == 1)
    }

    /// The same in a body: the exception covers the block that follows it.
    @Test(arguments: 0..<5) func anExceptionInATextCoversOneBlock(_ place: Int) {
        var body = ""
        for index in 0..<5 {
            if index == place { body += "<!-- planc: allow raw-html: it is meant so -->\n\n" }
            body += "Door \(index) <b>opens</b> inwards.\n\n"
        }
        let report = Self.report([
            "more.md": "---\nkind: systems\nsystems:\n  pump: {title: Pump}\n---\n\n" + body
        ])
        let count = report.findings.count { $0.rule == "raw-html" }
        let each = Self.report([
            "more.md": "---\nkind: systems\nsystems:\n  pump: {title: Pump}\n---\n\nDoor <b>opens</b> inwards.\n"
        ]).findings.count { $0.rule == "raw-html" }
        #expect(count == each * 4)
        #expect(report.scope.allowed == each)
    }
}
