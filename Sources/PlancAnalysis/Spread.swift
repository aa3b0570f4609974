import PlancModel
import PlancSource

/// How the loss of a few systems spreads to all that cannot do without them. Every group is looked at once for each of its
/// members: linear in what the plan says, whatever rings it holds.
struct Spread {
    private let network: Network
    private(set) var outages: [Outage?]
    /// How many members of a group are still up, by group.
    private var left: [Int]
    private var open: [Int] = []

    init(_ network: Network) {
        self.network = network
        outages = [Outage?](repeating: nil, count: network.nodeCount)
        left = network.groups.map(\.members.count)
    }

    /// What a scenario names; anything but a system or a channel is no loss here.
    mutating func lose(_ reference: TypedReference, _ manner: Outage.Manner) {
        let node: Int?
        switch reference.target.kind {
        case .system: node = network.plan.systems.index(of: reference.target.id)
        case .channel: node = network.plan.channels.index(of: reference.target.id).map(network.node(ofChannel:))
        default: node = nil
        }
        if let node { lose(node, Outage(manner: manner, cause: .scenario(reference.span))) }
    }

    /// What somebody asks to be lost: the system and the channel of that id, or the one that `system:id` or `channel:id`
    /// names.
    mutating func lose(_ name: String) {
        let parts = name.split(separator: ":", maxSplits: 1)
        let (kind, id) = parts.count == 2 ? (parts[0], String(parts[1])) : ("", name)
        if kind != "channel", let system = network.plan.systems.index(of: id) {
            lose(system, Outage(manner: .down, cause: .asked))
        }
        if kind != "system", let channel = network.plan.channels.index(of: id) {
            lose(network.node(ofChannel: channel), Outage(manner: .down, cause: .asked))
        }
    }

    private mutating func lose(_ node: Int, _ outage: Outage) {
        guard outages[node] == nil else { return }
        outages[node] = outage
        if node < network.systemCount { open.append(node) }
    }

    /// First come, first served, so that a chain is as short as it can be.
    mutating func run(_ manner: Outage.Manner) {
        var next = 0
        while next < open.count {
            let system = open[next]
            next += 1
            for group in network.uses[system] {
                left[group] -= 1
                guard left[group] == 0 else { continue }
                let members = network.groups[group].members.map(network.id)
                lose(network.groups[group].owner, Outage(manner: manner, cause: .needs(members)))
            }
        }
        open.removeAll()
    }
}
