import PlancAnalysis
import PlancMarkup
import PlancModel
import Testing

/// A head office whose directory carries mail, with a backup mail that depends on another name server.
private func office() -> PlanBuilder {
    var b = PlanBuilder()
    b.system("network")
    b.system("directory", needs: ["network"])
    b.system("mail", needs: ["directory"])
    b.system("dns-a")
    b.system("dns-b")
    b.system("backup-mail", needs: ["dns-a|dns-b"])
    b.channel("mail", needs: ["mail"], operatedBy: "press")
    b.channel("backup", needs: ["backup-mail"], operatedBy: "press")
    b.channel("poster", operatedBy: "sites")
    b.person("ann", on: ["mail", "backup"])
    b.person("bob", on: ["mail"])
    b.role("press", "ann", "bob")
    b.role("sites", "bob")
    b.audience("staff", on: ["mail", "backup"])
    b.audience("visitors", on: ["mail"])
    b.message("news", to: ["staff", "visitors"], on: ["mail", "poster", "backup"])
    b.scenario("attack", disables: [.system("network")], distrusts: [.system("mail"), .system("dns-a")])
    b.scenario("spy", distrusts: [.system("directory"), .channel("poster")])
    b.scenario("names", disables: [.system("dns-a")], distrusts: [.system("dns-b")])
    b.scenario("away", disables: [.channel("backup"), .person("ann")])
    return b
}

@Suite("Reach")
struct ReachTests {
    @Test func everythingIsUpOnAnOrdinaryDay() {
        let reach = Reach(plan: office().plan, situation: Situation())
        #expect(reach.systemsOut.isEmpty && reach.channelsOut.isEmpty)
        #expect(reach.channelsUp(audience: "staff") == ["mail", "backup"])
        #expect(reach.peopleReachable(role: "press") == ["ann", "bob"])
    }

    @Test func aLossTellsTheChainToItsRoot() throws {
        let plan = office().plan
        let reach = Reach(plan: plan, situation: Situation(scenario: "attack"))
        let outage = try #require(reach.outage(channel: "mail"))
        // Read by the attacker, and without its network: the danger leads.
        #expect(outage.manner == .distrustedAndDown)
        #expect(outage.parents == ["mail"])
        #expect(reach.chain(of: outage) == ["mail"])
        #expect(reach.roots(of: outage) == ["network", "mail"])
        let directory = try #require(reach.outage(system: "directory"))
        #expect(directory.manner == .down && reach.chain(of: directory) == ["network"])
        #expect(reach.outage(system: "network")?.cause == .scenario(plan.scenarios["attack"]!.disables[0].span))
        #expect(reach.channelsOut.map(\.channel.id) == ["mail"])
        #expect(!reach.isReachable(person: "bob") && reach.isReachable(person: "ann"))
        #expect(reach.peopleReachable(role: "press") == ["ann"])
        #expect(!reach.isReachable(role: "sites"))
        #expect(!reach.isReachable(audience: "visitors"))
    }

    @Test func oneMemberOfARedundancyIsEnough() {
        let plan = office().plan
        #expect(Reach(plan: plan, situation: Situation(without: ["dns-a"])).isUp(channel: "backup"))
        let both = Reach(plan: plan, situation: Situation(without: ["dns-a", "dns-b"]))
        #expect(both.outage(system: "backup-mail")?.cause == .needs(["dns-a", "dns-b"]))
        #expect(both.outage(system: "dns-a")?.cause == .asked)
        #expect(both.outage(channel: "backup").map(both.roots) == ["dns-a", "dns-b"])
    }

    @Test func whatHangsOnTheDistrustedIsDistrusted() {
        let reach = Reach(plan: office().plan, situation: Situation(scenario: "spy"))
        #expect(reach.outage(channel: "mail")?.manner == .distrusted)
        #expect(reach.outage(channel: "poster")?.manner == .distrusted)
        #expect(reach.outage(system: "network") == nil)
        // Half down, half distrusted: what is left runs, and must not be used.
        let names = Reach(plan: office().plan, situation: Situation(scenario: "names"))
        #expect(names.outage(system: "dns-a")?.manner == .down)
        #expect(names.outage(system: "backup-mail")?.manner == .distrusted)
        // Down and distrusted: it must not be used even when it runs.
        #expect(
            Reach(plan: office().plan, situation: Situation(scenario: "attack")).outage(system: "mail")?.manner
                == .distrustedAndDown)
    }

    @Test func aMessageTakesTheFirstWayThatWorks() throws {
        let plan = office().plan
        let news = try #require(plan.messages["news"])
        #expect(Reach(plan: plan, situation: Situation()).routes(of: news).map(\.channel) == ["mail", "mail"])
        let reach = Reach(plan: plan, situation: Situation(scenario: "attack"))
        let route = reach.route(of: news, for: "staff")
        #expect(route.channel == "backup")
        #expect(route.passedOver.map(\.channel) == ["mail", "poster"])
        #expect(route.passedOver.last?.obstacle == .notAmongAudience)
        #expect(reach.route(of: news, for: "visitors").channel == nil)
    }

    @Test func aChannelThatNobodyWorksIsNoWay() throws {
        var b = office()
        b.audience("readers", on: ["poster", "backup"])
        b.message("notice", to: ["readers"], on: ["poster", "backup"])
        let notice = try #require(b.plan.messages["notice"])
        let reach = Reach(plan: b.plan, situation: Situation(absent: ["bob"]))
        let route = reach.route(of: notice, for: "readers")
        #expect(route.channel == "backup")
        #expect(route.passedOver.first?.obstacle == .nobodyToWorkIt(role: "sites"))
        #expect(reach.absence(person: "bob") == .asked)
    }

    @Test func scenariosTakeChannelsAndPeopleAway() {
        let reach = Reach(plan: office().plan, situation: Situation(scenario: "away"))
        #expect(reach.outage(channel: "backup")?.manner == .down)
        #expect(!reach.isReachable(person: "ann"))
        #expect(reach.addressesUp(person: "ann").isEmpty)
        #expect(reach.peopleReachable(role: "press") == ["bob"])
    }

    @Test func aRingStaysUpUntilItIsBroken() {
        var b = PlanBuilder()
        b.system("a", needs: ["b"])
        b.system("b", needs: ["c"])
        b.system("c", needs: ["a", "power|c"])
        b.system("power")
        #expect(Reach(plan: b.plan, situation: Situation()).systemsOut.isEmpty)
        #expect(Reach(plan: b.plan, situation: Situation(without: ["power"])).systemsOut.map(\.system.id) == ["power"])
        let broken = Reach(plan: b.plan, situation: Situation(without: ["b"]))
        #expect(Set(broken.systemsOut.map(\.system.id)) == ["a", "b", "c"])
        #expect(broken.outage(system: "c").map(broken.chain) == ["a", "b"])
    }

    @Test func copiesOnWhatIsOutAreOutOfReach() {
        var b = office()
        let place = b.span()
        var pack = Pack(id: "red", title: b.title("Red"), nameSpan: place, span: place)
        var share = Pack.Copy(span: place)
        share.on = b.reference("mail")
        pack.copies = [share, Pack.Copy(span: place)]
        #expect(
            Reach(plan: b.plan, situation: Situation(scenario: "attack")).copiesInReach(pack).map(\.on?.id) == [nil])
        #expect(Reach(plan: b.plan, situation: Situation()).copiesInReach(pack).count == 2)
    }

    @Test func emptyAndUnknownThingsAreOutOfReach() {
        var b = PlanBuilder()
        b.person("ghost", on: [])
        b.role("nobody")
        b.audience("void", on: [])
        let reach = Reach(plan: b.plan, situation: Situation(scenario: "no-such", without: ["nothing"], absent: ["x"]))
        #expect(!reach.isReachable(person: "ghost") && !reach.isReachable(role: "nobody"))
        #expect(!reach.isReachable(audience: "void") && !reach.isReachable(audience: "unknown"))
        #expect(!reach.hasOperator(channel: "unknown"))
    }
}
