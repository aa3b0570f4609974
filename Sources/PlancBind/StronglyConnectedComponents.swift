/// The strongly connected component of each node of a graph (Tarjan 1972), without recursion.
///
/// - Parameter edges: by node, where its edges lead.
/// - Returns: by node, the number of its component; a component has a lower number than those that lead to it.
func stronglyConnectedComponents(_ edges: [[Int]]) -> [Int] {
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
