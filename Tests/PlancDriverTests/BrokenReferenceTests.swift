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
            loaded.sources.files.map { ("plan/" + $0.path.dropFirst(prefix.count), $0.bytes) }, uniquingKeysWith: { a, _ in a })
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
}
