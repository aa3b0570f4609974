import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import Testing

/// The law *fixes*: every fix that planc offers, applied as its JSON says, makes its finding go and none worse come; a fix stays
/// inside the file, and fixes made twice are fixes made once.
@Suite struct FixesTests {
    /// Each rejected example of each rule, over the example plan.
    static let examples = rulesInOrder.flatMap { rule in
        rule.rejects.filter { !$0.hasEscapes }.map { example in
            FixSubject(name: "\(rule.name): \(example.title.english)", example: example)
        }
    }
    /// Slips that people make, in what `init` writes.
    static let slips = ["en", "fr", "de"].flatMap { locale in
        let plan = SubjectPlan.starter(locale, .shop)
        return SlipTable.slips(in: plan).map { slip in
            FixSubject(name: slip.testDescription, files: slip.applied(to: plan).files, day: SubjectPlan.day)
        }
    }

    @Test func everyFixOfTheExamplesWorks() {
        judge(LawSize.sample(Self.examples, 40))
    }

    @Test func everyFixOfASlipWorks() {
        judge(LawSize.sample(Self.slips, 15))
    }

    /// A sign of front matter that is missing is told once, where it is, and what is offered for it brings the plan back.
    @Test(arguments: ["en", "fr", "de"]) func signsOfFrontMatter(_ locale: String) {
        let subject = SlipSubject(locale: locale)
        for entry in SlipTable.brackets {
            guard let slip = SlipTable.slip(entry, in: subject.plan) else { continue }
            let answer = subject.answer(to: slip)
            #expect(answer.new.count == 1 && answer.isAtPlace, "\(slip): \(answer.new.map(\.message.english))")
        }
        judge(
            SlipTable.brackets.compactMap { SlipTable.slip($0, in: subject.plan) }.map { slip in
                FixSubject(
                    name: slip.testDescription, files: slip.applied(to: subject.plan).files, day: SubjectPlan.day)
            })
    }

    /// What a rule offers once it goes on offering.
    @Test func noRuleLosesItsFix() {
        let offered = parallelMap(Self.examples) { Set($0.report().findings.filter { !$0.fixes.isEmpty }.map(\.rule)) }
        let missing = Self.rulesWithFixes.subtracting(offered.reduce(into: []) { $0.formUnion($1) })
        #expect(missing.isEmpty)
    }

    private func judge(_ subjects: [FixSubject]) {
        for complaint in parallelMap(subjects, transform: { $0.complaints() }).joined() { Issue.record("\(complaint)") }
    }

    static let rulesWithFixes: Set<String> = [
        "broken-link", "costly-character", "hidden-character",
        "malformed-directive", "malformed-duration",
        "malformed-front-matter", "malformed-heading", "malformed-id", "malformed-link", "malformed-locale",
        "malformed-offset",
        "malformed-step", "unknown-audience", "unknown-channel", "unknown-field", "unknown-key",
        "unknown-kind", "unknown-message", "unknown-obligation", "unknown-person", "unknown-role",
        "unknown-snippet", "unknown-value", "cut-value", "conflict-marker",
    ]
}

/// A plan with something to fix.
struct FixSubject: Sendable {
    var name: String
    var files: [String: [UInt8]]
    var day: CalendarDate

    init(name: String, files: [String: [UInt8]], day: CalendarDate) {
        self.name = name
        self.files = files
        self.day = day
    }

    init(name: String, example: Example) {
        var texts = ExamplePlan.files.mapValues { Optional($0) }
        for (path, text) in example.files { texts[path] = text }
        files = texts.compactMapValues { text in
            text.map { Array($0.replacing("⟦", with: "").replacing("⟧", with: "").utf8) }
        }
        self.name = name
        day = CalendarDate(iso: example.asOf ?? ExamplePlan.today)!
    }

    private func world(_ files: [String: [UInt8]]) -> MemoryWorld {
        MemoryWorld(Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", $0.value) }), today: day)
    }

    func report(_ changed: [String: [UInt8]]? = nil) -> Report {
        check(load(["plan"], in: world(changed ?? files)), asOf: day)
    }

    /// What is wrong with the fixes that are offered for the plan.
    func complaints() -> [String] {
        let before = report()
        var complaints: [String] = []
        let json = jsonReport(before.findings, sources: before.sources, language: .english)
        for (place, finding) in before.findings.enumerated() {
            for (number, fix) in fixes(ofFinding: place, in: json).enumerated() {
                let what = "\(name): \(finding.rule) “\(finding.fixes[number].title.english)”"
                guard let changed = applied(fix) else {
                    complaints.append("\(what): outside the file")
                    continue
                }
                let after = report(changed)
                let (gone, worse) = compare(before, after, finding)
                if !gone { complaints.append("\(what): the finding is still there") }
                for finding in worse {
                    complaints.append("\(what): now \(finding.rule): \(finding.message.english)")
                }
            }
        }
        for level in FixLevel.allCases {
            let made = fixedUntilStable(in: world(files), level: level) { check(load(["plan"], in: $0), asOf: day) }
            if !fixed(made.report, level: level).isEmpty {
                complaints.append("\(name): \(level) fixes do not come to an end")
            }
            for file in made.files where file.before == file.after { complaints.append("\(name): nothing fixed") }
        }
        return complaints
    }

    private func compare(_ before: Report, _ after: Report, _ finding: Finding) -> (gone: Bool, worse: [Finding]) {
        func key(_ finding: Finding, _ report: Report) -> String {
            "\(finding.rule) \(report.sources[finding.span.file].path) \(finding.message.english)"
        }
        // A title that is read whole at last changes the words of other findings, not their number.
        func kind(_ finding: Finding, _ report: Report) -> String {
            "\(finding.rule) \(report.sources[finding.span.file].path)"
        }
        var left: [String: Int] = [:]
        for finding in before.findings { left[kind(finding, before), default: 0] += 1 }
        let own = key(finding, before)
        let count = after.findings.count { key($0, after) == own }
        var new: [Finding] = []
        for finding in after.findings {
            let kind = kind(finding, after)
            if let count = left[kind], count > 0 { left[kind] = count - 1 } else { new.append(finding) }
        }
        // A value that is read at last may be judged: what comes is worse only when it is an error about how things are written.
        let worse = new.filter { $0.severity > finding.severity || ($0.severity == .error && isAboutWriting($0)) }
        return (count < before.findings.count { key($0, before) == own }, worse)
    }

    private func isAboutWriting(_ finding: Finding) -> Bool {
        rulesInOrder.first { $0.name == finding.rule }.map { $0.group == .reading || $0.group == .binding } ?? false
    }

    // MARK: As JSON says

    private struct Edit {
        var path: String
        var start: (line: Int, column: Int)
        var end: (line: Int, column: Int)
        var replacement: String
    }

    private func fixes(ofFinding place: Int, in json: JSON) -> [[Edit]] {
        guard case .array(let findings)? = json["findings"], case .array(let fixes)? = findings[place]["fixes"] else {
            return []
        }
        return fixes.map { fix in
            guard case .array(let edits)? = fix["edits"] else { return [] }
            return edits.compactMap { edit in
                guard case .string(let path)? = edit["path"], case .int(let line)? = edit["line"],
                    case .int(let column)? = edit["column"], case .int(let endLine)? = edit["endLine"],
                    case .int(let endColumn)? = edit["endColumn"], case .string(let text)? = edit["replacement"]
                else { return nil }
                return Edit(path: path, start: (line, column), end: (endLine, endColumn), replacement: text)
            }
        }
    }

    /// The files with the edits made; nil when one is outside its file.
    private func applied(_ edits: [Edit]) -> [String: [UInt8]]? {
        var files = files
        for (path, edits) in Dictionary(grouping: edits, by: \.path) {
            let relative = String(path.dropFirst("plan/".count))
            guard var bytes = files[relative] else { return nil }
            let index = LineIndex(SourceFile(path: path, bytes: bytes))
            var ranges: [(range: Range<Int>, text: String)] = []
            for edit in edits {
                guard let lower = offset(edit.start, index, bytes), let upper = offset(edit.end, index, bytes),
                    lower <= upper
                else { return nil }
                ranges.append((lower..<upper, edit.replacement))
            }
            for (range, text) in ranges.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
                bytes.replaceSubrange(range, with: Array(text.utf8))
            }
            files[relative] = bytes
        }
        return files
    }

    /// Of a line and column from 1, columns in characters as people see them.
    private func offset(_ place: (line: Int, column: Int), _ index: LineIndex, _ bytes: [UInt8]) -> Int? {
        guard (1...index.starts.count).contains(place.line) else { return nil }
        let start = index.starts[place.line - 1]
        let end = place.line < index.starts.count ? index.starts[place.line] : bytes.count
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard place.column - 1 <= text.count else { return nil }
        return start + text.prefix(place.column - 1).utf8.count
    }
}

extension JSON {
    fileprivate subscript(_ key: String) -> JSON? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }
}
