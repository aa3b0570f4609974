import PlancAnalysis
import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// Stages of obligations by the titles that the plan gives them, in the language of each page.
@Suite struct StageTitlesTests {
    private static let plan: Plan = {
        let stages = """
            - {name: first-call, title: {en: call to the desk, fr: appel au guichet}, deadline: 72h, from: awareness, contents: [facts]}
                  - {name: final-paper, title: {en: closing letter, fr: lettre de clôture}, deadline: 1mo, from: first-call}
                  - {name: copy-to-board, due: {with: final-paper}}
            """
        let written = SamplePlan.laid["obligations.md"]!
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.firstIndex { $0.contains("{name: notification") }!
        let steps = SamplePlan.laid.mapValues { $0.replacing("data-loss/notification", with: "data-loss/first-call") }
        let own = (lines[..<first] + ["      " + Substring(stages)] + lines[(first + 2)...]).joined(separator: "\n")
            .replacing("title: Loss of readers' data", with: "title: {en: Loss of data, fr: Perte de données}")
        return SamplePlan.bound(steps.merging(["obligations.md": own]) { $1 })
    }()

    private func words(_ document: Document) -> String {
        String(decoding: emitText(document), as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    @Test(arguments: [
        ("en", "Call to the desk", "after: call to the desk", "together with: closing letter"),
        ("fr", "Appel au guichet", "après : appel au guichet", "avec : lettre de clôture"),
    ]) func theNoticeNamesItsStages(_ locale: String, _ heading: String, _ after: String, _ with: String) {
        let page = words(obligationDocument("data-loss", in: Self.plan, locale: Locale(locale)))
        for part in [heading, after, with] { #expect(page.contains(part), "\(part): \(page)") }
        // One without a title goes by the words of its name.
        #expect(page.contains("Copy to board"), "\(page)")
        #expect(!page.contains("first call") && !page.contains("final paper"), "\(page)")
    }

    @Test func noPageHasTheWordsOfAnIDInstead() {
        var named: Set<String> = []
        for page in lower(Self.plan) {
            let words = words(page.document)
            #expect(!words.contains("first call") && !words.contains("final paper"), "\(page.path)")
            for title in ["call to the desk", "appel au guichet", "closing letter", "lettre de clôture"]
            where words.lowercased().contains(title) {
                named.insert(title)
            }
        }
        #expect(named.count == 4, "\(named)")
    }

    @Test func aSimulationNamesThem() {
        let simulation = Simulation(plan: Self.plan, situation: Situation(scenario: "flood"))
        let report = words(simulationDocument(simulation, locale: Locale("fr")))
        #expect(report.contains("appel au guichet"), "\(report)")
        #expect(!report.contains("first call"), "\(report)")
    }
}
