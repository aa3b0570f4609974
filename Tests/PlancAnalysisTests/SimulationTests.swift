import PlancAnalysis
import PlancMarkup
import PlancModel
import Testing

@Suite("Simulation")
struct SimulationTests {
    private func plan() -> Plan {
        var b = PlanBuilder()
        b.system("power")
        b.system("mail", needs: ["power"])
        b.system("gateway")
        b.channel("mail", needs: ["mail"], operatedBy: "press")
        b.channel("sms", needs: ["gateway"], operatedBy: "press")
        b.person("ann", on: ["sms"])
        b.person("bob", on: ["mail"])
        b.role("press", "ann")
        b.role("tech", "bob")
        b.audience("staff", on: ["mail", "sms"])
        b.audience("guests", on: ["mail"])
        b.message("news", to: ["staff", "guests"], on: ["mail", "sms"])
        b.message("later", to: ["guests"], on: ["mail"], phase: .after)
        b.scenario("dark", disables: [.system("power")], affects: ["guests"])
        b.checklist(
            "list", [b.step(0, ["tech"]), b.step(30, ["press", "tech"], links: [.message("news")]), b.step(60)])
        return b.plan
    }

    @Test func itTellsWhatIsOutAndWhy() {
        let simulation = Simulation(plan: plan(), situation: Situation(scenario: "dark"))
        #expect(simulation.systemsOut.map(\.id) == ["power", "mail"])
        #expect(simulation.systemsOut.map(\.because) == [[], ["power"]])
        #expect(simulation.channelsOut.map(\.because) == [["mail"]])
        #expect(simulation.audiences.map(\.isReachable) == [true, false])
        #expect(simulation.audiences[0].channels == ["sms"])
        #expect(simulation.roles.map(\.people) == [["ann"], []])
        #expect(simulation.affected == ["guests"])
    }

    @Test func itTellsWhichMessagesLeaveAndWhichStepsHaveNobody() {
        let simulation = Simulation(plan: plan(), situation: Situation(scenario: "dark"))
        // What is sent afterwards is judged too: that it is over restores nothing.
        #expect(simulation.messages.map(\.message) == ["news", "later"])
        #expect(simulation.messages[0].routes.map(\.channel) == ["sms", nil])
        #expect(simulation.messages[0].undelivered == ["guests"])
        #expect(simulation.messages[0].minutes == 30)
        #expect(simulation.unstaffed.map(\.entry) == [0, 2])
        #expect(simulation.steps[1].missing == ["tech"])
    }

    @Test func itTellsWhatMoreWouldSilenceSomebody() {
        let simulation = Simulation(plan: plan(), situation: Situation(scenario: "dark"))
        #expect(
            simulation.cuts.map { "\($0.of.id) \($0.systems.joined(separator: "+"))" } == [
                "staff gateway", "press gateway",
            ])
        let ordinary = Simulation(plan: plan(), situation: Situation())
        #expect(ordinary.cuts.contains { $0.of.id == "staff" && $0.systems == ["power", "gateway"] })
    }

    @Test func lossesThatAreAskedForCountToo() {
        let simulation = Simulation(
            plan: plan(), situation: Situation(scenario: "dark", without: ["gateway"], absent: ["bob"]))
        #expect(simulation.audiences.allSatisfy { !$0.isReachable })
        #expect(simulation.unstaffed.count == simulation.steps.count)
        #expect(simulation.cuts.isEmpty)
    }

    @Test func theMatrixHasARowAScenario() {
        let matrix = SimulationMatrix(plan: plan())
        #expect(matrix.rows.map(\.scenario) == ["dark"])
        #expect(matrix.rows[0].audiences.map(\.left) == [["sms"], []])
        #expect(matrix.rows[0].audiences.map(\.all) == [2, 1])
        #expect(matrix.rows[0].audiences.map(\.isAffected) == [false, true])
        #expect(matrix.rows[0].undelivered == ["news", "later"])
        #expect((matrix.rows[0].unstaffed, matrix.rows[0].steps) == (2, 3))
    }
}
