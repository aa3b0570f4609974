import PlancModel
import PlancSource

/// What steps that were not wholly understood may send, found in one walk over all checklists.
struct UncertainSteps: Sendable {
    struct Sendings: Sendable {
        /// A link leads nowhere, or a whole list may belong here: any message may be meant.
        var mayBeAny = false
        /// Messages of steps whose time was not understood, or never written (`step-without-time` tells them), by id.
        var messages: Set<String> = []
    }

    /// By scenario; those of which all was understood are left out.
    private let byScenario: [String: Sendings]

    /// - Parameter mayHaveSteps: whether lists that were not wholly understood may belong to a scenario.
    init(_ plan: Plan, mayHaveSteps: (String) -> Bool) {
        let isTold = StepsToldWithoutTime(plan)
        let found = plan.checklists.map { list -> Sendings in
            var sendings = Sendings()
            for stage in list.stages {
                for step in stage.steps { Self.collect(step, hasTime: false, plan, isTold, into: &sendings) }
            }
            return sendings
        }
        var byScenario: [String: Sendings] = [:]
        for scenario in plan.scenarios where mayHaveSteps(scenario.id) {
            byScenario[scenario.id] = Sendings(mayBeAny: true)
        }
        for (list, sendings) in zip(plan.checklists, found) where sendings.mayBeAny || !sendings.messages.isEmpty {
            let scenarios =
                switch list.scenarios {
                case .all: plan.scenarios.ids
                case .some(let references): references.map(\.id)
                }
            for scenario in scenarios {
                byScenario[scenario, default: Sendings()].mayBeAny =
                    byScenario[scenario]?.mayBeAny ?? false || sendings.mayBeAny
                byScenario[scenario]?.messages.formUnion(sendings.messages)
            }
        }
        self.byScenario = byScenario
    }

    subscript(scenario: String) -> Sendings? { byScenario[scenario] }

    private static func collect(
        _ step: Step, hasTime: Bool, _ plan: Plan, _ isTold: StepsToldWithoutTime, into sendings: inout Sendings
    ) {
        let hasTime = hasTime || step.offset != nil
        if step.hasUnreadTime || !hasTime && isTold(step) {
            for link in step.links + step.branchLinks
            where link.target.kind == .message && plan.messages[link.target.id] != nil {
                sendings.messages.insert(link.target.id)
            }
        }
        if step.hasBrokenLink { sendings.mayBeAny = true }
        for substep in step.substeps { collect(substep, hasTime: hasTime, plan, isTold, into: &sendings) }
    }
}

/// Whether a step that has no time is told as such: unless the plan allows it.
struct StepsToldWithoutTime {
    private let isOff: Bool
    private let allowed: [FileID: [Span]]

    init(_ plan: Plan) {
        isOff = plan.info.rules.contains { $0.rule.value == StepWithoutTime.name && $0.level.value == .off }
        allowed = Dictionary(
            grouping: plan.exceptions.filter { $0.rule.value == StepWithoutTime.name }.map(\.covers), by: \.file)
    }

    func callAsFunction(_ step: Step) -> Bool {
        !isOff
            && !(allowed[step.span.file] ?? []).contains {
                $0.lower <= step.span.lower && step.span.lower <= $0.upper
            }
    }
}
