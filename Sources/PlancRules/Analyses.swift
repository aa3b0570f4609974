import PlancAnalysis
import PlancModel

/// What analysis finds out about a plan, made once and shared by all rules.
public struct Analyses: Sendable {
    public let network: Network
    /// An ordinary day.
    public let ordinary: Reach
    /// By scenario, in the order of the plan.
    public let reaches: [Reach]
    public let timelines: [Timeline]
    /// The places of the messages that are for each scenario.
    public let messages: [[Int]]
    /// The steps of each checklist, in the order of the plan.
    public let agendas: [Agenda]
    /// The single points of failure of an ordinary day.
    public let cuts: Cuts

    public init(_ plan: Plan) {
        let network = Network(plan)
        let agendas = plan.checklists.map(Agenda.init)
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
    public let reach: Reach
    public let timeline: Timeline
    /// The places of the messages that are for it.
    public let messages: [Int]
}

extension Judgement {
    public var scenarios: [JudgedScenario] {
        plan.scenarios.enumerated().map { place, scenario in
            JudgedScenario(
                scenario: scenario, reach: analyses.reaches[place], timeline: analyses.timelines[place],
                messages: analyses.messages[place])
        }
    }
}
