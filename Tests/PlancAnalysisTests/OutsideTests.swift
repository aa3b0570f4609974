import PlancAnalysis
import PlancModel
import PlancSource
import Testing

/// One body, an authority or an insurer, is reached by a number that the plan has.
@Suite struct OutsideTests {
    private func plan(_ change: (inout Audience) -> Void) -> Plan {
        var b = PlanBuilder()
        b.channel("mail")
        b.channel("spare")
        b.audience("authority", on: ["mail", "spare"], type: .authorities)
        b.message("notice", to: ["authority"], on: ["mail", "spare"])
        b.scenario("s", affects: ["authority"])
        var audience = b.plan.audiences[0]
        change(&audience)
        b.plan.audiences = Entities([audience])
        return b.plan
    }

    @Test func whoHasNoAddressIsNotReached() throws {
        let plan = plan { _ in }
        let reach = Reach(plan: plan, situation: Situation(scenario: "s"))
        let route = reach.route(of: try #require(plan.messages["notice"]), for: "authority")
        #expect(route.channel == nil && route.lacksOnlyAddress && route.possible == nil)
        #expect(route.passedOver.map(\.obstacle) == [.noAddress, .noAddress])
        #expect(!reach.isReachable(audience: "authority"))
        #expect(reach.channelsUp(audience: "authority") == ["mail", "spare"])
    }

    @Test func anAddressOnOneChannelIsAWayByThatChannel() throws {
        let plan = plan {
            $0.reach = [
                .init(channel: Reference("spare", $0.span), value: Located("duty@authority.example", $0.span))
            ]
        }
        let reach = Reach(plan: plan, situation: Situation(scenario: "s"))
        #expect(reach.ways(audience: "authority") == ["spare"])
        #expect(reach.route(of: try #require(plan.messages["notice"]), for: "authority").channel == "spare")
    }

    @Test func ofManyPeopleWhatSendsToThemKeepsTheAddresses() {
        let many = plan { $0.type = Located(.partners, $0.span) }
        #expect(Reach(plan: many, situation: Situation(scenario: "s")).isReachable(audience: "authority"))
        let one = plan {
            $0.type = Located(.partners, $0.span)
            $0.size = Located(1, $0.span)
        }
        #expect(!Reach(plan: one, situation: Situation(scenario: "s")).isReachable(audience: "authority"))
    }
}
