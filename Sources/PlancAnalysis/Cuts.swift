import PlancMarkup
import PlancModel

/// The minimal sets of systems whose loss cuts off an audience, a role or a person: a cut of one is a single point of
/// failure.
///
/// Complete for cuts up to the size asked for, given what is out already. What is silent already has no cuts, nor has what can be
/// reached by something that depends on no system.
public struct Cuts: Sendable {
    public let reach: Reach
    /// The most systems of a cut that was looked for.
    public let size: Int
    private let kinds: Set<EntityKind>
    /// The cuts of each set of channels that somebody depends on, as systems' places in the plan.
    private let byChannels: [[Int]: [[Int]]]

    public init(plan: Plan, situation: Situation = Situation(), atMost size: Int = 3) {
        self.init(Reach(plan: plan, situation: situation), atMost: size)
    }

    /// `kinds`: of what the cuts are wanted; `cuts(of:)` tells nothing of the others.
    public init(_ reach: Reach, atMost size: Int = 3, of kinds: Set<EntityKind> = [.audience, .role, .person]) {
        let network = reach.network
        var byChannels: [[Int]: [[Int]]] = [:]
        func search(_ channels: [Int]) {
            guard byChannels[channels] == nil else { return }
            byChannels[channels] = Self.search(reach, channels, size)
        }
        if kinds.contains(.audience) {
            for place in network.plan.audiences.indices { search(Self.channels(ofAudience: place, reach)) }
        }
        if kinds.contains(.role) {
            for place in network.plan.roles.indices { search(Self.channels(ofRole: place, reach)) }
        }
        if kinds.contains(.person) {
            for place in network.plan.people.indices { search(Self.channels(ofPerson: place, reach)) }
        }
        self.reach = reach
        self.size = size
        self.kinds = kinds
        self.byChannels = byChannels
    }

    /// By size, then in the order of the plan's systems; each cut in that order too. Nothing for other kinds of things.
    public func cuts(of target: EntityReference) -> [[String]] {
        let plan = reach.plan
        let channels: [Int]? =
            switch target.kind {
            case .audience: plan.audiences.index(of: target.id).map { Self.channels(ofAudience: $0, reach) }
            case .role: plan.roles.index(of: target.id).map { Self.channels(ofRole: $0, reach) }
            case .person: plan.people.index(of: target.id).map { Self.channels(ofPerson: $0, reach) }
            default: nil
            }
        guard kinds.contains(target.kind), let channels, let cuts = byChannels[channels] else { return [] }
        return cuts.map { $0.map { plan.systems[$0].id } }
    }

    /// The systems each of which takes all of these channels with it, in the order of the plan; channels that are out already
    /// are left aside.
    public func sharedPoints(of channels: [String]) -> [String] {
        let plan = reach.plan
        let places = Set(channels.compactMap { plan.channels.index(of: $0) }.filter(reach.isUp(channelAt:))).sorted()
        return Self.search(reach, places, 1).map { plan.systems[$0[0]].id }
    }

    // The channels that are up and lead to somebody, each once, in order: all of them must fall.

    /// Those that somebody can work: whom nothing reaches already is not cut off once more.
    private static func channels(ofAudience place: Int, _ reach: Reach) -> [Int] {
        Set(reach.ways(audience: reach.plan.audiences[place].id).compactMap { reach.plan.channels.index(of: $0) })
            .sorted()
    }

    private static func channels(ofPerson place: Int, _ reach: Reach) -> [Int] {
        guard reach.isPresent(personAt: place) else { return [] }
        return Set(reach.network.personChannels[place].filter(reach.isUp(channelAt:))).sorted()
    }

    private static func channels(ofRole place: Int, _ reach: Reach) -> [Int] {
        let people = reach.network.rolePeople[place].filter(reach.isPresent(personAt:))
        return Set(people.flatMap { reach.network.personChannels[$0] }.filter(reach.isUp(channelAt:))).sorted()
    }

    private static func search(_ reach: Reach, _ channels: [Int], _ size: Int) -> [[Int]] {
        guard !channels.isEmpty, size > 0 else { return [] }
        guard let tree = FaultTree(reach, channels) else { return [] }
        let cuts =
            tree.systems.count <= 64
            ? CutSearch<SmallSystemSet>.run(tree, atMost: size) : CutSearch<LargeSystemSet>.run(tree, atMost: size)
        let places = cuts.map { cut in cut.map { tree.systems[$0] }.sorted() }
        return places.sorted { a, b in a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b) }
    }
}

/// What a set of channels depends on, with systems numbered from 0: every channel falls when one of its groups is out, a group
/// when all its members are.
struct FaultTree {
    /// The places in the plan of the systems that take part.
    let systems: [Int]
    /// The groups of each system, then of each channel: members by number. What is out already is left away.
    private(set) var systemGroups: [[[Int]]] = []
    private(set) var channelGroups: [[[Int]]] = []

    /// nil when one of the channels depends on no system: then nothing can silence them all.
    init?(_ reach: Reach, _ channels: [Int]) {
        let network = reach.network
        var places: [Int] = []
        var numbers: [Int: Int] = [:]
        func groups(_ node: Int) -> [[Int]] {
            network.needs[node].map { group in
                network.groups[group].members.filter(reach.isUp(node:)).map { member in
                    if let number = numbers[member] { return number }
                    numbers[member] = places.count
                    places.append(member)
                    return places.count - 1
                }
            }
        }
        var seen = Set<[[Int]]>()
        for channel in channels {
            let needs = groups(network.node(ofChannel: channel))
            if needs.isEmpty { return nil }
            if seen.insert(needs).inserted { channelGroups.append(needs) }
        }
        while systemGroups.count < places.count { systemGroups.append(groups(places[systemGroups.count])) }
        systems = places
    }
}
