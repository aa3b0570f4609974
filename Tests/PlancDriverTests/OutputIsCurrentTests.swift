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

/// `Output` holds what `Plans` compile to in the text formats; `PLANC_UPDATE=1` writes it anew and fails all the same.
@Suite struct OutputIsCurrentTests {
    @Test func thePlansOfTheRepositoryAreCleanAndTheirOutputIsCurrent() throws {
        let today = try #require(CalendarDate(iso: "2026-11-21"))
        let report = check(load([packageFolder + "/Plans"], in: DiskWorld()), asOf: today)
        #expect(report.findings.map { "\($0.rule): \($0.message.english)" } == [])
        #expect(report.plans.map(\.name) == ["harbour-dairy", "valmereau"])
        for plan in report.plans { compare(plan, report.scopes[plan.folder]) }
    }

    /// - Parameter scope: what was judged, which the packs say as in a build.
    func compare(_ plan: Plan, _ scope: JudgedScope?) {
        var options = BuildOptions()
        options.lowering.notJudged = scope?.words
        options.formats = [.text]
        let folder = "\(packageFolder)/Output/\(plan.name)"
        var differing: [String] = []
        var made: Set<String> = []
        for file in compile(plan, options).files where file.path != "manifest.json" {
            made.insert(file.path)
            if readFile("\(folder)/\(file.path)") == file.bytes { continue }
            differing.append(file.path)
            if getenv("PLANC_UPDATE") != nil { writeFile(file.bytes, "\(folder)/\(file.path)") }
        }
        for path in files(below: folder) where !made.contains(path) && isText(path) {
            differing.append(path)
            if getenv("PLANC_UPDATE") != nil { removeTree("\(folder)/\(path)") }
        }
        #expect(
            differing.isEmpty, "\(differing.count) files of Output/\(plan.name) are not what its sources compile to")
    }

    /// PDF, HTML and the manifest that names them are built, not kept.
    func isText(_ path: String) -> Bool {
        !path.hasSuffix(".pdf") && !path.hasSuffix(".html") && !path.hasSuffix("manifest.json")
    }

    func files(below folder: String) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let below = waiting.popLast() {
            for entry in (try? DiskWorld().entries(of: below.isEmpty ? folder : folder + "/" + below)) ?? [] {
                let path = below.isEmpty ? entry.name : below + "/" + entry.name
                if entry.kind == .folder { waiting.append(path) } else { found.append(path) }
            }
        }
        return found
    }
}
