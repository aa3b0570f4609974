import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Reports things that need each other in a ring.
///
/// - Parameter snippets: which snippet says which other.
func cycles(among things: Plan, snippets edges: [(from: String, to: Reference)], _ order: FileOrder) -> [Finding] {
    let rings = Rings(order: order)
    var findings = rings.of(rings.hardDependencies(Array(things.systems))).map {
        DependencyCycle.finding(ring: $0.ids, at: $0.at, edges: $0.others)
    }
    findings += rings.of(things.messages.map { ($0.id, $0.after) }).map {
        MessageCycle.finding(ring: $0.ids, at: $0.at, edges: $0.others)
    }
    var contained: [String: [Reference]] = [:]
    for edge in edges { contained[edge.from, default: []].append(edge.to) }
    findings += rings.of(things.snippets.map { ($0.id, contained[$0.id] ?? []) }).map {
        SnippetCycle.finding(ring: $0.ids, at: $0.at, edges: $0.others)
    }
    return findings
}

private struct Rings {
    let order: FileOrder

    /// What each system cannot start without. Of a redundancy one is enough: it counts only when none of its members can
    /// start by itself.
    func hardDependencies(_ systems: [System]) -> [(String, [Reference])] {
        let places = Dictionary(systems.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        // How many of its dependencies are not known to start yet; who waits for whom.
        var missing = systems.map(\.dependsOn.count)
        var met = systems.map { [Bool](repeating: false, count: $0.dependsOn.count) }
        var waiting = [[(system: Int, dependency: Int)]](repeating: [], count: systems.count)
        for (index, system) in systems.enumerated() {
            for (number, dependency) in system.dependsOn.enumerated() {
                for reference in dependency.references {
                    if let place = places[reference.id] { waiting[place].append((index, number)) }
                }
            }
        }
        var starts = [Bool](repeating: false, count: systems.count)
        var queue = systems.indices.filter { missing[$0] == 0 }
        while let next = queue.popLast() {
            starts[next] = true
            for (system, dependency) in waiting[next] where !met[system][dependency] {
                met[system][dependency] = true
                missing[system] -= 1
                if missing[system] == 0 { queue.append(system) }
            }
        }
        return systems.enumerated().map { index, system in
            if starts[index] { return (system.id, []) }
            let edges = zip(system.dependsOn, met[index]).filter { !$0.1 }.flatMap { $0.0.references }
            return (system.id, edges)
        }
    }

    struct Ring {
        /// In order, the first again at the end.
        var ids: [String]
        var at: Span
        var others: [Span]
    }

    /// One ring of each knot of things that need each other: it is told at its first reference by path and place, and is
    /// the shortest that goes through it.
    func of(_ nodes: [(id: String, edges: [Reference])]) -> [Ring] {
        let places = Dictionary(nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let edges = nodes.map { node in
            node.edges.compactMap { edge in places[edge.id].map { (to: $0, span: edge.span) } }
        }
        guard edges.contains(where: { !$0.isEmpty }) else { return [] }
        let knot = Knots.of(edges.map { $0.map(\.to) })
        var first: [Int: (from: Int, to: Int, span: Span)] = [:]
        for (from, targets) in edges.enumerated() {
            for edge in targets where knot[from] == knot[edge.to] {
                if let known = first[knot[from]], !order.isBefore(edge.span, known.span) { continue }
                first[knot[from]] = (from, edge.to, edge.span)
            }
        }
        return first.values.sorted { order.isBefore($0.span, $1.span) }.map { start in
            // Breadth first from the target of the first reference back to where it stands.
            var cameBy: [Int: (from: Int, span: Span)] = [:]
            var queue = [start.to]
            var next = 0
            while next < queue.count, cameBy[start.from] == nil || start.from == start.to {
                let node = queue[next]
                next += 1
                if node == start.from { break }
                for edge in edges[node]
                where knot[edge.to] == knot[start.from] && edge.to != start.to && cameBy[edge.to] == nil {
                    cameBy[edge.to] = (node, edge.span)
                    queue.append(edge.to)
                }
            }
            var path: [Int] = [start.from]
            var spans: [Span] = []
            while let last = path.last, last != start.to, let step = cameBy[last] {
                spans.append(step.span)
                path.append(step.from)
            }
            return Ring(
                ids: [nodes[start.from].id] + path.reversed().map { nodes[$0].id }, at: start.span,
                others: spans.reversed())
        }
    }
}

/// Strongly connected components (Tarjan 1972), without recursion.
private enum Knots {
    /// The number of the component of each node.
    static func of(_ edges: [[Int]]) -> [Int] {
        var component = [Int](repeating: -1, count: edges.count)
        var order = [Int](repeating: -1, count: edges.count)
        var low = order
        var stack: [Int] = []
        var count = 0
        var components = 0
        for root in edges.indices where order[root] < 0 {
            var work: [(node: Int, edge: Int)] = [(root, 0)]
            while let (node, edge) = work.last {
                if edge == 0 {
                    order[node] = count
                    low[node] = count
                    count += 1
                    stack.append(node)
                }
                if edge < edges[node].count {
                    work[work.count - 1].edge += 1
                    let target = edges[node][edge]
                    if order[target] < 0 {
                        work.append((target, 0))
                    } else if component[target] < 0 {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                work.removeLast()
                if let parent = work.last { low[parent.node] = min(low[parent.node], low[node]) }
                if low[node] == order[node] {
                    while let member = stack.popLast() {
                        component[member] = components
                        if member == node { break }
                    }
                    components += 1
                }
            }
        }
        return component
    }
}
