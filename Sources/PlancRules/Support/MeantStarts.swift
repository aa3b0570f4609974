import PlancAnalysis
import PlancModel

extension RuleContext {
    /// For each assumed start of a scenario from which nothing counts, the one of the same event that its duties wait for: `awareness`
    /// where `awareness:attack` is meant.
    func meantStarts(of judged: JudgedScenario) -> [ClockStart: ClockStart] {
        let stated = judged.scenario.starts.map(\.start.value)
        if stated.isEmpty { return [:] }
        let duties = judged.scenario.obligations.compactMap { plan.obligations[$0] }
        let counted = Set(duties.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts))
        var open: [ClockStart] = []
        for duty in judged.timeline.duties where duty.isBinding {
            for start in duty.ownWaits where !open.contains(start) { open.append(start) }
        }
        var meant: [ClockStart: ClockStart] = [:]
        for start in stated where !counted.contains(start) {
            let near = open.filter { $0.event == start.event }
            if near.count == 1 { meant[start] = near[0] }
        }
        return meant
    }
}
