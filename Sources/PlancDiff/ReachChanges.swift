import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// What the change does to whom can be reached, scenario by scenario, and to the channels and systems themselves.
func reachChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let (base, head, pairing) = (comparison.base, comparison.head, comparison.pairing)
    var changes: [PlanDiff.Change] = []
    let (oldNetwork, newNetwork) = (Network(base), Network(head))
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
    return changes + channelChanges(comparison) + systemChanges(comparison)
}

private func change(
    _ id: String, _ kind: EntityKind, _ scenario: String, isAlarm: Bool = false, _ text: Phrase
) -> PlanDiff.Change {
    PlanDiff.Change(
        .reach, .changed, EntityReference(kind, id), text, isAlarm: isAlarm,
        sections: [.reach, .channels, .contacts, .messages], scenarios: [scenario])
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

private func channelChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let match = comparison.pairing.match(comparison.base.channels, comparison.head.channels)
    let sections: Set<PackSection> = [.channels, .contacts, .messages, .walletCards]
    var changes = addedAndRemoved(match, .reach, sections, comparison, word: Phrase("channel"))
    for (old, new) in match.both {
        var details: [Phrase] = []
        let was = dependencies(old.dependsOn, comparison.base, comparison)
        let now = dependencies(new.dependsOn, comparison.head, comparison)
        if was != now { details.append(fromTo(Phrase("depends on"), was, now)) }
        if old.operatedBy.map({ comparison.pairing.newID(.role, $0.id) }) != new.operatedBy?.id {
            details.append(
                fromTo(
                    Phrase("is worked by"),
                    old.operatedBy.map { comparison.title(.role, $0.id, in: comparison.base) },
                    new.operatedBy.map { comparison.title(.role, $0.id) }))
        }
        if old.address?.value != new.address?.value {
            details.append(
                fromTo(
                    Phrase("address"), old.address.map { Phrase(verbatim: $0.value) },
                    new.address.map { Phrase(verbatim: $0.value) }))
        }
        if old.limit?.value != new.limit?.value {
            details.append(
                fromTo(
                    Phrase("limit"), old.limit.map { Phrase(verbatim: String($0.value)) },
                    new.limit.map { Phrase(verbatim: String($0.value)) }))
        }
        if !details.isEmpty {
            changes.append(changed(.reach, .channel, new.id, details, sections, comparison))
        }
    }
    return changes
}

private func systemChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let match = comparison.pairing.match(comparison.base.systems, comparison.head.systems)
    var changes = addedAndRemoved(
        match, .reach, [.reach, .channels], comparison, word: Phrase("system"))
    for (old, new) in match.both {
        var details: [Phrase] = []
        let was = dependencies(old.dependsOn, comparison.base, comparison)
        let now = dependencies(new.dependsOn, comparison.head, comparison)
        if was != now { details.append(fromTo(Phrase("depends on"), was, now)) }
        if !details.isEmpty {
            changes.append(changed(.reach, .system, new.id, details, [.reach, .channels], comparison))
        }
    }
    for (old, new) in comparison.pairing.match(comparison.base.scenarios, comparison.head.scenarios).both {
        let was = Set(
            (old.disables + old.distrusts).map {
                "\($0.target.kind):\(comparison.pairing.newID($0.target.kind, $0.target.id))"
            })
        let now = Set((new.disables + new.distrusts).map { "\($0.target.kind):\($0.target.id)" })
        guard was != now else { continue }
        let more = (new.disables + new.distrusts).filter { !was.contains("\($0.target.kind):\($0.target.id)") }
        let less = (old.disables + old.distrusts).filter {
            !now.contains("\($0.target.kind):\(comparison.pairing.newID($0.target.kind, $0.target.id))")
        }
        var details: [Phrase] = []
        if !more.isEmpty {
            let names = list(more.map { comparison.title($0.target.kind, $0.target.id) })
            details.append(Phrase("also out: {names}", ["names": names]))
        }
        if !less.isEmpty {
            let names = list(less.map { comparison.title($0.target.kind, $0.target.id, in: comparison.base) })
            details.append(
                Phrase("no longer out: {names}", ["names": names]))
        }
        changes.append(
            changed(.reach, .scenario, new.id, details, [.reach, .channels, .activation], comparison, scenario: new.id))
    }
    return changes
}

/// What a thing depends on, in words; nil for nothing.
private func dependencies(_ dependencies: [Dependency], _ plan: Plan, _ comparison: Comparison) -> Phrase? {
    let parts = dependencies.map { dependency -> Phrase in
        switch dependency {
        case .system(let reference): return name(reference.id)
        case .anyOf(let references, _):
            let names = references.map { name($0.id) }
            return .list(names, .or)
        }
    }
    func name(_ id: String) -> Phrase { comparison.title(.system, comparison.pairing.newID(.system, id), in: nil) }
    return parts.isEmpty ? nil : list(parts)
}
