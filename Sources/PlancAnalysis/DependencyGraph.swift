import PlancMarkup
import PlancModel

/// Who and what depends on what, by number: made once for a plan, and shared by every situation it is looked at in.
///
/// A node is a system (its place among the plan's systems) or a channel (its place after them).
public final class DependencyGraph: Sendable {
    /// All members of a group out: its owner is out. A plain dependency is a group of one.
    struct Group: Sendable {
        var owner: Int
        var members: [Int]
    }

    public let plan: Plan
    let groups: [Group]
    /// The groups that a system stands in, by system.
    let uses: [[Int]]
    /// The groups that a node owns, by node.
    let needs: [[Int]]
    /// The role that works a channel, by channel.
    let operators: [Int?]
    /// By person, in the order written.
    let personChannels: [[Int]]
    /// By role, the holder first.
    let rolePeople: [[Int]]
    /// By audience, in the order of preference.
    let audienceChannels: [[Int]]

    public init(_ plan: Plan) {
        self.plan = plan
        let systemCount = plan.systems.count
        var groups: [Group] = []
        var uses = [[Int]](repeating: [], count: systemCount)
        var needs = [[Int]](repeating: [], count: systemCount + plan.channels.count)
        func add(_ dependencies: [Dependency], of owner: Int) {
            for dependency in dependencies {
                var members: [Int] = []
                for reference in dependency.references {
                    if let member = plan.systems.index(of: reference.id), !members.contains(member) {
                        members.append(member)
                    }
                }
                if members.isEmpty { continue }
                needs[owner].append(groups.count)
                for member in members { uses[member].append(groups.count) }
                groups.append(Group(owner: owner, members: members))
            }
        }
        for (place, system) in plan.systems.enumerated() { add(system.dependsOn, of: place) }
        for (place, channel) in plan.channels.enumerated() { add(channel.dependsOn, of: systemCount + place) }
        self.groups = groups
        self.uses = uses
        self.needs = needs
        operators = plan.channels.map { channel in channel.operatedBy.flatMap { plan.roles.index(of: $0.id) } }
        personChannels = plan.people.map { $0.reach.compactMap { plan.channels.index(of: $0.channel.id) } }
        rolePeople = plan.roles.map { $0.people.compactMap { plan.people.index(of: $0.id) } }
        audienceChannels = plan.audiences.map { $0.channels.compactMap { plan.channels.index(of: $0.id) } }
    }

    var systemCount: Int { uses.count }
    var nodeCount: Int { needs.count }
    func node(ofChannel channel: Int) -> Int { uses.count + channel }

    /// The node of a system or a channel; nil for anything else.
    func node(of reference: EntityReference) -> Int? {
        switch reference.kind {
        case .system: plan.systems.index(of: reference.id)
        case .channel: plan.channels.index(of: reference.id).map(node(ofChannel:))
        default: nil
        }
    }

    /// The id of a node.
    func id(_ node: Int) -> String {
        node < uses.count ? plan.systems[node].id : plan.channels[node - uses.count].id
    }
}
