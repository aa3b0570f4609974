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

    /// A channel that works sends nothing by itself.
    @Test func aMessageThatNobodySendsReachesNobody() {
        var b = PlanBuilder()
        b.channel("sms", needs: [], operatedBy: "press")
        b.channel("mail", needs: [], operatedBy: "press")
        b.person("ann", on: ["sms"])
        b.person("bob", on: ["mail"])
        b.role("press", "ann")
        b.role("lead", "bob")
        b.audience("staff", on: ["sms"])
        b.message("news", to: ["staff"], on: ["sms"])
        b.scenario("day", affects: ["staff"])
        b.checklist("list", [b.step(30, ["lead"], links: [.message("news")])])
        let all = Simulation(plan: b.plan, situation: Situation(scenario: "day"))
        #expect(all.holds && all.messages[0].missing.isEmpty)
        let without = Simulation(plan: b.plan, situation: Situation(scenario: "day", absent: ["bob"]))
        #expect(without.messages[0].routes.map(\.channel) == ["sms"])
        #expect(without.messages[0].missing == ["lead"] && without.messages[0].undelivered == ["staff"])
        #expect(!without.holds)
        #expect(SimulationMatrix(plan: b.plan).rows[0].undelivered.isEmpty)
    }

    /// A message waits for everybody who must approve it.
    @Test func aMessageThatNobodyApprovesDoesNotLeave() {
        var b = PlanBuilder()
        b.channel("sms", needs: [])
        b.person("ann", on: ["sms"])
        b.person("bob", on: ["sms"])
        b.role("press", "ann")
        b.role("board", "bob")
        b.audience("authority", on: ["sms"])
        b.obligation("law", [("notice", TimeAmount(minutes: 60), .clock(.awareness))])
        b.message(
            "news", to: ["authority"], on: ["sms"], satisfies: [("law", "notice")], approvers: ["press", "board"])
        b.scenario("day", obligations: ["law"], starts: [.awareness: 0])
        b.checklist("list", [b.step(30, ["press"], links: [.message("news")])])
        let all = Simulation(plan: b.plan, situation: Situation(scenario: "day"))
        #expect(all.holds && all.messages[0].unapproved.isEmpty)
        let alone = Simulation(plan: b.plan, situation: Situation(scenario: "day", absent: ["bob"]))
        #expect(alone.messages[0].missing.isEmpty && alone.messages[0].unapproved == ["board"])
        #expect(alone.messages[0].undelivered == ["authority"] && alone.stepsTaken.allSatisfy(\.isStaffed))
        #expect(alone.unmet.map(\.name) == ["notice"] && !alone.holds)
    }

    /// A notice that leaves on time by a channel that is out meets no duty.
    @Test(arguments: [nil, "authority"])
    func aDutyWhoseMessageHasNoWayIsNotMet(owed: String?) {
        var b = PlanBuilder()
        b.system("portal")
        b.channel("sms", needs: [])
        b.channel("form", needs: ["portal"])
        b.person("ann", on: ["sms"])
        b.role("lead", "ann")
        b.audience("authority", on: ["form"])
        b.audience("guests", on: ["sms"])
        b.obligation("law", to: owed, [("notice", TimeAmount(minutes: 60), .clock(.awareness))])
        b.message("notice", to: ["authority", "guests"], on: ["form", "sms"], satisfies: [("law", "notice")])
        b.scenario("leak", obligations: ["law"], starts: [.awareness: 0])
        b.checklist("list", [b.step(45, ["lead"], links: [.message("notice")])])
        let plan = b.plan
        func unmet(_ lost: Set<String>) -> [String] {
            Simulation(plan: plan, situation: Situation(scenario: "leak", without: lost)).unmet.map(\.name)
        }
        #expect(unmet([]) == [])
        // Where nobody says to whom it is owed, one of those that it is for has it.
        #expect(unmet(["portal"]) == (owed == nil ? [] : ["notice"]))
        #expect(unmet(["portal", "sms"]) == ["notice"])
    }

    @Test(arguments: [(-30, false), (0, true)])
    func aDutyThatIsLateFailsThePlan(start: Int, holds: Bool) {
        var b = PlanBuilder()
        b.channel("sms", needs: [])
        b.person("ann", on: ["sms"])
        b.role("lead", "ann")
        b.audience("authority", on: ["sms"])
        b.obligation("law", [("notice", TimeAmount(minutes: 60), .clock(.awareness))])
        b.message("notice", to: ["authority"], on: ["sms"], satisfies: [("law", "notice")])
        b.scenario("leak", obligations: ["law"], starts: [.awareness: 0])
        b.checklist("list", [b.step(45, ["lead"], links: [.message("notice")])])
        let simulation = Simulation(
            plan: b.plan, situation: Situation(scenario: "leak"), starts: [.awareness: start])
        #expect(simulation.timeline.duties.map(\.margin) == [15 + start])
        #expect(simulation.unmet.isEmpty == holds && simulation.holds == holds)
        // In time, and nobody there to do it.
        let alone = Simulation(plan: b.plan, situation: Situation(scenario: "leak", absent: ["ann"]))
        #expect(alone.unmet.map(\.name) == ["notice"])
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

    /// A message that leaves several times is told of at each of its hours.
    @Test func everySendingOfAMessageIsToldOf() {
        var b = PlanBuilder()
        b.channel("sms", needs: [])
        b.person("ann", on: ["sms"])
        b.role("lead", "ann")
        b.audience("staff", on: ["sms"])
        b.message("news", to: ["staff"], on: ["sms"])
        b.scenario("dark", affects: ["staff"])
        b.checklist(
            "list", [b.step(30, ["lead"], links: [.message("news")]), b.step(90, ["lead"], links: [.message("news")])])
        let simulation = Simulation(plan: b.plan, situation: Situation(scenario: "dark"))
        #expect(simulation.messages.map(\.message) == ["news", "news"])
        #expect(simulation.messages.map(\.minutes) == [30, 90])
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
