import PlancMarkup
import PlancModel
import PlancSource

/// What works at an hour of a situation, and who can be reached then.
///
/// What is out at T0 is the smallest set that holds what the situation takes away and, for everything in it, whatever cannot do
/// without: a ring of systems that need each other stays up until something outside the ring takes one of them down. What is
/// out comes back once (see `Restoring`), and stays.
public struct Reach: Sendable {
    public let network: DependencyGraph
    public let situation: Situation
    /// The hour, in minutes from T0.
    public let minutes: Int
    /// What the situation does over time, shared by all its hours.
    private let course: Course

    private final class Course: Sendable {
        /// By node.
        let down: [Outage.Cause?]
        let distrusted: [Outage.Cause?]
        let ends: Restoring
        /// By person.
        let absences: [Absence?]
        /// From when somebody can be reached, in minutes from T0: by person, by role.
        let people: [Int]
        let roles: [Int]

        init(_ network: DependencyGraph, _ spread: OutagePropagation, _ absences: [Absence?], _ scenario: Scenario?) {
            let ends = Restoring(network, spread, scenario)
            func from(_ channel: Int) -> Int {
                let node = network.node(ofChannel: channel)
                return max(ends.down[node], ends.distrusted[node])
            }
            let people = network.plan.people.indices.map { person in
                absences[person] == nil
                    ? network.personChannels[person].map(from).min() ?? Restoring.never : Restoring.never
            }
            (down, distrusted) = (spread.down, spread.distrusted)
            self.ends = ends
            self.absences = absences
            self.people = people
            roles = network.rolePeople.map { $0.map { people[$0] }.min() ?? Restoring.never }
        }
    }

    public init(plan: Plan, situation: Situation) { self.init(DependencyGraph(plan), situation) }

    /// At T0.
    public init(_ network: DependencyGraph, _ situation: Situation) {
        let plan = network.plan
        var spread = OutagePropagation(network)
        var absences = [Absence?](repeating: nil, count: plan.people.count)
        let scenario = situation.scenario.flatMap { plan.scenarios[$0] }
        for reference in scenario?.disables ?? [] {
            if reference.target.kind == .person {
                if let person = plan.people.index(of: reference.target.id), absences[person] == nil {
                    absences[person] = .scenario(reference.span)
                }
            } else {
                spread.disable(reference)
            }
        }
        for id in situation.absent.sorted() {
            if let person = plan.people.index(of: id), absences[person] == nil { absences[person] = .asked }
        }
        for id in situation.without.sorted() { spread.lose(id) }
        spread.spreadDown()
        for reference in scenario?.distrusts ?? [] { spread.distrust(reference) }
        spread.spreadDistrust()
        self.init(network, situation, 0, Course(network, spread, absences, scenario))
    }

    private init(_ network: DependencyGraph, _ situation: Situation, _ minutes: Int, _ course: Course) {
        self.network = network
        self.situation = situation
        self.minutes = minutes
        self.course = course
    }

    /// The same situation at another hour. Before T0 nothing is known of it yet, so what is out at T0 is out.
    public func at(_ minutes: Int) -> Reach { Reach(network, situation, max(minutes, 0), course) }

    public var plan: Plan { network.plan }
}

// MARK: Systems and channels

extension Reach {
    /// Why a system is out; nil while it is up (or unknown).
    public func outage(system id: String) -> Outage? { plan.systems.index(of: id).flatMap(outage(node:)) }

    /// Why a channel is out; nil while it is up (or unknown).
    public func outage(channel id: String) -> Outage? {
        plan.channels.index(of: id).flatMap { outage(node: network.node(ofChannel: $0)) }
    }

    /// Whether it can be counted on at this hour; true for an id that the plan does not have.
    public func isUp(system id: String) -> Bool { plan.systems.index(of: id).map(isUp(node:)) ?? true }
    /// Whether it can be counted on at this hour; true for an id that the plan does not have.
    public func isUp(channel id: String) -> Bool { plan.channels.index(of: id).map(isUp(channelAt:)) ?? true }

    /// What can be said of it at this hour; `up` for an id that the plan does not have.
    public func availability(system id: String) -> Availability {
        plan.systems.index(of: id).map(availability(node:)) ?? .up
    }

    /// What can be said of it at this hour; `up` for an id that the plan does not have.
    public func availability(channel id: String) -> Availability {
        plan.channels.index(of: id).map { availability(node: network.node(ofChannel: $0)) } ?? .up
    }

    /// When a channel that was out can be used again, whatever the hour; nil of one that never was, or is not said to be.
    public func back(channel id: String) -> Return? {
        plan.channels.index(of: id).flatMap { back(network.node(ofChannel: $0)) }
    }

    private func back(_ node: Int) -> Return? {
        let (down, distrusted) = (course.ends.down[node], course.ends.distrusted[node])
        let end = max(down, distrusted)
        guard end > 0, end < Restoring.never else { return nil }
        return Return(
            minutes: end, was: distrusted == 0 ? .down : down == 0 ? .distrusted : .distrustedAndDown)
    }

    func isUp(node: Int) -> Bool { end(node) <= minutes }
    func isUp(channelAt place: Int) -> Bool { isUp(node: network.node(ofChannel: place)) }
    func isPresent(personAt place: Int) -> Bool { course.absences[place] == nil }

    /// When a node can be used, in minutes from T0: 0 for what never is out.
    func end(_ node: Int) -> Int { max(course.ends.down[node], course.ends.distrusted[node]) }

    func outage(node: Int) -> Outage? {
        let end = end(node)
        guard end > minutes else { return nil }
        let until = end < Restoring.never ? end : nil
        let down = course.ends.down[node] > minutes ? cause(of: node, isDistrust: false) : nil
        guard course.ends.distrusted[node] > minutes, let cause = cause(of: node, isDistrust: true) else {
            return down.map {
                Outage(manner: .down, cause: $0, holders: self.holders(of: node, isDistrust: false), until: until)
            }
        }
        var holders = holders(of: node, isDistrust: true)
        if down != nil {
            holders += self.holders(of: node, isDistrust: false).filter { !holders.contains($0) }
        }
        return Outage(
            manner: down == nil ? .distrusted : .distrustedAndDown, cause: cause, secondCause: down, holders: holders,
            until: until)
    }

    /// Why a node is down, or distrusted: that the situation takes it away, else all that it needs and that is out at this hour. What
    /// takes longer to come back than what it needs goes back to what was out at T0.
    private func cause(of node: Int, isDistrust: Bool) -> Outage.Cause? {
        let cause = isDistrust ? course.distrusted[node] : course.down[node]
        guard case .needs? = cause else { return cause }
        let now = needsOut(of: node, isDistrust: isDistrust, at: minutes)
        let needs = now.isEmpty ? needsOut(of: node, isDistrust: isDistrust, at: 0) : now
        return needs.isEmpty ? cause : .needs(needs)
    }

    /// Of what the situation takes away itself: the systems that hold it out for longer than that.
    private func holders(of node: Int, isDistrust: Bool) -> [String] {
        let cause = isDistrust ? course.distrusted[node] : course.down[node]
        if case .needs? = cause { return [] }
        guard course.ends.isHeld(node, isDistrust: isDistrust) else { return [] }
        return needsOut(of: node, isDistrust: isDistrust, at: course.ends.end(node, isDistrust: isDistrust) - 1)
    }

    /// The systems by which a node is down, or distrusted, at an hour, by id: of each group all members.
    private func needsOut(of node: Int, isDistrust: Bool, at minutes: Int) -> [String] {
        var needs: [String] = []
        for group in network.needs[node] {
            let members = network.groups[group].members
            let isOut =
                isDistrust
                ? members.allSatisfy { end($0) > minutes } && members.contains { course.ends.distrusted[$0] > minutes }
                : members.allSatisfy { course.ends.down[$0] > minutes }
            guard isOut else { continue }
            for id in members.map(network.id) where !needs.contains(id) { needs.append(id) }
        }
        return needs
    }

    private func availability(node: Int) -> Availability {
        if let outage = outage(node: node) { return .out(outage) }
        return back(node).map { .back($0) } ?? .up
    }

    /// The systems that are out, in the order of the plan.
    public var systemsOut: [(system: System, outage: Outage)] {
        plan.systems.enumerated().compactMap { place, system in outage(node: place).map { (system, $0) } }
    }

    /// The channels that are out, in the order of the plan.
    public var channelsOut: [(channel: Channel, outage: Outage)] {
        plan.channels.enumerated().compactMap { place, channel in
            outage(node: network.node(ofChannel: place)).map { (channel, $0) }
        }
    }

    /// What leads from an outage to its root, by the systems' ids: the nearest first, the one that the situation takes
    /// away last. Of several that it needs one is followed: of those that are distrusted the first when the outage is, else the first
    /// that is out for as long. Empty when the thing itself is taken away.
    public func chain(of outage: Outage) -> [String] {
        var chain: [String] = []
        var current = outage.cause
        var isDistrust = outage.manner.isDistrusted
        var seen = Set<String>()
        while case .needs(let members) = current {
            let places = members.compactMap(plan.systems.index)
            let suspect = isDistrust ? places.first { course.distrusted[$0] != nil } : nil
            let last = places.first { end($0) == outage.until ?? Restoring.never } ?? places.first
            guard let place = suspect ?? last, seen.insert(plan.systems[place].id).inserted,
                let cause = suspect.flatMap({ self.cause(of: $0, isDistrust: true) })
                    ?? self.cause(of: place, isDistrust: false)
            else { break }
            isDistrust = suspect != nil
            chain.append(plan.systems[place].id)
            current = cause
        }
        return chain
    }

    /// The systems that an outage goes back to, in the order of the plan. Empty when nothing but the situation takes the thing away.
    public func roots(of outage: Outage) -> [String] {
        var roots = Set<Int>()
        var seen: [Set<String>] = [[], []]
        var open: [(members: [String], isDistrust: Bool)] = []
        if case .needs(let members) = outage.cause { open.append((members, outage.manner.isDistrusted)) }
        if case .needs(let members)? = outage.secondCause { open.append((members, false)) }
        if !outage.holders.isEmpty {
            for isDistrust in Set([outage.manner.isDistrusted, false]) { open.append((outage.holders, isDistrust)) }
        }
        while let (members, isDistrust) = open.popLast() {
            for id in members where seen[isDistrust ? 1 : 0].insert(id).inserted {
                guard let place = plan.systems.index(of: id) else { continue }
                let isSuspect = isDistrust && course.distrusted[place] != nil
                switch cause(of: place, isDistrust: isSuspect) {
                case nil: continue
                case .needs(let next)?: open.append((next, isSuspect))
                default:
                    roots.insert(place)
                    let holders = holders(of: place, isDistrust: isSuspect)
                    if !holders.isEmpty { open.append((holders, isSuspect)) }
                }
            }
        }
        return roots.sorted().map { plan.systems[$0].id }
    }
}

// MARK: People, roles, audiences

extension Reach {
    /// Why the person is not there in this situation; nil when they are.
    public func absence(person id: String) -> Absence? { plan.people.index(of: id).flatMap { course.absences[$0] } }

    /// Whether one of the person's channels is up at this hour, and they are there.
    public func isReachable(person id: String) -> Bool {
        plan.people.index(of: id).map { course.people[$0] <= minutes } ?? false
    }

    /// Whether somebody of the role can be reached at this hour.
    public func isReachable(role id: String) -> Bool {
        plan.roles.index(of: id).map { course.roles[$0] <= minutes } ?? false
    }

    /// From when somebody of a role can be reached, in minutes from T0; nil when the plan does not say.
    public func reachable(role id: String) -> Int? {
        plan.roles.index(of: id).map { course.roles[$0] }.flatMap { $0 < Restoring.never ? $0 : nil }
    }

    /// Whether an audience can be told: it has a channel that is up and that somebody works, and an address there.
    public func isReachable(audience id: String) -> Bool { !ways(audience: id).isEmpty }

    /// The addresses of a person that work, in the order written; none when they are absent.
    public func addressesUp(person id: String) -> [Person.Address] {
        guard let place = plan.people.index(of: id), course.absences[place] == nil else { return [] }
        return plan.people[place].reach.filter { isUp(channel: $0.channel.id) }
    }

    /// The people of a role who can be reached: the first of them acts.
    public func peopleReachable(role id: String) -> [String] {
        guard let place = plan.roles.index(of: id) else { return [] }
        return network.rolePeople[place].filter { course.people[$0] <= minutes }.map { plan.people[$0].id }
    }

    /// The channels of an audience that are up, in its order of preference.
    public func channelsUp(audience id: String) -> [String] {
        guard let place = plan.audiences.index(of: id) else { return [] }
        return network.audienceChannels[place].filter { isUp(channelAt: $0) }.map { plan.channels[$0].id }
    }

    /// The channels by which an audience can be told, in its order of preference: those that are up and have somebody to work
    /// them, and on which it has an address.
    public func ways(audience id: String) -> [String] {
        channelsUp(audience: id).filter { hasOperator(channel: $0) && hasAddress(id, on: $0) }
    }

    func hasAddress(_ audience: String, on channel: String) -> Bool {
        guard let audience = plan.audiences[audience], let channel = plan.channels[channel] else { return false }
        return audience.hasAddress(on: channel)
    }

    /// Whether somebody who works the channel can be reached; a channel without an operator is taken to work by itself.
    public func hasOperator(channel id: String) -> Bool {
        guard let place = plan.channels.index(of: id) else { return false }
        return network.operators[place].map { course.roles[$0] <= minutes } ?? true
    }

    /// From when a channel is up and somebody can work it, in minutes from T0; nil when the plan does not say.
    func carries(channel id: String) -> Int? {
        guard let place = plan.channels.index(of: id) else { return nil }
        let from = max(
            end(network.node(ofChannel: place)), network.operators[place].map { course.roles[$0] } ?? 0)
        return from < Restoring.never ? from : nil
    }

    /// The copies of a pack that are not on a system that is out.
    public func copiesInReach(_ pack: Pack) -> [Pack.Copy] {
        pack.copies.filter { copy in copy.on.map { isUp(system: $0.id) } ?? true }
    }
}

// MARK: By reference

extension Reach {
    /// Why a system or a channel is out; nil of what is up, and of anything else.
    public func outage(of thing: EntityReference) -> Outage? { network.node(of: thing).flatMap(outage(node:)) }

    /// Whether the situation takes a system or a channel away at T0, for however short a time.
    public func isTakenAway(_ thing: EntityReference) -> Bool {
        network.node(of: thing).map { course.down[$0] != nil || course.distrusted[$0] != nil } ?? false
    }

    /// The systems that keep a thing out at this hour, by id: of each group that is out, all members.
    public func needsOut(of thing: EntityReference) -> [String] {
        guard let node = network.node(of: thing) else { return [] }
        var needs: [String] = []
        for group in network.needs[node] {
            let members = network.groups[group].members
            guard !members.contains(where: isUp(node:)) else { continue }
            for id in members.map(network.id) where !needs.contains(id) { needs.append(id) }
        }
        return needs
    }
}
