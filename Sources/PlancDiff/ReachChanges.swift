import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// What the change does to whom can be reached, scenario by scenario, at the hours that matter: T0, the hours that a
/// simulation shows, and those at which something comes back. What is so at one hour is not told again for a later one.
func reachChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let (base, head, pairing) = (comparison.base, comparison.head, comparison.pairing)
    comparison.prepareTimelines()
    let networks = (old: DependencyGraph(base), new: DependencyGraph(head))
    let pairs = pairing.match(base.scenarios, head.scenarios).both
    let audiences = pairing.match(base.audiences, head.audiences).both
    let roles = pairing.match(base.roles, head.roles).both
    let messages = pairing.match(base.messages, head.messages).both
    return parallelMap(pairs) { old, new in
        ReachComparison(
            comparison: comparison, scenario: new, before: Reach(networks.old, Situation(scenario: old.id)),
            after: Reach(networks.new, Situation(scenario: new.id)), oldScenario: old
        ).changes(audiences, roles, messages)
    }.flatMap { $0 }
}

/// One scenario as it was and as it is.
private struct ReachComparison {
    let comparison: Comparison
    let scenario: Scenario
    /// At T0.
    let before: Reach
    let after: Reach
    let oldScenario: Scenario

    private static let mostHours = 8

    private var hours: [Int] {
        let restored = (oldScenario.restores + scenario.restores).map(\.after.value.boundedMinutes)
        return Set(Simulation.hours + restored.filter { $0 > 0 }).sorted().prefix(Self.mostHours).map { $0 }
    }

    /// The scenario's name, with the hour where it is not T0.
    private func name(_ hour: Int) -> Phrase {
        let title = comparison.title(.scenario, scenario.id).quoted
        return hour == 0 ? title : Phrase("{scenario} at {moment}", ["scenario": title, "moment": clock(hour)])
    }

    func changes(
        _ audiences: [(old: Audience, new: Audience)], _ roles: [(old: Role, new: Role)],
        _ messages: [(old: Message, new: Message)]
    ) -> [PlanDiff.Change] {
        var changes: [PlanDiff.Change] = []
        var told: Set<EntityReference> = []
        for hour in hours {
            let (was, now) = (before.at(hour), after.at(hour))
            for (old, new) in audiences where !told.contains(EntityReference(.audience, new.id)) {
                guard let change = change(of: old, new, was, now, hour) else { continue }
                told.insert(change.subject)
                changes.append(change)
            }
            for (old, new) in roles where !told.contains(EntityReference(.role, new.id)) {
                guard let change = change(of: old, new, was, now, hour) ?? replaced(old, new, was, now, hour) else {
                    continue
                }
                told.insert(change.subject)
                changes.append(change)
            }
        }
        return changes + routeChanges(messages)
    }

    private func change(
        of old: Audience, _ new: Audience, _ was: Reach, _ now: Reach, _ hour: Int
    ) -> PlanDiff.Change? {
        let lost = was.channelsUp(audience: old.id).map { comparison.pairing.newID(.channel, $0) }
        let left = now.channelsUp(audience: new.id)
        let title = comparison.title(.audience, new.id).quoted
        if !lost.isEmpty && left.isEmpty {
            return told(
                new.id, .audience, isAlarm: true,
                Phrase(
                    "{audience} lose their last channel in {scenario}", ["audience": title, "scenario": name(hour)]))
        } else if lost.isEmpty && !left.isEmpty {
            let channels = list(left.map { comparison.title(.channel, $0) })
            return told(
                new.id, .audience,
                Phrase(
                    "{audience} can be reached again in {scenario}: {channels}",
                    ["audience": title, "scenario": name(hour), "channels": channels]))
        } else if lost.count > 1 && left.count == 1 {
            return told(
                new.id, .audience, isAlarm: true,
                Phrase(
                    "{audience} have one channel left in {scenario}: {channel}",
                    ["audience": title, "scenario": name(hour), "channel": comparison.title(.channel, left[0])]))
        }
        return nil
    }

    private func change(of old: Role, _ new: Role, _ was: Reach, _ now: Reach, _ hour: Int) -> PlanDiff.Change? {
        let isReached = now.isReachable(role: new.id)
        guard was.isReachable(role: old.id) != isReached else { return nil }
        let title = comparison.title(.role, new.id).quoted
        return told(
            new.id, .role, isAlarm: !isReached,
            isReached
                ? Phrase(
                    "the role {role} can be reached again in {scenario}", ["role": title, "scenario": name(hour)])
                : Phrase(
                    "the role {role} can no longer be reached in {scenario}",
                    ["role": title, "scenario": name(hour)]))
    }

    /// Who acts for a role is another, since the one who did is not there in the scenario now.
    private func replaced(_ old: Role, _ new: Role, _ was: Reach, _ now: Reach, _ hour: Int) -> PlanDiff.Change? {
        guard let before = was.peopleReachable(role: old.id).first else { return nil }
        let absent = comparison.pairing.newID(.person, before)
        guard now.absence(person: absent) != nil, let acting = now.peopleReachable(role: new.id).first else {
            return nil
        }
        return told(
            new.id, .role, isAlarm: true,
            Phrase(
                "{person} is not there in {scenario}: {other} acts as {role}",
                [
                    "person": comparison.title(.person, absent), "scenario": name(hour),
                    "other": comparison.title(.person, acting), "role": comparison.title(.role, new.id).quoted,
                ]))
    }

    private func told(_ id: String, _ kind: EntityKind, isAlarm: Bool = false, _ text: Phrase) -> PlanDiff.Change {
        PlanDiff.Change(
            .reach, .changed, EntityReference(kind, id), text, isAlarm: isAlarm, scenarios: [scenario.id])
    }

    /// Messages that can no longer leave for an audience, or leave by another channel, each at the hour of its first sending.
    private func routeChanges(_ messages: [(old: Message, new: Message)]) -> [PlanDiff.Change] {
        let pairing = comparison.pairing
        let timelines = comparison.timelines(oldScenario, scenario)
        var changes: [PlanDiff.Change] = []
        for (old, new) in messages where new.scenarios.contains(scenario.id) && new.phase.value == .during {
            let hour = timelines.new.firstSending(of: new.id)?.hour ?? 0
            let oldHour = timelines.old.firstSending(of: old.id)?.hour ?? hour
            let oldRoutes = Dictionary(
                before.at(oldHour).routes(of: old).map { (pairing.newID(.audience, $0.audience), $0.channel) },
                uniquingKeysWith: { first, _ in first })
            for route in after.at(hour).routes(of: new) {
                guard let oldChannel = oldRoutes[route.audience] else { continue }
                if oldChannel.map({ pairing.newID(.channel, $0) }) == route.channel { continue }
                changes.append(change(of: new, route))
            }
        }
        return changes
    }

    private func change(of message: Message, _ route: Route) -> PlanDiff.Change {
        let title = comparison.title(.message, message.id).quoted
        let audience = comparison.title(.audience, route.audience).quoted
        guard let channel = route.channel else {
            return told(
                message.id, .message, isAlarm: true,
                Phrase(
                    "the message {message} can no longer reach {audience} in {scenario}",
                    ["message": title, "audience": audience, "scenario": name(0)]))
        }
        return told(
            message.id, .message,
            Phrase(
                "the message {message} reaches {audience} by {channel} in {scenario}",
                [
                    "message": title, "audience": audience, "channel": comparison.title(.channel, channel),
                    "scenario": name(0),
                ]))
    }
}
