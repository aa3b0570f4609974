import PlancDiagnostics
import PlancDriver
import PlancModel
import TestSupport
import Testing

@Suite struct VerifyTests {
    /// The example plan compiled as text into a folder of its own.
    func compiled(_ body: (String) throws -> Void) throws {
        let today = CalendarDate(iso: ExamplePlan.today)!
        let files = Dictionary(uniqueKeysWithValues: ExamplePlan.files.map { ("plan/\($0.key)", Array($0.value.utf8)) })
        let report = check(load(["plan"], in: MemoryWorld(files, today: today)), asOf: today)
        var options = BuildOptions()
        options.formats = [.text, .html]
        let plan = try #require(report.plans.first)
        try withTemporaryFolder { folder in
            try OutputWriter(folder: folder).replace("plan", with: compile(plan, options).files)
            try body(folder + "/plan")
        }
    }

    @Test func anOutputAsCompiledIsWhole() throws {
        try compiled { folder in
            let differences = try verify(folder, in: DiskWorld())
            #expect(differences == [])
        }
    }

    @Test func everyDifferenceIsTold() throws {
        try compiled { folder in
            writeFile(Array("changed".utf8), folder + "/en/contacts/all.txt")
            removeTree(folder + "/en/checklists/flood.txt")
            writeFile([], folder + "/en/extra.txt")
            let differences = try verify(folder, in: DiskWorld()) ?? []
            #expect(
                differences.map { "\($0.kind) \($0.path)" } == [
                    "missing en/checklists/flood.txt", "changed en/contacts/all.txt", "unexpected en/extra.txt",
                ])
        }
    }

    @Test func twoBuildsGiveTheSameBytes() throws {
        var first: [String: [UInt8]] = [:]
        try compiled { folder in
            for path in ["manifest.json", "plan.json", "en/index.html", "en/checklists/flood.txt"] {
                first[path] = readFile("\(folder)/\(path)")
            }
        }
        try compiled { folder in
            for (path, bytes) in first { #expect(readFile("\(folder)/\(path)") == bytes, "\(path)") }
        }
        #expect(first.count == 4)
    }
}
