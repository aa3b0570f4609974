import PlancAnalysis
import PlancModel

/// What analysis finds out about a plan, made once and shared by all rules.
public struct Analyses: Sendable {
    public let network: DependencyGraph
    /// An ordinary day.
    public let ordinary: Reach
    /// By scenario, in the order of the plan.
    public let reaches: [Reach]
    public let timelines: [Timeline]
    /// The places of the messages that are for each scenario.
    public let messages: [[Int]]
    /// The steps of each checklist, in the order of the plan.
    public let agendas: [FlattenedChecklist]
    /// The single points of failure of an ordinary day.
    public let cuts: Cuts

    public init(_ plan: Plan) {
        let network = DependencyGraph(plan)
        let agendas = plan.checklists.map(FlattenedChecklist.init)
        let ordinary = Reach(network, Situation())
        self.network = network
        self.agendas = agendas
        self.ordinary = ordinary
        reaches = plan.scenarios.map { Reach(network, Situation(scenario: $0.id)) }
        timelines = plan.scenarios.map { Timeline(plan: plan, scenario: $0.id, agendas: agendas) }
        var messages = [[Int]](repeating: [], count: plan.scenarios.count)
        let scenarios = plan.scenarios.map(\.id)
        for number in plan.messages.indices {
            let selection = plan.messages[number].scenarios
            for (place, id) in scenarios.enumerated() where selection.contains(id) { messages[place].append(number) }
        }
        self.messages = messages
        cuts = Cuts(ordinary, atMost: 1)
    }
}

/// One scenario, with what analysis found out about it.
public struct JudgedScenario {
    public let scenario: Scenario
    /// At T0.
    public let reach: Reach
    public let timeline: Timeline
    /// The places of the messages that are for it.
    public let messages: [Int]

    /// What works when a message leaves: at the hour of its first sending, when the fewest things work; at T0 when no step
    /// sends it.
    public func reach(sending message: Message) -> Reach {
        reach.at(timeline.firstSending(of: message.id)?.hour ?? 0)
    }

    /// What works when an audience has to hear from us at the latest: at T0 when nobody says when.
    public func reach(telling audience: Audience) -> Reach {
        reach.at(audience.informWithin?.value.boundedMinutes ?? 0)
    }
}

extension RuleContext {
    public var scenarios: [JudgedScenario] {
        plan.scenarios.enumerated().map { place, scenario in
            JudgedScenario(
                scenario: scenario, reach: analyses.reaches[place], timeline: analyses.timelines[place],
                messages: analyses.messages[place])
        }
    }
}
