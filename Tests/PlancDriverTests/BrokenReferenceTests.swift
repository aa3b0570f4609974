import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

/// One slip, one finding: a reference of a real plan that is mistyped is told once, at its place, with the right name.
@Suite struct BrokenReferenceTests {
    static let today = CalendarDate(iso: "2026-11-21")!

    /// Files of a plan of the repository, by their path below `plan`.
    static let files: [String: [UInt8]] = {
        let loaded = load([packageFolder + "/Plans/valmereau"], in: DiskWorld())
        let prefix = packageFolder + "/Plans/valmereau/"
        return Dictionary(
            loaded.sources.files.map { ("plan/" + $0.path.dropFirst(prefix.count), $0.bytes) },
            uniquingKeysWith: { a, _ in a })
    }()

    @Test func everyKindOfReference() throws {
        let loaded = load(["plan"], in: MemoryWorld(Self.files, today: Self.today))
        let plan = try #require(loaded.plans.first?.plan)
        // A few of each kind of thing, spread over the plan.
        var chosen: [String: [(span: Span, id: String)]] = [:]
        for (index, reference) in plan.references.enumerated() where index % 37 == 5 {
            let source = loaded.sources.text(reference.span)
            guard source.hasSuffix(reference.target.id), reference.target.id.utf8.count > 5 else { continue }
            chosen[reference.target.kind.rawValue, default: []].append((reference.span, reference.target.id))
        }
        #expect(chosen.count > 6)
        for (kind, references) in chosen.sorted(by: { $0.key < $1.key }) {
            for reference in references.prefix(2) { try breaks(reference.span, reference.id, kind, loaded.sources) }
        }
    }

    func breaks(_ span: Span, _ id: String, _ kind: String, _ sources: SourceSet) throws {
        var files = Self.files
        let path = sources[span.file].path
        files[path]?.insert(UInt8(ascii: "x"), at: Int(span.upper))
        let report = check(load(["plan"], in: MemoryWorld(files, today: Self.today)), asOf: Self.today)
        let told = report.findings.map { "\(report.sources[$0.span.file].path): \($0.rule): \($0.message.english)" }
        #expect(told.count == 1, "\(kind) \(id) in \(path): \(told.joined(separator: "\n"))")
        let finding = try #require(report.findings.first)
        #expect(report.sources[finding.span.file].path == path)
        #expect(finding.span.lower <= span.lower && finding.span.upper == span.upper + 1, "\(kind) \(id)")
        let help = ([finding.caption].compactMap { $0 } + finding.help).map(\.english).joined()
        #expect(help.contains(id), "\(kind) \(id): \(help)")
    }

    /// Each slip in a small plan of its own: what is written, what is put in its place, and the one rule that tells it, at the
    /// line where it stands.
    @Test(arguments: [
        Slip("messages/thank-you.md", "kind: message", "kidn: message", "unknown-key"),
        Slip("messages/thank-you.md", "kind: message", "kind: mesage", "unknown-kind"),
        Slip("messages/thank-you.md", "kind: message\n", "", "missing-kind", line: 1),
        Slip("roles.md", "kind: roles", "kind: role-list", "unknown-kind"),
        Slip("roles.md", "roles:\n", "rolse:\n", "unknown-key"),
        Slip("people.md", "people:\n", "poeple:\n", "unknown-key"),
        Slip("roles.md", "roles:\n", "list:\n", "unknown-key", "missing-key"),
        Slip("messages/thank-you.md", "audiences:", "audeinces:", "unknown-key"),
        Slip("messages/thank-you.md", "phase: after", "phase: afetr", "unknown-value"),
        Slip("messages/thank-you.md", "phase: after", "phase: last", "unknown-value"),
        Slip("messages/farms-wait.md", "audiences: farms", "audiences: cows-and-goats", "unknown-audience"),
        Slip("messages/farms-wait.md", "channels: [mobile, text]", "channels: [drum, text]", "unknown-channel"),
        Slip(
            "messages/farms-wait.md", "scenarios: [contaminated-batch, fire]", "scenarios: earthquake",
            "unknown-scenario"),
        Slip("channels.md", "operated-by: deliveries", "operated-by: nobody-we-know", "unknown-role"),
        Slip("channels.md", "operated-by: deliveries", "operaetd-by: deliveries", "unknown-key"),
        Slip("people.md", "verified: 2026-11-02", "verified: 2026-13-45", "malformed-date"),
        Slip("people.md", "verified: 2026-11-02", "verified: 02/11/26", "malformed-date"),
        Slip("drills.md", "date: 2026-10-20", "date: last autumn", "malformed-date"),
        Slip("roles.md", "deputies: [ruth-pascoe]", "deputies: [somebody-else]", "unknown-person"),
        Slip("plan.md", "last: 2026-11-02", "last: recently", "malformed-date"),
        Slip("checklists/fire.md", "T+1h @farms", "T+2x @farms", "malformed-offset"),
        Slip("checklists/fire.md", "T+1h @farms", "T+60mn @farms", "malformed-offset"),
        Slip("checklists/fire.md", "T+1h @farms", "T+1h @cowherds", "unknown-role"),
        Slip("checklists/fire.md", "T+2h every 24h @voice", "T+2h every 24x @voice", "malformed-duration"),
        Slip("checklists/fire.md", "(../messages/farms-wait.md)", "(../messages/quite-another.md)", "broken-link"),
        Slip("messages/staff-now.md", "{{ next-time }}", "{{ time-of-the-next-word }}", "unknown-field"),
        Slip("messages/staff-now.md", "{{ order }}", "{{ order", "malformed-placeholder"),
        Slip("fields.md", "covers: advice", "covers: avdice", "unknown-value"),
        Slip("fields.md", "covers: advice", "covers: kindness", "unknown-value"),
    ])
    func oneSlipOneFinding(_ slip: Slip) throws {
        let (files, line) = try slip.files()
        let report = check(load(["plan"], in: MemoryWorld(files, today: Self.today)), asOf: Self.today)
        let told = report.findings.map { "\(report.sources[$0.span.file].path): \($0.rule): \($0.message.english)" }
        #expect(report.findings.map(\.rule).sorted() == slip.rules.sorted(), "\(slip): \(told.joined(separator: "\n"))")
        let finding = try #require(report.findings.first { $0.rule == slip.rules[0] })
        #expect(report.sources[finding.span.file].path == "plan/" + slip.path)
        let before = report.sources[finding.span.file].bytes[..<Int(finding.span.lower)]
        #expect(before.count { $0 == UInt8(ascii: "\n") } + 1 == line, "\(slip)")
    }
}

/// One thing written wrong in the plan of the dairy.
struct Slip: Sendable, CustomTestStringConvertible {
    var path: String
    var right: String
    var wrong: String
    var rules: [String]
    var line: Int?

    init(_ path: String, _ right: String, _ wrong: String, _ rules: String..., line: Int? = nil) {
        (self.path, self.right, self.wrong, self.rules, self.line) = (path, right, wrong, rules, line)
    }

    var testDescription: String { "\(path): \(wrong)" }

    private static let plan: [String: [UInt8]] = {
        let loaded = load([packageFolder + "/Plans/harbour-dairy"], in: DiskWorld())
        let prefix = packageFolder + "/Plans/harbour-dairy/"
        return Dictionary(
            loaded.sources.files.map { ("plan/" + $0.path.dropFirst(prefix.count), $0.bytes) },
            uniquingKeysWith: { a, _ in a })
    }()

    /// The plan with the slip, and the line that it stands in.
    func files() throws -> (files: [String: [UInt8]], line: Int) {
        var files = Self.plan
        let text = String(decoding: try #require(files["plan/" + path]), as: UTF8.self)
        let place = try #require(text.firstRange(of: right), "the plan no longer has '\(right)'")
        files["plan/" + path] = Array((text[..<place.lowerBound] + wrong + text[place.upperBound...]).utf8)
        return (files, line ?? text[..<place.lowerBound].count { $0.isNewline } + 1)
    }
}
