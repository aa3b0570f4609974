import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// What a silence goes back to: the systems and channels that a scenario takes away, and the people who are not there. Things
/// that fail for the same losses are told together.
struct Losses: Hashable {
    var things: Set<EntityReference> = []

    mutating func add(_ other: Losses) { things.formUnion(other.things) }
}

extension Reach {
    func losses(channel id: String) -> Losses {
        guard let outage = outage(channel: id) else { return Losses() }
        let roots = self.roots(of: outage)
        var losses = Losses(things: Set(roots.map { EntityReference(.system, $0) }))
        if roots.isEmpty || !outage.holders.isEmpty { losses.things.insert(EntityReference(.channel, id)) }
        return losses
    }

    func losses(system id: String) -> Losses {
        guard let outage = outage(system: id) else { return Losses() }
        let roots = self.roots(of: outage)
        return Losses(things: Set((roots.isEmpty ? [id] : roots).map { EntityReference(.system, $0) }))
    }

    func losses(audience: Audience) -> Losses {
        var losses = Losses()
        for reference in audience.channels {
            losses.add(self.losses(channel: reference.id))
            guard !hasOperator(channel: reference.id),
                let role = plan.channels[reference]?.operatedBy.flatMap({ plan.roles[$0] })
            else { continue }
            losses.things.insert(EntityReference(.role, role.id))
            losses.add(self.losses(role: role))
        }
        return losses
    }

    /// Why nobody of a role can be reached.
    func losses(role: Role) -> Losses {
        var losses = Losses()
        for reference in role.people {
            if absence(person: reference.id) != nil {
                losses.things.insert(EntityReference(.person, reference.id))
                continue
            }
            for address in plan.people[reference]?.reach ?? [] { losses.add(self.losses(channel: address.channel.id)) }
        }
        return losses
    }

    /// Why a message has no way to an audience.
    func losses(of route: Route) -> Losses {
        var losses = Losses()
        for passed in route.passedOver {
            switch passed.obstacle {
            case .notAmongAudience, .noAddress: break
            case .out: losses.add(self.losses(channel: passed.channel))
            case .nobodyToWorkIt(let role):
                losses.things.insert(EntityReference(.role, role))
                if let role = plan.roles[role] { losses.add(self.losses(role: role)) }
            }
        }
        return losses
    }

    /// "'E-mail' (mail server, directory, network)": what is out, and the chain down to what the scenario takes away.
    func chainTold(channel id: String) -> Phrase? {
        guard let channel = plan.channels[id], let outage = outage(channel: id) else { return nil }
        let chain = self.chain(of: outage).compactMap { plan.systems[$0] }
        let name = channel.quoted
        if chain.isEmpty { return name }
        let links = chain.map(\.quoted)
        return Phrase(
            "{name} ({chain})", ["name": name, "chain": Phrase(joining: links, separator: Phrase(verbatim: " ← "))])
    }

    /// A label at each thing that the scenario takes away, for a few of the losses, and at what it breaks on the way.
    func labels(for losses: Losses, in scenario: Scenario) -> [Label] {
        var labels: [Label] = []
        let name = scenario.quoted
        for reference in scenario.disables + scenario.distrusts where losses.things.contains(reference.target) {
            let isDistrusted = scenario.distrusts.contains { $0.span == reference.span }
            labels.append(
                Label(
                    reference.span,
                    isDistrusted
                        ? Phrase(
                            "must not be trusted in {name}", ["name": name])
                        : Phrase("is gone in {name}", ["name": name])))
            if labels.count == 4 { break }
        }
        return labels
    }
}

extension Outage.Manner {
    /// What a finding says of it: what is dangerous comes first.
    var phrase: Phrase {
        switch self {
        case .down: Phrase("down")
        case .distrusted: Phrase("not to be trusted")
        case .distrustedAndDown: Phrase("not to be trusted, and down")
        }
    }
}

/// The same fault in several scenarios, told once: `found` is keyed by what makes two faults one.
struct FindingGroups<Key: Hashable, Fault> {
    private(set) var groups: [(key: Key, faults: [(scenario: JudgedScenario, fault: Fault)])] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ key: Key, _ scenario: JudgedScenario, _ fault: Fault) {
        if let place = places[key] {
            groups[place].faults.append((scenario, fault))
        } else {
            places[key] = groups.count
            groups.append((key, [(scenario, fault)]))
        }
    }
}

extension Array {
    /// The scenarios of faults that were found one scenario after the other, each once.
    func scenarios<Fault>() -> [Scenario] where Element == (scenario: JudgedScenario, fault: Fault) {
        var scenarios: [Scenario] = []
        for element in self where scenarios.last?.id != element.scenario.scenario.id {
            scenarios.append(element.scenario.scenario)
        }
        return scenarios
    }
}
