import PlancModel

extension RuleContext {
    /// The audiences that a crisis reaches (affected by a scenario, or told something in one) and that no message of a phase
    /// is for. Authorities are told what their obligations ask, and nothing besides.
    func audiencesToldNothing(_ phase: Phase) -> [Audience] {
        var concerned = Set(plan.scenarios.flatMap { $0.affects.map(\.id) })
        var told = Set<String>()
        for number in plan.messages.indices {
            let itsPhase = plan.messages[number].phase.value
            guard itsPhase == .during || itsPhase == phase else { continue }
            for audience in plan.messages[number].audiences {
                if itsPhase == .during { concerned.insert(audience.id) }
                if itsPhase == phase { told.insert(audience.id) }
            }
        }
        return plan.audiences.filter {
            $0.type.value != .authorities && concerned.contains($0.id) && !told.contains($0.id)
                && !mayNotify($0.id, in: nil, phase)
        }
    }
}
