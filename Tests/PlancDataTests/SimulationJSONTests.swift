import PlancAnalysis
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@Suite struct SimulationJSONTests {
    private func plan() throws -> Plan {
        let files = Dictionary(uniqueKeysWithValues: ExamplePlan.files.map { ("example/" + $0, Array($1.utf8)) })
        let world = MemoryWorld(files, today: try #require(CalendarDate(iso: ExamplePlan.today)))
        return try #require(load(["example"], in: world).plans.first?.plan)
    }

    @Test func theShapeIsTheDocumentedOne() throws {
        let situation = Situation(scenario: "flood", without: ["mobile-network"], absent: ["ada"])
        let json = String(
            decoding: simulationJSON(Simulation(plan: try plan(), situation: situation)), as: UTF8.self)
        let flat = json.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined()
        for piece in [
            #""scenario": "flood""#, #""without": ["mobile-network"]"#, #""absent": ["ada"]"#,
            #"{"id": "mail-server","manner": "down","because": [],"until": "T+8h"}"#,
            #"{"id": "mail","manner": "down","because": ["mail-server"],"until": "T+8h"}"#,
            #"{"at": "T+1d","systems": [{"id": "mobile-network","manner": "down"}]"#,
            #""id": "readers","affected": true,"reachable": false,"channels": []"#,
            #"{"id": "press","reachable": false,"people": []}"#,
            #"{"id": "ada","reachable": false,"channels": []}"#,
            #"{"checklist": "flood","phase": "during","at": "T+30min","roles": ["director"],"staffed": false}"#,
            #""route": null"#, #"{"channel": "site","obstacle": "no-operator"}"#,
            // Whom nothing reaches is not cut off once more.
            #""cuts": []"#,
        ] {
            #expect(flat.contains(piece), "\(piece) in \(json)")
        }
        let flood = String(
            decoding: simulationJSON(Simulation(plan: try plan(), situation: Situation(scenario: "flood"))),
            as: UTF8.self)
        let cuts = flood.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined()
        #expect(cuts.contains(#"{"of": "audience:staff","systems": ["sms-gateway"]}"#))
    }

    @Test func deadlinesAreOnTheCalendarWhereTheDayOfT0IsGiven() throws {
        let files = ExamplePlan.files.merging([
            "obligations.md": """
            ---
            kind: obligations
            obligations:
              council: {title: Telling the council, authority: Council, stages: [{name: notice, due: {within: 24h, after: awareness}}]}
            ---
            """,
            "scenarios.md":
                "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, affects: [readers], obligations: [council], starts: {awareness: T0}}\n---\n",
        ]) { $1 }
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("example/" + $0, Array($1.utf8)) }),
            today: try #require(CalendarDate(iso: ExamplePlan.today)))
        let plan = try #require(load(["example"], in: world).plans.first?.plan)
        func json(_ day: String?) -> String {
            String(
                decoding: simulationJSON(
                    Simulation(
                        plan: plan, situation: Situation(scenario: "flood"),
                        activation: day.flatMap { CalendarDate(iso: $0) })), as: UTF8.self)
        }
        let told = json("2026-12-24")
        #expect(told.contains(#""activation": "2026-12-24T00:00""#))
        #expect(told.contains(#""dueOn": "2026-12-25T00:00"#), "\(told)")
        #expect(json(nil).contains(#""activation": null"#) && json(nil).contains(#""dueOn": null"#))
    }

    @Test func aPlanWithErrorsDoesNotHold() throws {
        let simulation = Simulation(plan: try plan(), situation: Situation(scenario: "flood"))
        for (errors, holds) in [(0, "true"), (1, "false")] {
            let json = String(decoding: simulationJSON(simulation, errors: errors), as: UTF8.self)
            #expect(json.contains("\"holds\": \(holds)") && json.contains("\"errors\": \(errors)"))
        }
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        let situation = Situation(scenario: "flood")
        let once = simulationJSON(Simulation(plan: try plan(), situation: situation))
        #expect(simulationJSON(Simulation(plan: try plan(), situation: situation)) == once)
        #expect(once.last == UInt8(ascii: "\n"))
    }

    @Test func theMatrixTellsEveryScenario() throws {
        let json = String(decoding: simulationMatrixJSON(SimulationMatrix(plan: try plan())), as: UTF8.self)
        #expect(json.contains(#""scenario": "flood""#))
        #expect(json.contains(#""unstaffed": 0"#))
    }
}
