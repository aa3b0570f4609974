import PlancAnalysis
import PlancDiagnostics
import PlancDocument
import PlancDriver
import PlancLowering
import PlancModel
import PlancText
import Testing

@Suite struct SimulationReportTests {
    private func plan(changing texts: [String: String] = [:]) throws -> Plan {
        let all = ExamplePlan.files.merging(texts) { $1 }
        let files = Dictionary(uniqueKeysWithValues: all.map { ("example/" + $0, Array($1.utf8)) })
        let world = MemoryWorld(files, today: try #require(CalendarDate(iso: ExamplePlan.today)))
        return try #require(load(["example"], in: world).plans.first?.plan)
    }

    private func text(_ document: Document) -> String { String(decoding: emitText(document), as: UTF8.self) }

    @Test func aPersonReadsWhoIsLeftAndWhy() throws {
        let situation = Situation(scenario: "flood", without: ["mobile-network"], absent: ["ada"])
        let document = simulationDocument(Simulation(plan: try plan(), situation: situation), locale: Locale("en"))
        let report = text(document)
        for words in [
            "Flood", "The plan fails here", "Mobile network", "Ada Marsh", "Mail server", "no way", "Director",
        ] {
            #expect(report.contains(words), "\(words)\n\(report)")
        }
    }

    @Test func theDayOfT0IsToldWhereItIsGiven() throws {
        let plan = try plan()
        func report(_ locale: String, _ day: String?) -> String {
            let simulation = Simulation(
                plan: plan, situation: Situation(scenario: "flood"), activation: day.flatMap { CalendarDate(iso: $0) })
            return text(simulationDocument(simulation, locale: Locale(locale))).replacing("\u{A0}", with: " ")
        }
        #expect(report("en", "2026-12-24").contains("T0: Thursday 24 December 2026, 00:00."))
        #expect(report("fr", "2026-12-24").contains("T0 : jeudi 24 décembre 2026, "))
        #expect(!report("en", nil).contains("T0: "))
    }

    @Test func theMapTellsInWordsAllThatItDraws() throws {
        let document = simulationDocument(
            Simulation(plan: try plan(), situation: Situation(scenario: "flood")), locale: Locale("fr"))
        let drawings = document.blocks.compactMap { block in
            if case .drawing(let drawing) = block { drawing } else { nil }
        }
        let map = try #require(drawings.first)
        #expect(map.alternative.contains("Readers\u{A0}: Text message et Website."))
        #expect(map.shapes.count > 8)
        // The mail server is back after eight hours: a second map tells so. The timeline is the last.
        #expect(drawings.count == 3)
        #expect(map.title == "Quels canaux atteignent qui à T0 et T+4\u{A0}h")
        #expect(drawings[1].title == "Quels canaux atteignent qui à T+24\u{A0}h")
        #expect(drawings[1].alternative.contains("E-mail (une fois rétabli"), "\(drawings[1].alternative)")
        #expect(document.allWords.contains("comme à T0"))
        #expect(text(document).contains("Le plan tient"))
    }

    @Test func ofAPlanWithErrorsNobodyKnowsWhetherItHolds() throws {
        let simulation = Simulation(plan: try plan(), situation: Situation(scenario: "flood"))
        let report = text(simulationDocument(simulation, locale: Locale("en"), errors: 2))
        #expect(report.contains("Whether the plan holds is not known") && report.contains("The plan has 2 errors"))
        #expect(!report.contains("The plan holds"))
    }

    /// `check` warns of a duty that one answer alone meets in time, and the report says the same.
    @Test(arguments: [(at: "T+2h", holds: true), (at: "T+30h", holds: false)])
    func aDutyThatOneAnswerMeetsIsMetIfItIsGiven(at time: String, holds: Bool) throws {
        let plan = try plan(
            changing: [
                "scenarios.md": ExamplePlan.files["scenarios.md"]?.replacing(
                    "activated-by: director",
                    with: "activated-by: director\n    obligations: [council]\n"
                        + "    starts: {awareness: T0}") ?? "",
                "obligations.md": """
                ---
                kind: obligations
                obligations:
                  council:
                    title: Tell the council
                    authority: Riverside Council
                    stages: [{name: notice, deadline: 24h, from: awareness}]
                ---
                """,
                "checklists/council.md": """
                ---
                kind: checklist
                title: The council
                scenarios: flood
                phase: during
                ---

                - [ ] \(time) @director ? Is the archive wet
                  - yes: call the council: [](obligation:council/notice)
                  - no: go on
                """,
            ])
        let simulation = Simulation(plan: plan, situation: Situation(scenario: "flood"))
        #expect(simulation.holds == holds && simulation.metIfAnswered.count == (holds ? 1 : 0))
        let report = text(simulationDocument(simulation, locale: Locale("en"))).replacing("\u{A0}", with: " ")
            .split { " \n|".contains($0) }.joined(separator: " ")
        #expect(report.contains("The plan fails here") == !holds, "\(report)")
        #expect(report.contains("Duties that are not met in time: Tell the council") == !holds)
        #expect(
            report.contains("Duties met only if a decision is answered so: Tell the council – notice (if “yes”).")
                == holds,
            "\(report)")
    }

    @Test func theMatrixDoubtsAPlanWithErrors() throws {
        let plan = try plan()
        let matrix = SimulationMatrix(plan: plan)
        let report = text(simulationMatrixDocument(matrix, plan: plan, locale: Locale("en"), errors: 1))
        #expect(report.contains("The plan has 1 error"))
        #expect(!text(simulationMatrixDocument(matrix, plan: plan, locale: Locale("en"))).contains("planc check"))
    }

    @Test func headingsAreInTheLanguageAskedFor() throws {
        let situation = Situation(scenario: "flood", absent: ["ada"])
        let simulation = Simulation(plan: try plan(), situation: situation)
        let document = simulationDocument(simulation, locale: Locale("en"), speech: Locale("fr"))
        #expect(document.locale == "fr" && document.title.hasPrefix("Simulation"))
        #expect(text(document).contains("Le plan"))
    }

    @Test func theMatrixHasAColumnAScenario() throws {
        let plan = try plan()
        let document = simulationMatrixDocument(SimulationMatrix(plan: plan), plan: plan, locale: Locale("en"))
        let report = text(document)
        #expect(report.contains("Flood") && report.contains("2/3 *") && report.contains("0/"))
        // What is less than on an ordinary day has a sign of its own, also where italics are not seen.
        #expect(document.blocks.flatMap(\.runs).plainText.contains("↓\u{A0}2/3"))
        #expect(document.blocks.flatMap(\.runs).allSatisfy { !$0.style.contains(.emphasis) })
    }
}
