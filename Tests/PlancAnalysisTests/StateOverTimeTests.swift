import PlancMarkup
import PlancModel
import Testing

@testable import PlancAnalysis

/// Mail on a directory on a network; a spare line that needs one of two carriers.
private func office(restores: [(EntityReference, Int)] = []) -> PlanBuilder {
    var b = PlanBuilder()
    b.system("network", rto: 480)
    b.system("directory", needs: ["network"], rto: 720)
    b.system("mail", needs: ["directory"])
    b.system("carrier-a", rto: 60)
    b.system("carrier-b")
    b.channel("mail", needs: ["mail"], operatedBy: "press")
    b.channel("spare", needs: ["carrier-a|carrier-b"], operatedBy: "press")
    b.channel("desk", needs: ["network"])
    b.person("ann", on: ["desk"])
    b.role("press", "ann")
    b.audience("staff", on: ["mail", "spare"], informWithin: 60, updateEvery: 60)
    b.message("news", to: ["staff"], on: ["mail", "spare"])
    b.scenario(
        "attack", disables: [.system("network"), .system("carrier-a")], distrusts: [.system("mail")],
        affects: ["staff"],
        restores: restores)
    b.scenario("names", disables: [.system("carrier-a")], distrusts: [.system("carrier-b")])
    b.scenario("quiet")
    return b
}

@Suite("State over time")
struct StateOverTimeTests {
    private func attack(_ restores: [(EntityReference, Int)] = []) -> Reach {
        Reach(plan: office(restores: restores).plan, situation: Situation(scenario: "attack"))
    }

    @Test func whatIsDownIsBackAtItsObjectiveAndNeverBeforeWhatItNeeds() {
        let reach = attack()
        #expect(reach.outage(system: "network")?.until == 480)
        #expect(reach.outage(system: "directory")?.until == 720)
        #expect(reach.at(479).outage(channel: "desk")?.manner == .down)
        #expect(reach.at(480).availability(channel: "desk") == .back(Return(minutes: 480, was: .down)))
        #expect(reach.at(480).outage(system: "directory")?.manner == .down)
        #expect(reach.outage(system: "carrier-a")?.until == 60)
        // One carrier was up all the time.
        #expect(reach.availability(channel: "spare") == .up)
    }

    @Test func anObjectiveBringsBackTheSystemAndNotTheTrustInIt() {
        let reach = attack()
        #expect(reach.outage(channel: "mail")?.manner == .distrustedAndDown)
        #expect(reach.outage(channel: "mail")?.until == nil)
        // The directory is back: mail runs, and is still read.
        #expect(reach.at(720).outage(channel: "mail")?.manner == .distrusted)
        #expect(reach.at(1_000_000).outage(channel: "mail")?.manner == .distrusted)
    }

    @Test func theScenarioSaysWhenSomethingIsTrustedAgain() {
        let reach = attack([(.system("mail"), 4320)])
        #expect(reach.outage(channel: "mail")?.until == 4320)
        #expect(reach.at(4319).outage(channel: "mail") != nil)
        #expect(reach.at(4320).availability(channel: "mail") == .back(Return(minutes: 4320, was: .distrustedAndDown)))
        // Longer than the objective, and shorter.
        #expect(attack([(.system("network"), 5000)]).outage(system: "directory")?.until == 5000)
        #expect(attack([(.system("network"), 30)]).outage(channel: "desk")?.until == 30)
        // Of a channel: it waits for what it needs all the same.
        #expect(attack([(.channel("desk"), 10)]).outage(channel: "desk")?.until == 480)
        #expect(attack([(.channel("desk"), 900)]).outage(channel: "desk")?.until == 900)
    }

    @Test func distrustPassesThroughARedundancyForAsLongAsAllOfItIsOut() {
        let reach = Reach(plan: office().plan, situation: Situation(scenario: "names"))
        #expect(reach.outage(channel: "spare")?.manner == .distrusted)
        #expect(reach.outage(channel: "spare")?.until == 60)
        #expect(reach.at(60).availability(channel: "spare") == .back(Return(minutes: 60, was: .distrusted)))
    }

    @Test func whatSomebodyLeavesOutStaysOut() {
        let reach = Reach(plan: office().plan, situation: Situation(without: ["network"]))
        #expect(reach.outage(system: "network")?.until == nil)
        #expect(reach.at(100_000).outage(channel: "desk")?.manner == .down)
    }

    /// All that holds a thing out is a cause of it: the one that is back last, and what holds out what the scenario takes away itself.
    @Test func whatIsOutForSeveralReasonsHasAllOfThem() throws {
        var b = PlanBuilder()
        b.system("power")
        b.system("internet", rto: 240)
        b.system("directory", needs: ["power"])
        b.system("mail", needs: ["internet", "directory"])
        b.channel("mail", needs: ["mail"])
        b.scenario(
            "cut", disables: [.system("power"), .system("internet"), .system("directory")],
            restores: [(.system("power"), 7200), (.system("directory"), 60)])
        let reach = Reach(plan: b.plan, situation: Situation(scenario: "cut"))
        let mail = try #require(reach.outage(system: "mail"))
        #expect(mail.parents == ["internet", "directory"] && mail.until == 7200)
        #expect(reach.outage(system: "directory")?.holders == ["power"])
        let channel = try #require(reach.outage(channel: "mail"))
        #expect(reach.roots(of: channel) == ["power", "internet", "directory"])
        #expect(reach.chain(of: channel) == ["mail", "directory"])
        // The internet is back: what is left is told.
        let later = try #require(reach.at(300).outage(channel: "mail"))
        #expect(reach.at(300).outage(system: "mail")?.parents == ["directory"])
        #expect(reach.at(300).roots(of: later) == ["power", "directory"])
    }

    @Test func aRingIsBackWithTheLastOfIt() {
        var b = PlanBuilder()
        b.system("a", needs: ["b"], rto: 10)
        b.system("b", needs: ["c"], rto: 300)
        b.system("c", needs: ["a"])
        b.scenario("s", disables: [.system("a")])
        let reach = Reach(plan: b.plan, situation: Situation(scenario: "s"))
        #expect(["a", "b", "c"].map { reach.outage(system: $0)?.until } == [300, 300, 300])
    }

    @Test func peopleAndRoutesFollowTheHour() throws {
        let plan = office(restores: [(.system("mail"), 4320)]).plan
        let reach = Reach(plan: plan, situation: Situation(scenario: "attack"))
        let news = try #require(plan.messages["news"])
        // Nobody can be called to work the channel until the desk telephones are back.
        #expect(reach.route(of: news, for: "staff").channel == nil)
        #expect(reach.route(of: news, for: "staff").possible == 480)
        #expect(reach.reachable(role: "press") == 480 && !reach.isReachable(audience: "staff"))
        #expect(reach.at(480).route(of: news, for: "staff").channel == "spare")
        #expect(reach.at(480).route(of: news, for: "staff").back == nil)
        let late = reach.at(4320).route(of: news, for: "staff")
        #expect((late.channel, late.back?.minutes, late.fallback) == ("mail", 4320, "spare"))
    }

    @Test func repliesToOnePersonAreNoNewsForAll() {
        var b = office()
        b.message("reply", to: ["staff"], on: ["spare"], inReplyTo: "phishing")
        b.checklist(
            "list",
            [
                b.step(0, links: [.message("reply")]), b.step(90, links: [.message("news")]),
                b.step(150, links: [.message("reply")]), b.step(300),
            ])
        let clock = Timeline(plan: b.plan, scenario: "attack").clock(of: "staff")
        #expect(clock?.first?.minutes == 90)
        #expect(clock?.sendings.map(\.message) == ["news"])
        #expect((clock?.gap?.from, clock?.gap?.to) == (90, 300))
    }

    @Test func aLimitCountsWhereTheScenarioAffectsTheAudience() {
        var b = office()
        b.checklist("list", [b.step(90, links: [.message("news")]), b.step(300)])
        let clock = Timeline(plan: b.plan, scenario: "quiet").clock(of: "staff")
        #expect(clock?.isAffected == false && clock?.gap == nil)
        #expect(Timeline(plan: b.plan, scenario: "attack").clock(of: "staff")?.isAffected == true)
    }
}

/// The same, said in the plainest way: what is out at an hour, found anew for each hour by asking everything until nothing changes.
private struct PlainReading {
    let plan: Plan
    let scenario: Scenario

    private struct State: Equatable {
        var down: Set<EntityReference>
        var distrusted: Set<EntityReference>
        func isOut(_ thing: EntityReference) -> Bool { down.contains(thing) || distrusted.contains(thing) }
    }

    private var things: [(EntityReference, [Dependency])] {
        plan.systems.map { (.system($0.id), $0.dependsOn) } + plan.channels.map { (.channel($0.id), $0.dependsOn) }
    }

    private func spread(_ start: State) -> State {
        var state = start
        while true {
            let before = state
            for (thing, needs) in things {
                for members in needs.map({ $0.references.map { EntityReference.system($0.id) } }) where !members.isEmpty
                {
                    if members.allSatisfy({ state.down.contains($0) }) { state.down.insert(thing) }
                    if members.allSatisfy({ state.isOut($0) }),
                        members.contains(where: { state.distrusted.contains($0) })
                    {
                        state.distrusted.insert(thing)
                    }
                }
            }
            if state == before { return state }
        }
    }

    func manner(of thing: EntityReference, at minutes: Int) -> Outage.Manner? {
        let named = (Set(scenario.disables.map(\.target)), Set(scenario.distrusts.map(\.target)))
        let atFirst = spread(State(down: named.0, distrusted: named.1))
        func said(_ thing: EntityReference) -> Int? {
            scenario.restores.last { $0.thing.target == thing }?.after.value.minutes
        }
        func isStillDown(_ thing: EntityReference) -> Bool {
            let rto = thing.kind == .system ? plan.systems[thing.id]?.rto?.value.minutes : nil
            guard let end = said(thing) ?? rto else { return named.0.contains(thing) }
            return minutes < end
        }
        func isStillDistrusted(_ thing: EntityReference) -> Bool {
            said(thing).map { minutes < $0 } ?? named.1.contains(thing)
        }
        let now = spread(
            State(down: atFirst.down.filter(isStillDown), distrusted: atFirst.distrusted.filter(isStillDistrusted)))
        switch (now.distrusted.contains(thing), now.down.contains(thing)) {
        case (true, true): return .distrustedAndDown
        case (true, false): return .distrusted
        case (false, true): return .down
        case (false, false): return nil
        }
    }
}

@Suite("State over time, generated")
struct GeneratedStateTests {
    /// Small plans with rings, redundancies, objectives and times of return, at every hour at which something may change.
    @Test(arguments: 0..<150) func reachAgreesWithThePlainReading(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random(_ below: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(below))
        }
        var b = PlanBuilder()
        let count = 2 + random(6)
        func need() -> [String] {
            (0..<random(3)).map { _ in
                (0...random(2)).map { _ in "s\(random(count))" }.joined(separator: "|")
            }
        }
        for place in 0..<count { b.system("s\(place)", needs: need(), rto: random(2) == 0 ? nil : random(6) * 10) }
        for place in 0..<3 { b.channel("c\(place)", needs: need()) }
        func thing() -> EntityReference { random(4) == 0 ? .channel("c\(random(3))") : .system("s\(random(count))") }
        var restored: [EntityReference: Int] = [:]
        for _ in 0..<random(4) { restored[thing()] = random(7) * 10 }
        b.scenario(
            "s", disables: (0..<random(3)).map { _ in thing() }, distrusts: (0..<random(3)).map { _ in thing() },
            restores: restored.map { ($0, $1) })
        let plan = b.plan
        let reach = Reach(plan: plan, situation: Situation(scenario: "s"))
        let plain = PlainReading(plan: plan, scenario: plan.scenarios[0])
        let all = plan.systems.map { EntityReference.system($0.id) } + plan.channels.map { .channel($0.id) }
        for minutes in stride(from: 0, through: 70, by: 5) {
            for thing in all {
                #expect(
                    reach.at(minutes).outage(of: thing)?.manner == plain.manner(of: thing, at: minutes),
                    "\(thing) at \(minutes), seed \(seed)")
            }
        }
    }
}
