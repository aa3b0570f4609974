import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Reports things that need each other in a ring.
///
/// - Parameter uses: which text contains which snippet.
func cycles(among things: Plan, snippets uses: [SnippetUse], _ order: FileOrder) -> [Finding] {
    let rings = Rings(order: order)
    var findings = rings.of(rings.hardDependencies(Array(things.systems))).map {
        DependencyCycle.finding(ring: $0.ids, at: $0.at, edges: $0.others)
    }
    findings += rings.of(things.messages.map { ($0.id, $0.after) }).map {
        MessageCycle.finding(ring: $0.ids, at: $0.at, edges: $0.others)
    }
    var contained: [String: [Reference]] = [:]
    for use in uses {
        guard let owner = use.owner else { continue }
        contained[owner, default: []].append(use.snippet)
    }
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

    struct Cycle {
        /// In order, the first again at the end.
        var ids: [String]
        var at: Span
        var others: [Span]
    }

    /// One ring of each knot of things that need each other: it is told at its first reference by path and place, and is
    /// the shortest that goes through it.
    func of(_ nodes: [(id: String, edges: [Reference])]) -> [Cycle] {
        let places = Dictionary(nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let edges = nodes.map { node in
            node.edges.compactMap { edge in places[edge.id].map { (to: $0, span: edge.span) } }
        }
        guard edges.contains(where: { !$0.isEmpty }) else { return [] }
        let knot = stronglyConnectedComponents(edges.map { $0.map(\.to) })
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
            return Cycle(
                ids: [nodes[start.from].id] + path.reversed().map { nodes[$0].id }, at: start.span,
                others: spans.reversed())
        }
    }
}
