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
            #"{"of": "audience:staff","systems": ["sms-gateway"]}"#,
        ] {
            #expect(flat.contains(piece), "\(piece) in \(json)")
        }
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
