import PlancModel
import PlancSource

/// What still works in a situation, and who can be reached in it.
///
/// What is out is the smallest set that holds what the situation takes away and, for everything in it, whatever cannot do
/// without: a ring of systems that need each other stays up until something outside the ring takes one of them down.
public struct Reach: Sendable {
    public let network: Network
    public let situation: Situation
    /// By node.
    private let outages: [Outage?]
    /// By person.
    private let absences: [Absence?]
    private let reachablePeople: [Bool]
    private let reachableRoles: [Bool]

    public init(plan: Plan, situation: Situation) { self.init(Network(plan), situation) }

    public init(_ network: Network, _ situation: Situation) {
        self.network = network
        self.situation = situation
        let plan = network.plan
        var spread = Spread(network)
        var absences = [Absence?](repeating: nil, count: plan.people.count)
        let scenario = situation.scenario.flatMap { plan.scenarios[$0] }
        for reference in scenario?.disables ?? [] {
            if reference.target.kind == .person {
                if let person = plan.people.index(of: reference.target.id), absences[person] == nil {
                    absences[person] = .scenario(reference.span)
                }
            } else {
                spread.lose(reference, .down)
            }
        }
        for id in situation.absent.sorted() {
            if let person = plan.people.index(of: id), absences[person] == nil { absences[person] = .asked }
        }
        for id in situation.without.sorted() { spread.lose(id) }
        spread.run(.down)
        for reference in scenario?.distrusts ?? [] { spread.lose(reference, .distrusted) }
        spread.run(.distrusted)

        let outages = spread.outages
        let offset = network.systemCount
        let people = plan.people.indices.map { person in
            absences[person] == nil && network.personChannels[person].contains { outages[offset + $0] == nil }
        }
        self.outages = outages
        self.absences = absences
        reachablePeople = people
        reachableRoles = plan.roles.indices.map { network.rolePeople[$0].contains { people[$0] } }
    }

    public var plan: Plan { network.plan }
}

// MARK: Systems and channels

extension Reach {
    /// Why a system is out; nil while it is up (or unknown).
    public func outage(system id: String) -> Outage? { plan.systems.index(of: id).flatMap { outages[$0] } }

    /// Why a channel is out; nil while it is up (or unknown).
    public func outage(channel id: String) -> Outage? {
        plan.channels.index(of: id).flatMap { outages[network.node(ofChannel: $0)] }
    }

    public func isUp(system id: String) -> Bool { outage(system: id) == nil }
    public func isUp(channel id: String) -> Bool { outage(channel: id) == nil }

    func isUp(channelAt place: Int) -> Bool { outages[network.node(ofChannel: place)] == nil }
    func isPresent(personAt place: Int) -> Bool { absences[place] == nil }
    func outage(node: Int) -> Outage? { outages[node] }

    /// The systems that are out, in the order of the plan.
    public var systemsOut: [(system: System, outage: Outage)] {
        plan.systems.enumerated().compactMap { place, system in outages[place].map { (system, $0) } }
    }

    /// The channels that are out, in the order of the plan.
    public var channelsOut: [(channel: Channel, outage: Outage)] {
        plan.channels.enumerated().compactMap { place, channel in
            outages[network.node(ofChannel: place)].map { (channel, $0) }
        }
    }

    /// What leads from an outage to its root, by the systems' ids: the nearest first, the one that the situation takes
    /// away last. Of a redundancy, its first member is followed. Empty when the thing itself is taken away.
    public func chain(of outage: Outage) -> [String] {
        var chain: [String] = []
        var current = outage
        var seen = Set<String>()
        while case .needs(let members) = current.cause, let next = members.first, seen.insert(next).inserted,
            let cause = self.outage(system: next)
        {
            chain.append(next)
            current = cause
        }
        return chain
    }

    /// The systems that an outage goes back to, in the order of the plan. Empty when the thing itself is taken away.
    public func roots(of outage: Outage) -> [String] {
        var roots = Set<Int>()
        var seen = Set<String>()
        var open = [outage]
        while let current = open.popLast() {
            guard case .needs(let members) = current.cause else { continue }
            for id in members where seen.insert(id).inserted {
                guard let place = plan.systems.index(of: id), let cause = outages[place] else { continue }
                if case .needs = cause.cause { open.append(cause) } else { roots.insert(place) }
            }
        }
        return roots.sorted().map { plan.systems[$0].id }
    }
}

// MARK: People, roles, audiences

extension Reach {
    public func absence(person id: String) -> Absence? { plan.people.index(of: id).flatMap { absences[$0] } }

    public func isReachable(person id: String) -> Bool {
        plan.people.index(of: id).map { reachablePeople[$0] } ?? false
    }

    public func isReachable(role id: String) -> Bool { plan.roles.index(of: id).map { reachableRoles[$0] } ?? false }

    public func isReachable(audience id: String) -> Bool { !channelsUp(audience: id).isEmpty }

    /// The addresses of a person that work, in the order written; none when they are absent.
    public func addressesUp(person id: String) -> [Person.Address] {
        guard let place = plan.people.index(of: id), absences[place] == nil else { return [] }
        return plan.people[place].reach.filter { isUp(channel: $0.channel.id) }
    }

    /// The people of a role who can be reached: the first of them acts.
    public func peopleReachable(role id: String) -> [String] {
        guard let place = plan.roles.index(of: id) else { return [] }
        return network.rolePeople[place].filter { reachablePeople[$0] }.map { plan.people[$0].id }
    }

    /// The channels of an audience that are up, in its order of preference.
    public func channelsUp(audience id: String) -> [String] {
        guard let place = plan.audiences.index(of: id) else { return [] }
        return network.audienceChannels[place].filter { isUp(channelAt: $0) }.map { plan.channels[$0].id }
    }

    /// Whether somebody who works the channel can be reached; a channel without an operator is taken to work by itself.
    public func hasOperator(channel id: String) -> Bool {
        guard let place = plan.channels.index(of: id) else { return false }
        return network.operators[place].map { reachableRoles[$0] } ?? true
    }

    /// The copies of a pack that are not on a system that is out.
    public func copiesInReach(_ pack: Pack) -> [Pack.Copy] {
        pack.copies.filter { copy in copy.on.map { isUp(system: $0.id) } ?? true }
    }
}
