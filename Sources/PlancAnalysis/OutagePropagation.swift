import PlancModel
import PlancSource

/// How the loss of a few systems spreads, at T0, to all that cannot do without them. Every group is looked at once for each of its
/// members: linear in what the plan says, whatever rings it holds.
///
/// A thing may be down and distrusted at once. What needs a redundancy of which all members are out is distrusted when one of
/// them is: whatever still runs of it, runs by that one.
struct OutagePropagation {
    private let network: DependencyGraph
    private(set) var down: [Outage.Cause?]
    private(set) var distrusted: [Outage.Cause?]
    /// How many members of a group are not out, by group.
    private var left: [Int]
    private var open: [Int] = []

    init(_ network: DependencyGraph) {
        self.network = network
        down = [Outage.Cause?](repeating: nil, count: network.nodeCount)
        distrusted = down
        left = network.groups.map(\.members.count)
    }

    /// What a scenario disables; anything but a system or a channel is no loss here.
    mutating func disable(_ reference: TypedReference) {
        if let node = network.node(of: reference.target) { lose(node, .scenario(reference.span)) }
    }

    /// What a scenario distrusts; only after all that is down has spread.
    mutating func distrust(_ reference: TypedReference) {
        if let node = network.node(of: reference.target) { distrust(node, .scenario(reference.span)) }
    }

    /// What somebody asks to be lost: the system and the channel of that id, or the one that `system:id` or `channel:id`
    /// names.
    mutating func lose(_ name: String) {
        let parts = name.split(separator: ":", maxSplits: 1)
        let (kind, id) = parts.count == 2 ? (parts[0], String(parts[1])) : ("", name)
        if kind != "channel", let system = network.plan.systems.index(of: id) { lose(system, .asked) }
        if kind != "system", let channel = network.plan.channels.index(of: id) {
            lose(network.node(ofChannel: channel), .asked)
        }
    }

    private mutating func lose(_ node: Int, _ cause: Outage.Cause) {
        guard down[node] == nil else { return }
        down[node] = cause
        if node < network.systemCount { open.append(node) }
    }

    private mutating func distrust(_ node: Int, _ cause: Outage.Cause) {
        guard distrusted[node] == nil else { return }
        distrusted[node] = cause
        if node < network.systemCount { open.append(node) }
    }

    /// First come, first served, so that a chain is as short as it can be.
    mutating func spreadDown() {
        var next = 0
        while next < open.count {
            let system = open[next]
            next += 1
            for group in network.uses[system] {
                left[group] -= 1
                if left[group] == 0 { lose(network.groups[group].owner, cause(group)) }
            }
        }
        open.removeAll()
    }

    mutating func spreadDistrust() {
        var next = 0
        while next < open.count {
            let system = open[next]
            next += 1
            for group in network.uses[system] {
                if down[system] == nil { left[group] -= 1 }
                if left[group] == 0 { distrust(network.groups[group].owner, cause(group)) }
            }
        }
        open.removeAll()
    }

    private func cause(_ group: Int) -> Outage.Cause { .needs(network.groups[group].members.map(network.id)) }
}
