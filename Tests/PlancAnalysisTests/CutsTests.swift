import PlancAnalysis
import PlancMarkup
import PlancModel
import TestSupport
import Testing

/// A small plan of systems that may need each other in rings, with redundancies, and people and audiences on channels.
func randomPlan(_ seed: UInt64, systems: Int = 7) -> PlanBuilder {
    var dice = SeededGenerator(seed: seed)
    var b = PlanBuilder()
    let ids = (0..<systems).map { "s\($0)" }
    func needs(_ most: Int) -> [String] {
        (0..<Int.random(in: 0...most, using: &dice)).map { _ in
            (0..<Int.random(in: 1...3, using: &dice)).map { _ in ids.randomElement(using: &dice)! }.joined(
                separator: "|")
        }
    }
    for id in ids { b.system(id, needs: needs(2)) }
    let channels = (0..<4).map { "c\($0)" }
    let roles = ["r0", "r1"]
    for id in channels { b.channel(id, needs: needs(3), operatedBy: roles.randomElement(using: &dice)) }
    func some() -> [String] { channels.shuffled(using: &dice).prefix(Int.random(in: 0...3, using: &dice)).map(\.self) }
    for id in ["p0", "p1", "p2"] { b.person(id, on: some()) }
    b.role("r0", "p0", "p1")
    b.role("r1", "p2")
    b.audience("a0", on: some())
    b.audience("a1", on: some())
    b.message("m", to: ["a0", "a1"], on: some())
    let lost = ids.randomElement(using: &dice)!
    b.scenario("x", disables: [.system(lost)], distrusts: [.system(ids.randomElement(using: &dice)!)])
    return b
}

private let targets: [EntityReference] = [
    EntityReference(.audience, "a0"), EntityReference(.audience, "a1"), EntityReference(.role, "r0"),
    EntityReference(.role, "r1"), .person("p0"),
]

extension Reach {
    /// By what is up: who works it is another question. Of two hours, by what somebody can work at the first.
    fileprivate func reaches(_ target: EntityReference, from start: Reach? = nil) -> Bool {
        switch target.kind {
        case .audience: channelsUp(audience: target.id).contains { start?.hasOperator(channel: $0) ?? true }
        case .role: isReachable(role: target.id)
        default: isReachable(person: target.id)
        }
    }
}

@Suite("Cuts")
struct CutsTests {
    @Test func aChainIsCutAtEveryLink() {
        var b = PlanBuilder()
        b.system("a")
        b.system("b", needs: ["a"])
        b.channel("mail", needs: ["b"])
        b.audience("staff", on: ["mail"])
        #expect(Cuts(plan: b.plan).cuts(of: EntityReference(.audience, "staff")) == [["a"], ["b"]])
    }

    @Test func channelsThatShareARootFallTogether() {
        var b = PlanBuilder()
        b.system("power")
        b.system("mail", needs: ["power"])
        b.system("line-1")
        b.system("line-2")
        b.channel("mail", needs: ["mail"])
        b.channel("phone", needs: ["line-1|line-2", "power"])
        b.audience("staff", on: ["mail", "phone"])
        b.person("ann", on: ["phone"])
        b.role("chief", "ann")
        let cuts = Cuts(plan: b.plan)
        #expect(cuts.cuts(of: EntityReference(.audience, "staff")) == [["power"], ["mail", "line-1", "line-2"]])
        #expect(cuts.cuts(of: EntityReference(.role, "chief")) == [["power"], ["line-1", "line-2"]])
        #expect(cuts.cuts(of: EntityReference(.channel, "mail")).isEmpty)
        #expect(Cuts(plan: b.plan, atMost: 1).cuts(of: .person("ann")) == [["power"]])
    }

    @Test func whatHangsOnNothingHasNoCuts() {
        var b = PlanBuilder()
        b.system("a")
        b.channel("mail", needs: ["a"])
        b.channel("poster")
        b.audience("staff", on: ["mail", "poster"])
        b.audience("nobody", on: [])
        let cuts = Cuts(plan: b.plan)
        #expect(cuts.cuts(of: EntityReference(.audience, "staff")).isEmpty)
        #expect(cuts.cuts(of: EntityReference(.audience, "nobody")).isEmpty)
    }

    @Test func whomNothingReachesHasNoCuts() {
        var b = PlanBuilder()
        b.system("a")
        b.system("network")
        b.person("ann", on: [])
        b.role("press", "ann")
        b.channel("mail", needs: ["a"], operatedBy: "press")
        b.channel("phone", needs: ["network"])
        b.audience("staff", on: ["mail"])
        b.audience("clients", on: ["mail", "phone"])
        let cuts = Cuts(plan: b.plan)
        #expect(cuts.cuts(of: EntityReference(.audience, "staff")).isEmpty)
        #expect(cuts.cuts(of: EntityReference(.audience, "clients")) == [["network"]])
    }

    @Test func inAScenarioOnlyWhatIsLeftCanFail() {
        var b = PlanBuilder()
        b.system("a")
        b.system("b")
        b.channel("mail", needs: ["a|b"])
        b.audience("staff", on: ["mail"])
        b.scenario("half", disables: [.system("a")])
        let cuts = Cuts(plan: b.plan, situation: Situation(scenario: "half"))
        #expect(cuts.cuts(of: EntityReference(.audience, "staff")) == [["b"]])
    }

    @Test(.timeLimit(.minutes(2)), arguments: 0..<20) func cutsAreThoseThatTryingEverythingFinds(batch: Int) {
        for seed in 0..<100 {
            let plan = randomPlan(UInt64(batch * 1000 + seed)).plan
            let situation = Situation(scenario: seed % 3 == 0 ? "x" : nil)
            let cuts = Cuts(plan: plan, situation: situation)
            let start = Reach(plan: plan, situation: situation)
            let network = start.network
            let ids = plan.systems.ids
            // Every set of up to three systems, smaller ones first, each with who is silent without it.
            var sets: [[Int]] = []
            for i in ids.indices { sets.append([i]) }
            for i in ids.indices { for j in ids.indices where j > i { sets.append([i, j]) } }
            for i in ids.indices {
                for j in ids.indices where j > i { for k in ids.indices where k > j { sets.append([i, j, k]) } }
            }
            var expected = [[[String]]](repeating: [], count: targets.count)
            for set in sets {
                let names = set.map { ids[$0] }
                let reach = Reach(
                    network, Situation(scenario: situation.scenario, without: Set(names.map { "system:" + $0 })))
                for (place, target) in targets.enumerated()
                where start.reaches(target, from: start) && !reach.reaches(target, from: start) {
                    if !expected[place].contains(where: { Set($0).isSubset(of: names) }) {
                        expected[place].append(names)
                    }
                }
            }
            for (place, target) in targets.enumerated() {
                #expect(cuts.cuts(of: target) == expected[place], "seed \(batch * 1000 + seed), \(target)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func threeLongChainsAreCutEverywhere() {
        var b = PlanBuilder()
        for chain in 0..<3 {
            for i in 0..<30 { b.system("s\(chain)-\(i)", needs: i == 0 ? [] : ["s\(chain)-\(i - 1)"]) }
            b.channel("c\(chain)", needs: ["s\(chain)-29"])
        }
        b.audience("staff", on: ["c0", "c1", "c2"])
        #expect(Cuts(plan: b.plan).cuts(of: EntityReference(.audience, "staff")).count == 27_000)
    }
}

/// 200 systems in five layers with redundancies, 500 channels, 60 audiences, 40 roles, 100 people.
func largePlan(_ seed: UInt64) -> Plan {
    var dice = SeededGenerator(seed: seed)
    var b = PlanBuilder()
    for i in 0..<200 {
        let below = i / 40 * 40
        let needs = (0..<(below == 0 ? 0 : Int.random(in: 1...3, using: &dice))).map { _ in
            (0..<Int.random(in: 1...2, using: &dice)).map { _ in "s\(Int.random(in: 0..<below, using: &dice))" }
                .joined(separator: "|")
        }
        b.system("s\(i)", needs: needs)
    }
    for i in 0..<500 {
        b.channel(
            "c\(i)",
            needs: (0..<Int.random(in: 1...3, using: &dice)).map { _ in "s\(Int.random(in: 0..<200, using: &dice))" })
    }
    func some(_ count: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: count, using: &dice)).map { _ in "c\(Int.random(in: 0..<500, using: &dice))" }
    }
    for i in 0..<60 { b.audience("a\(i)", on: some(1...5)) }
    for i in 0..<100 { b.person("p\(i)", on: some(1...3)) }
    for i in 0..<40 { b.role("r\(i)", "p\(i)", "p\(i + 40)") }
    b.audience("everybody", on: (0..<500).map { "c\($0)" })
    return b.plan
}

@Suite("Cuts of a large plan", .serialized)
struct LargeCutsTests {
    @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 3] as [UInt64]) func allCutsAreFoundAndCut(seed: UInt64) throws {
        let plan = largePlan(seed)
        let start = ContinuousClock.now
        let cuts = Cuts(plan: plan)
        // Half a second unoptimised on two slow cores; the limit is for a machine that is busy.
        #expect(ContinuousClock.now - start < .seconds(10))
        let network = DependencyGraph(plan)
        var count = 0
        for audience in plan.audiences.ids.prefix(10) {
            for cut in cuts.cuts(of: EntityReference(.audience, audience)).prefix(50) {
                count += 1
                #expect(!Reach(network, Situation(without: Set(cut))).isReachable(audience: audience))
            }
        }
        #expect(count > 0)
    }
}

@Suite("Properties of reach")
struct ReachPropertyTests {
    @Test(arguments: 0..<10) func oneMoreLossNeverHelpsAnyone(batch: Int) {
        for seed in 0..<200 {
            let plan = randomPlan(UInt64(50_000 + batch * 1000 + seed)).plan
            let network = DependencyGraph(plan)
            var generator = SeededGenerator(seed: UInt64(batch * 1000 + seed))
            let lost = Set(plan.systems.ids.filter { _ in Bool.random(using: &generator) })
            let before = Reach(network, Situation(scenario: "x", without: lost))
            for id in plan.systems.ids {
                let after = Reach(network, Situation(scenario: "x", without: lost.union([id])))
                for target in targets where after.reaches(target) { #expect(before.reaches(target)) }
                for system in plan.systems.ids where after.isUp(system: system) { #expect(before.isUp(system: system)) }
            }
        }
    }

    @Test(arguments: 0..<10) func oneMoreChannelNeverHarmsAnyone(batch: Int) {
        for seed in 0..<200 {
            var b = randomPlan(UInt64(90_000 + batch * 1000 + seed))
            var generator = SeededGenerator(seed: UInt64(batch * 1000 + seed))
            let situation = Situation(scenario: "x", without: [b.plan.systems.ids.randomElement(using: &generator)!])
            let before = Reach(plan: b.plan, situation: situation)
            b.channel("spare", needs: [b.plan.systems.ids.randomElement(using: &generator)!])
            b.plan.audiences = Entities(
                b.plan.audiences.map { old in
                    var audience = old
                    audience.channels.insert(b.reference("spare"), at: 0)
                    return audience
                })
            b.plan.people = Entities(
                b.plan.people.map { old in
                    var person = old
                    person.reach.append(
                        .init(channel: b.reference("spare"), value: old.reach.first?.value ?? .init("x", b.span())))
                    return person
                })
            let after = Reach(plan: b.plan, situation: situation)
            for target in targets where before.reaches(target) { #expect(after.reaches(target)) }
        }
    }

    @Test(arguments: 0..<10) func routesAreUpAndWorked(batch: Int) throws {
        var taken = 0
        for seed in 0..<200 {
            let plan = randomPlan(UInt64(130_000 + batch * 1000 + seed)).plan
            let reach = Reach(plan: plan, situation: Situation(scenario: "x"))
            let message = try #require(plan.messages["m"])
            for route in reach.routes(of: message) {
                guard let channel = route.channel else {
                    #expect(route.passedOver.map(\.channel) == message.channels.map(\.id))
                    continue
                }
                taken += 1
                #expect(reach.isUp(channel: channel) && reach.hasOperator(channel: channel))
                #expect(reach.channelsUp(audience: route.audience).contains(channel))
                #expect(reach.isReachable(audience: route.audience))
            }
        }
        #expect(taken > 0)
    }
}
