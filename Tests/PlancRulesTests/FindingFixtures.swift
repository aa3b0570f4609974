import PlancDiagnostics
import PlancDriver
import TestSupport
import Testing

/// How each rule's finding reads, in both languages: `Fixtures/Findings/<rule>.out`.
@Suite struct FindingFixtures {
    static let rules = rulesInOrder.filter { !$0.rejects.isEmpty }.map { $0.name }

    @Test(arguments: rules)
    func reads(_ name: String) throws {
        let rule = try #require(rulesInOrder.first { $0.name == name })
        let report = ExampleRun(rule.rejects[0], shape: .plain).report()
        var text = ""
        for language in Language.allCases {
            var human = HumanReport(sources: report.sources, language: language, isColoured: false)
            for finding in report.findings where finding.rule == name { text += human.text(finding) }
        }
        expectGolden(text, "Findings/\(name).out")
    }

    @Test func noFixtureIsOrphaned() {
        let known = Set(Self.rules.map { $0 + ".out" })
        let world = DiskWorld()
        let files = (try? world.entries(of: packageFolder + "/Tests/Fixtures/Findings"))?.map(\.name) ?? []
        #expect(Set(files).subtracting(known).isEmpty)
    }
}
