import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

extension RuleContext {
    /// The stages that a message says it satisfies.
    func stages(of satisfaction: Message.Satisfaction) -> (obligation: Obligation, stage: Obligation.Stage?)? {
        guard let obligation = plan.obligations[satisfaction.obligation] else { return nil }
        guard let name = satisfaction.stage?.value else { return (obligation, nil) }
        return obligation.stages.first { $0.name.value == name }.map { (obligation, $0) }
    }

    /// Whether a message says that it satisfies a stage that nothing meets, and goes to somebody else.
    func isMisdirected(_ duty: StageStatus, in judged: JudgedScenario) -> Bool {
        guard let obligation = plan.obligations[duty.obligation] else { return false }
        let stage = obligation.stages[duty.stage]
        return plan.messages.contains { message in
            message.scenarios.contains(judged.scenario.id)
                && message.satisfies.contains { satisfaction in
                    satisfaction.obligation.id == duty.obligation
                        && (satisfaction.stage == nil
                            ? obligation.stages.count == 1 : satisfaction.stage?.value == duty.name)
                } && obligation.match(message.audiences, stage, plan) == .wrong
        }
    }

    /// Whether a message says that it meets something which could not be read, and goes to whom the stage is owed: what it meets may
    /// be this.
    func mayBeMet(_ duty: StageStatus, in judged: JudgedScenario) -> Bool {
        guard !plan.unread.keys.isEmpty, let obligation = plan.obligations[duty.obligation] else { return false }
        let stage = obligation.stages[duty.stage]
        return plan.messages.contains { message in
            plan.unread.contains(message, ["satisfies"]) && message.scenarios.contains(judged.scenario.id)
                && obligation.match(message.audiences, stage, plan) != .wrong
        }
    }
}
