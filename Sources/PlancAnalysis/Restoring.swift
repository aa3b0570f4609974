import PlancModel

/// When each thing that a situation takes away is down, and distrusted, no more.
///
/// What is down is back at the time that the scenario's `restores` gives it, else at its `rto`; what is distrusted is trusted again
/// at the time of `restores` alone: a system that is running by its objective may still be read. Nothing is back before what it
/// needs, whatever is said of it; of a redundancy the first member to be back is enough.
struct Restoring {
    /// "Not said": later than any time that a plan can name.
    static let never = Int.max

    /// By node, in minutes from T0; 0 for what is not down, or not distrusted.
    private(set) var down: [Int]
    private(set) var distrusted: [Int]
    /// The same of each node for itself, whatever it needs.
    private let ownDown: [Int]
    private let ownDistrusted: [Int]

    init(_ network: DependencyGraph, _ spread: OutagePropagation, _ scenario: Scenario?) {
        let plan = network.plan
        var said: [Int: Int] = [:]
        for restoration in scenario?.restores ?? [] {
            guard let node = network.node(of: restoration.thing.target) else { continue }
            said[node] = restoration.after.value.boundedMinutes
        }
        func isOwn(_ cause: Outage.Cause) -> Bool { if case .needs = cause { false } else { true } }
        ownDown = spread.down.enumerated().map { node, cause -> Int in
            guard let cause else { return 0 }
            if case .asked = cause { return Self.never }
            if let said = said[node] { return said }
            let objective = node < network.systemCount ? plan.systems[node].rto?.value.boundedMinutes : nil
            return objective ?? (isOwn(cause) ? Self.never : 0)
        }
        ownDistrusted = spread.distrusted.enumerated().map { node, cause -> Int in
            guard let cause else { return 0 }
            return said[node] ?? (isOwn(cause) ? Self.never : 0)
        }
        down = Self.ends(network, ownDown)
        let out = Self.ends(network, zip(ownDown, ownDistrusted).map { max($0, $1) })
        // While a whole group is out.
        let groups = network.groups.map { group in group.members.map { out[$0] }.min() ?? 0 }
        distrusted = Self.distrustEnds(network, ownDistrusted, groups)
    }

    /// When a node is down, or distrusted, no more.
    func end(_ node: Int, isDistrust: Bool) -> Int { isDistrust ? distrusted[node] : down[node] }

    /// Whether what a node needs is down, or distrusted, for longer than the node is by itself.
    func isHeld(_ node: Int, isDistrust: Bool) -> Bool {
        isDistrust ? ownDistrusted[node] < distrusted[node] : ownDown[node] < down[node]
    }

    /// The latest of a node's own end and, of each group that it needs, the end of the member that is back first. From the latest
    /// end to the earliest, so that each group is looked at once for each of its members, and a ring waits for no more than what
    /// takes it down.
    private static func ends(_ network: DependencyGraph, _ own: [Int]) -> [Int] {
        var ends = [Int?](repeating: nil, count: own.count)
        var left = network.groups.map(\.members.count)
        for seed in own.indices.filter({ own[$0] > 0 }).sorted(by: { (-own[$0], $0) < (-own[$1], $1) }) {
            guard ends[seed] == nil else { continue }
            let end = own[seed]
            ends[seed] = end
            var open = [seed]
            while let node = open.popLast() {
                guard node < network.systemCount else { continue }
                for group in network.uses[node] {
                    left[group] -= 1
                    let owner = network.groups[group].owner
                    if left[group] == 0, ends[owner] == nil {
                        ends[owner] = end
                        open.append(owner)
                    }
                }
            }
        }
        return ends.map { $0 ?? 0 }
    }

    /// The same for distrust, which one member is enough to hand on, as long as its whole group is out.
    private static func distrustEnds(_ network: DependencyGraph, _ own: [Int], _ groups: [Int]) -> [Int] {
        let levels = Set(own + groups).filter { $0 > 0 }.sorted(by: >)
        let places = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
        var waiting = [[Int]](repeating: [], count: levels.count)
        for node in own.indices { if let place = places[own[node]] { waiting[place].append(node) } }
        var ends = [Int?](repeating: nil, count: own.count)
        for place in levels.indices {
            while let node = waiting[place].popLast() {
                guard ends[node] == nil else { continue }
                ends[node] = levels[place]
                guard node < network.systemCount else { continue }
                for group in network.uses[node] {
                    let owner = network.groups[group].owner
                    guard ends[owner] == nil, let later = places[min(groups[group], levels[place])] else { continue }
                    waiting[later].append(owner)
                }
            }
        }
        return ends.map { $0 ?? 0 }
    }
}
