import PlancDiagnostics
import PlancModel
import PlancSource
import Testing

@testable import PlancDriver

/// Files that come and go change neither the numbers of the others nor what is found in them.
@Suite struct FileNumberTests {
    private static let day = CalendarDate(iso: "2026-11-21")!
    private static let faulty = "---\nkind: snippet\ntitle: X\n---\n\n{{ nothing }} and @nobody.\n"

    private func report(_ files: [String: String], _ ids: FileIDs?) -> [String] {
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", Array($0.value.utf8)) }), today: Self.day)
        let report = check(load(["plan"], in: world, ids: ids), asOf: Self.day)
        return report.findings.map { "\($0.rule) \(report.sources[$0.span.file].path) \($0.span.lower)" }
    }

    @Test func aFileKeepsItsNumber() {
        let ids = FileIDs()
        let first = ids.id(of: "plan/b.md")
        _ = ids.id(of: "plan/a.md")
        #expect(ids.id(of: "plan/b.md") == first)
        #expect(ids.id(of: "plan/c.md") == FileID(2))
    }

    @Test func findingsAreTheSameWhateverTheNumbers() {
        let ids = FileIDs()
        var files = ExamplePlan.files
        files["snippets/m.md"] = Self.faulty
        #expect(report(files, ids) == report(files, nil))
        // A file before all others, and one that is gone: numbers are no longer in the order of paths.
        files["a.md"] = Self.faulty
        files["messages/ready.md"] = nil
        let found = report(files, ids)
        #expect(found == report(files, nil))
        #expect(found.first?.contains("plan/a.md") == true)
    }
}
