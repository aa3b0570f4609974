import PlancAnalysis
import PlancDocument
import PlancModel

/// What the plan wants back by an hour, and a scenario has back later: a page with the objective alone would contradict the scenario's own.
extension ScenarioContext {
    /// "5: not before T+5 d", under what an activity needs: the scenarios in which that is out for longer than it is to be.
    func later(than objective: TimeAmount?, _ needs: [Dependency], _ scenes: [ScenarioContext]) -> [Run] {
        later(than: objective, scenes) { reach in
            // Of a redundancy the first to be back is enough.
            needs.map { $0.references.map { reach.end(ofSystem: $0.id) }.min() ?? 0 }.max() ?? 0
        }
    }

    /// The same of a system itself.
    func later(than objective: TimeAmount?, _ system: String, _ scenes: [ScenarioContext]) -> [Run] {
        later(than: objective, scenes) { $0.end(ofSystem: system) }
    }

    private func later(
        than objective: TimeAmount?, _ scenes: [ScenarioContext], _ end: (Reach) -> Int
    ) -> [Run] {
        guard let objective = objective?.boundedMinutes else { return [] }
        var groups: [(end: Int, scenes: [ScenarioContext])] = []
        for context in scenes {
            let end = end(context.reach)
            if end <= objective || end == .max { continue }
            if let place = groups.firstIndex(where: { $0.end == end }) {
                groups[place].scenes.append(context)
            } else {
                groups.append((end, [context]))
            }
        }
        return groups.flatMap { group -> [Run] in
            let names =
                isComposed
                ? group.scenes.flatMap { [Run(.tab($0.digit)), .text("\u{A0}")] }
                : [.text(words.list(group.scenes.map(\.shortTitle)) + words.colon, .small)]
            return [Run(.lineBreak)] + names + [.text(words.notBefore(group.end), .small)]
        }
    }
}

extension Reach {
    /// When a system is out no more, in minutes from T0: 0 of what never was, the last number of what the plan does not say it of.
    fileprivate func end(ofSystem id: String) -> Int {
        guard case .out(let outage) = availability(system: id) else { return 0 }
        return outage.until ?? .max
    }
}
