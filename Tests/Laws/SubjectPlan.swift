import PlancDiagnostics
import PlancDriver
import PlancModel
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A plan that the laws are tried on: its files by path below the plan's folder. A law changes a copy and looks at what
/// planc says of it.
struct SubjectPlan: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String: [UInt8]]

    var testDescription: String { name }

    /// The day on which the plans of `Plans` are judged.
    static let day = CalendarDate(iso: "2026-11-21")!

    /// The two plans of `Plans`.
    static let examples = ["harbour-dairy", "valmereau"].map { name in
        SubjectPlan(name: name, files: filesBelow("\(packageFolder)/Plans/\(name)"))
    }

    /// What planc says of the plan.
    func check() -> Report {
        PlancDriver.check(load(["plan"], in: MemoryWorld(world, today: Self.day)), asOf: Self.day)
    }

    /// Its files in a folder `plan`.
    var world: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", $0.value) }) }

    /// The same plan with one file's text replaced.
    func with(_ path: String, _ text: String) -> SubjectPlan {
        var changed = self
        changed.files[path] = Array(text.utf8)
        return changed
    }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// Its Markdown files, in order.
    var sources: [String] { files.keys.filter { $0.hasSuffix(".md") }.sorted() }

    private static func filesBelow(_ folder: String, prefix: String = "") -> [String: [UInt8]] {
        guard let handle = opendir(folder) else { return [:] }
        defer { closedir(handle) }
        var files: [String: [UInt8]] = [:]
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) {
                files.merge(filesBelow("\(folder)/\(name)", prefix: "\(prefix)\(name)/")) { first, _ in first }
            } else {
                files[prefix + name] = readFile("\(folder)/\(name)")
            }
        }
        return files
    }
}

/// What every law rests on: the plans as they are give nothing to report.
@Suite struct SubjectPlanTests {
    @Test(arguments: SubjectPlan.examples) func thePlansAreClean(plan: SubjectPlan) {
        #expect(plan.sources.count > 20)
        #expect(plan.check().findings.map(\.message.english) == [])
    }
}
