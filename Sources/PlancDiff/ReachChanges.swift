import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// What the change does to whom can be reached, scenario by scenario.
func reachChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let (base, head, pairing) = (comparison.base, comparison.head, comparison.pairing)
    var changes: [PlanDiff.Change] = []
    let (oldNetwork, newNetwork) = (DependencyGraph(base), DependencyGraph(head))
    for (oldScenario, newScenario) in pairing.match(base.scenarios, head.scenarios).both {
        let before = Reach(oldNetwork, Situation(scenario: oldScenario.id))
        let after = Reach(newNetwork, Situation(scenario: newScenario.id))
        let name = comparison.title(.scenario, newScenario.id).quoted
        for (old, new) in pairing.match(base.audiences, head.audiences).both {
            let lost = before.channelsUp(audience: old.id).map { pairing.newID(.channel, $0) }
            let left = after.channelsUp(audience: new.id)
            let title = comparison.title(.audience, new.id).quoted
            if !lost.isEmpty && left.isEmpty {
                changes.append(
                    change(
                        new.id, .audience, newScenario.id, isAlarm: true,
                        Phrase(
                            "{audience} lose their last channel in {scenario}", ["audience": title, "scenario": name])))
            } else if lost.isEmpty && !left.isEmpty {
                let channels = list(left.map { comparison.title(.channel, $0) })
                changes.append(
                    change(
                        new.id, .audience, newScenario.id,
                        Phrase(
                            "{audience} can be reached again in {scenario}: {channels}",
                            ["audience": title, "scenario": name, "channels": channels])))
            } else if lost.count > 1 && left.count == 1 {
                let channel = comparison.title(.channel, left[0])
                changes.append(
                    change(
                        new.id, .audience, newScenario.id, isAlarm: true,
                        Phrase(
                            "{audience} have one channel left in {scenario}: {channel}",
                            ["audience": title, "scenario": name, "channel": channel])))
            }
        }
        for (old, new) in pairing.match(base.roles, head.roles).both
        where before.isReachable(role: old.id) != after.isReachable(role: new.id) {
            let title = comparison.title(.role, new.id).quoted
            let isLost = !after.isReachable(role: new.id)
            changes.append(
                change(
                    new.id, .role, newScenario.id, isAlarm: isLost,
                    isLost
                        ? Phrase(
                            "the role {role} can no longer be reached in {scenario}", ["role": title, "scenario": name])
                        : Phrase(
                            "the role {role} can be reached again in {scenario}", ["role": title, "scenario": name])))
        }
        changes += routeChanges(comparison, newScenario.id, name, before, after)
    }
    return changes
}

private func change(
    _ id: String, _ kind: EntityKind, _ scenario: String, isAlarm: Bool = false, _ text: Phrase
) -> PlanDiff.Change {
    PlanDiff.Change(
        .reach, .changed, EntityReference(kind, id), text, isAlarm: isAlarm, scenarios: [scenario])
}

/// Messages that can no longer leave for an audience, or leave by another channel.
private func routeChanges(
    _ comparison: Comparison, _ scenario: String, _ name: Phrase, _ before: Reach, _ after: Reach
) -> [PlanDiff.Change] {
    var changes: [PlanDiff.Change] = []
    let match = comparison.pairing.match(comparison.base.messages, comparison.head.messages)
    for (old, new) in match.both where new.scenarios.contains(scenario) && new.phase.value == .during {
        let title = comparison.title(.message, new.id).quoted
        let oldRoutes = Dictionary(
            before.routes(of: old).map { (comparison.pairing.newID(.audience, $0.audience), $0.channel) },
            uniquingKeysWith: { first, _ in first })
        for route in after.routes(of: new) {
            guard let oldChannel = oldRoutes[route.audience] else { continue }
            let was = oldChannel.map { comparison.pairing.newID(.channel, $0) }
            if was == route.channel { continue }
            let audience = comparison.title(.audience, route.audience).quoted
            if let channel = route.channel {
                let channelTitle = comparison.title(.channel, channel)
                changes.append(
                    change(
                        new.id, .message, scenario,
                        Phrase(
                            "the message {message} reaches {audience} by {channel} in {scenario}",
                            ["message": title, "audience": audience, "channel": channelTitle, "scenario": name])))
            } else {
                changes.append(
                    change(
                        new.id, .message, scenario, isAlarm: true,
                        Phrase(
                            "the message {message} can no longer reach {audience} in {scenario}",
                            ["message": title, "audience": audience, "scenario": name])))
            }
        }
    }
    return changes
}
