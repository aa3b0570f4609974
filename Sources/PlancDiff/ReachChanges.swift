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
    let networks = comparison.networks
    let pairs = pairing.match(base.scenarios, head.scenarios).both
    let audiences = pairing.match(base.audiences, head.audiences).both
    let roles = pairing.match(base.roles, head.roles).both
    let messages = pairing.match(base.messages, head.messages).both
    let people = pairing.match(base.people, head.people).both.filter { !head.roles(of: $0.new.id).isEmpty }
    let found = parallelMap(pairs) { old, new in
        ReachComparison(
            comparison: comparison, scenario: new, before: Reach(networks.old, Situation(scenario: old.id)),
            after: Reach(networks.new, Situation(scenario: new.id)), oldScenario: old
        ).changes(audiences, roles, people, messages)
    }
    return told(found.flatMap { $0 })
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
        _ people: [(old: Person, new: Person)], _ messages: [(old: Message, new: Message)]
    ) -> [ScenarioChange] {
        var changes: [ScenarioChange] = []
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
            for (old, new) in people where !told.contains(EntityReference(.person, new.id)) {
                guard let change = cutOff(old, new, was, now, hour) else { continue }
                told.insert(change.subject)
                changes.append(change)
            }
        }
        return changes + routeChanges(messages)
    }

    private func change(
        of old: Audience, _ new: Audience, _ was: Reach, _ now: Reach, _ hour: Int
    ) -> ScenarioChange? {
        let lost = was.channelsUp(audience: old.id).map { comparison.pairing.newID(.channel, $0) }
        let left = now.channelsUp(audience: new.id)
        let title = comparison.title(.audience, new.id).quoted
        if !lost.isEmpty && left.isEmpty {
            return told(new.id, .audience, at: hour, isAlarm: true) {
                Phrase("{audience} lose their last channel in {scenario}", ["audience": title, "scenario": $0])
            }
        } else if lost.isEmpty && !left.isEmpty {
            let channels = list(left.map { comparison.title(.channel, $0) })
            return told(new.id, .audience, at: hour) {
                Phrase(
                    "{audience} can be reached again in {scenario}: {channels}",
                    ["audience": title, "scenario": $0, "channels": channels])
            }
        } else if lost.count > 1 && left.count == 1 {
            let channel = comparison.title(.channel, left[0])
            return told(new.id, .audience, at: hour, isAlarm: true) {
                Phrase(
                    "one channel is left to {audience} in {scenario}: {channel}",
                    ["audience": title, "scenario": $0, "channel": channel])
            }
        }
        return nil
    }

    private func change(of old: Role, _ new: Role, _ was: Reach, _ now: Reach, _ hour: Int) -> ScenarioChange? {
        let isReached = now.isReachable(role: new.id)
        guard was.isReachable(role: old.id) != isReached else { return nil }
        let title = comparison.title(.role, new.id).quoted
        return told(new.id, .role, at: hour, isAlarm: !isReached) {
            isReached
                ? Phrase("the role {role} can be reached again in {scenario}", ["role": title, "scenario": $0])
                : Phrase("the role {role} can no longer be reached in {scenario}", ["role": title, "scenario": $0])
        }
    }

    /// Who acts for a role is another, since the one who did is not there in the scenario now.
    private func replaced(_ old: Role, _ new: Role, _ was: Reach, _ now: Reach, _ hour: Int) -> ScenarioChange? {
        guard let before = was.peopleReachable(role: old.id).first else { return nil }
        let absent = comparison.pairing.newID(.person, before)
        guard now.absence(person: absent) != nil, let acting = now.peopleReachable(role: new.id).first else {
            return nil
        }
        let (person, other) = (comparison.title(.person, absent), comparison.title(.person, acting))
        let role = comparison.title(.role, new.id).quoted
        return told(new.id, .role, at: hour, isAlarm: true) {
            Phrase(
                "{person} is not there in {scenario}: {other} acts as {role}",
                ["person": person, "scenario": $0, "other": other, "role": role])
        }
    }

    /// Somebody who has a role, is there in the scenario, and can no longer be reached: with who stands in.
    private func cutOff(_ old: Person, _ new: Person, _ was: Reach, _ now: Reach, _ hour: Int) -> ScenarioChange? {
        guard was.isReachable(person: old.id), !now.isReachable(person: new.id), now.absence(person: new.id) == nil
        else {
            return nil
        }
        let roles = comparison.head.roles(of: new.id)
        // Whoever acted first for a role, with who acts now.
        let replaced = roles.filter { role in
            was.peopleReachable(role: comparison.pairing.oldID(.role, role.id)).first == old.id
        }
        var others: [String] = []
        for case let other? in replaced.map({ now.peopleReachable(role: $0.id).first }) where !others.contains(other) {
            others.append(other)
        }
        let person = comparison.title(.person, new.id)
        let titles = list(roles.map { comparison.title(.role, $0.id) })
        let (count, standIns) = (others.count, list(others.map { comparison.title(.person, $0) }))
        return told(new.id, .person, at: hour, isAlarm: !replaced.isEmpty) { scenario in
            let text = Phrase(
                "{person} ({roles}) can no longer be reached in {scenario}",
                ["person": person, "roles": titles, "scenario": scenario])
            return count == 0
                ? text
                : Phrase(
                    "{text}; {others} {count, plural, one {stands} other {stand}} in",
                    ["text": text, "others": standIns, "count": count])
        }
    }

    private func told(
        _ id: String, _ kind: EntityKind, at hour: Int, isAlarm: Bool = false,
        _ text: @escaping @Sendable (Phrase) -> Phrase
    ) -> ScenarioChange {
        ScenarioChange(
            group: .reach, kind: .changed, subject: EntityReference(kind, id), isAlarm: isAlarm, scenario: scenario.id,
            name: name(hour), text: text)
    }

    /// Messages that can no longer leave for audiences, or leave by another channel, each at the hour of its first sending.
    private func routeChanges(_ messages: [(old: Message, new: Message)]) -> [ScenarioChange] {
        let pairing = comparison.pairing
        let timelines = comparison.timelines(oldScenario, scenario)
        var changes: [ScenarioChange] = []
        // What was of an ordinary day, or of afterwards, took no way in the crisis that it could lose.
        for (old, new) in messages
        where new.scenarios.contains(scenario.id) && old.phase.value == .during && new.phase.value == .during {
            let hour = timelines.new.firstSending(of: new.id)?.hour ?? 0
            let oldHour = timelines.old.firstSending(of: old.id)?.hour ?? hour
            let oldRoutes = Dictionary(
                before.at(oldHour).routes(of: old).map { (pairing.newID(.audience, $0.audience), $0.channel) },
                uniquingKeysWith: { first, _ in first })
            var ways: [(way: Way, audiences: [Phrase])] = []
            for route in after.at(hour).routes(of: new) {
                guard let oldChannel = oldRoutes[route.audience] else { continue }
                let way = Way(old: oldChannel.map { pairing.newID(.channel, $0) }, new: route.channel)
                if way.old == way.new { continue }
                let audience = comparison.title(.audience, route.audience).quoted
                if let place = ways.firstIndex(where: { $0.way == way }) {
                    ways[place].audiences.append(audience)
                } else {
                    ways.append((way, [audience]))
                }
            }
            changes += ways.map { change(of: new, to: list($0.audiences), $0.way, hour) }
        }
        return changes
    }

    /// The channel that a message took to an audience, and the one that it takes; nil where there is none.
    private struct Way: Equatable {
        var old: String?
        var new: String?
    }

    private func change(of message: Message, to audiences: Phrase, _ way: Way, _ hour: Int) -> ScenarioChange {
        let title = comparison.title(.message, message.id).quoted
        func channel(_ id: String) -> Phrase {
            comparison.title(.channel, id, in: comparison.head.channels[id] == nil ? comparison.base : nil)
        }
        let (before, now) = (way.old.map(channel), way.new.map(channel))
        guard let now else {
            return told(message.id, .message, at: hour, isAlarm: true) {
                Phrase(
                    "the message {message} can no longer reach {audience} in {scenario}",
                    ["message": title, "audience": audiences, "scenario": $0])
            }
        }
        return told(message.id, .message, at: hour) { scenario in
            guard let before else {
                return Phrase(
                    "the message {message} now reaches {audience}, by {channel}, in {scenario}",
                    ["message": title, "audience": audiences, "channel": now, "scenario": scenario])
            }
            return Phrase(
                "the message {message} reaches {audience} by {channel}, no longer by {before}, in {scenario}",
                [
                    "message": title, "audience": audiences, "channel": now, "before": before, "scenario": scenario,
                ])
        }
    }
}

extension Plan {
    /// The roles that somebody holds, or is a deputy of.
    fileprivate func roles(of person: String) -> [Role] {
        roles.filter { $0.holder?.id == person || $0.deputies.contains { $0.id == person } }
    }
}
