import PlancDiagnostics
import PlancModel
import PlancSource
import Testing

@testable import PlancDriver

/// A path that cannot be read is in every report that has a place for it, and nothing found is not nothing to report.
@Suite struct UnreadPathTests {
    private static let day = CalendarDate(iso: "2026-12-01")!
    private static let report = check(load(["nowhere"], in: MemoryWorld([:], today: day)), asOf: day)

    @Test(arguments: [ReportFormat.json, .sarif, .junit, .github, .gitlab, .rdjsonl])
    func everyFormatNamesIt(_ format: ReportFormat) {
        let text = String(
            decoding: rendered(Self.report, as: format, language: .english, isColoured: false, version: "0"),
            as: UTF8.self)
        #expect(text.contains("nowhere") && text.contains("there is no such file or folder"))
    }

    @Test func theSummarySaysIt() {
        let report = Self.report
        let words = summary(report.findings, unread: report.unread.count, language: .english)
        #expect(words == "1 path could not be read")
        let page = stepSummary(report.findings, sources: report.sources, unread: report.unread, language: .english)
        #expect(page.contains("nowhere") && !page.contains("nothing to report"))
    }
}
