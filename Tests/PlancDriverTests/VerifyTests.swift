import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancModel
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
            try OutputFolder("plan", in: folder).replace(with: compile(plan, options).files, known: nil)
            try body(folder + "/plan")
        }
    }

    func told(_ folder: String) throws -> [String] {
        try verify(folder, in: DiskWorld()).differences.map { "\($0.kind) \($0.path)" }
    }

    @Test func anOutputAsCompiledIsWhole() throws {
        try compiled { folder in
            let verification = try verify(folder, in: DiskWorld())
            #expect(verification.differences == [])
            #expect(verification.signature == .none)
        }
    }

    @Test func everyDifferenceIsReported() throws {
        try compiled { folder in
            writeFile(Array("changed".utf8), folder + "/en/contacts/all.txt")
            removeTree(folder + "/en/checklists/flood.txt")
            writeFile([], folder + "/en/extra.txt")
            makeFolder(folder + "/en/empty/folder")
            let found = try told(folder)
            #expect(
                found == [
                    "missing en/checklists/flood.txt", "changed en/contacts/all.txt", "unexpected en/empty",
                    "unexpected en/empty/folder", "unexpected en/extra.txt",
                ])
        }
    }

    @Test func aLinkIsNoFile() throws {
        try compiled { folder in
            // The same bytes, at a place that somebody else may write to.
            rename(folder + "/plan.json", folder + ".json")
            symlink(folder + ".json", folder + "/plan.json")
            rename(folder + "/en/contacts", folder + "-contacts")
            symlink(folder + "-contacts", folder + "/en/contacts")
            mkfifo(folder + "/pipe", 0o600)
            let found = try told(folder)
            #expect(found.contains("notAFile plan.json"))
            #expect(found.contains("missing en/contacts/all.txt"))
            #expect(found.contains("unexpected pipe"))
        }
    }

    /// The manifests of others, and those that planc cannot have written.
    @Test(arguments: [
        "", "{}", "[]", "null", "{\"name\": \"Web app\", \"icons\": []}",
        "{\"files\": [{\"path\": \"a\", \"size\": -5}]}",
        String(repeating: "[", count: 100_000), "\u{FEFF}{}",
    ])
    func aForeignManifestIsAnError(_ text: String) throws {
        try withTemporaryFolder { folder in
            writeFile(Array(text.utf8), folder + "/manifest.json")
            do throws(VerifyError) {
                _ = try verify(folder, in: DiskWorld())
                Issue.record("it is taken for planc's")
            } catch {
                guard case .manifest(.foreign) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test func aSizeBelowNothingIsAnError() throws {
        try compiled { folder in
            let text = String(decoding: try #require(readFile(folder + "/manifest.json")), as: UTF8.self)
            let place = try #require(text.firstRange(of: "\"size\": "))
            let end = text[place.upperBound...].firstIndex(of: ",") ?? text.endIndex
            for size in ["-5", "9223372036854775807", "1e9", "99999999999999999999999"] {
                let changed = text[..<place.upperBound] + size + text[end...]
                writeFile(Array(changed.utf8), folder + "/manifest.json")
                #expect(throws: VerifyError.self) { try verify(folder, in: DiskWorld()) }
            }
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
