/// The name nearest to a mistyped one, by edits of one character (insert, delete, replace, swap of neighbours:
/// the optimal string alignment distance), ignoring case; nil unless within a third of the name's length
/// (at least one edit). Among equals the one that begins like it for longest wins, as first letters are seldom mistyped, then
/// the first in the order given.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var limit = max(1, wanted.count / 3)
    var best: (name: String, start: Int)?
    for candidate in candidates where candidate != name {
        let other = Array(candidate.lowercased().unicodeScalars)
        guard abs(other.count - wanted.count) <= limit else { continue }
        // Of three letters one is much: `yes` is no slip for `oes`.
        if wanted.count < 4, other.first != wanted.first { continue }
        let distance = editDistance(wanted, other, atMost: limit)
        guard distance <= limit else { continue }
        let start = zip(wanted, other).prefix { $0 == $1 }.count
        if let best, distance == limit, start <= best.start { continue }
        best = (candidate, start)
        limit = distance
        if distance == 0 { break }
    }
    return best?.name
}

/// The number of edits between two texts, or `limit + 1` when it is more than `limit`.
package func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
        row[0] = i
        var least = i
        for j in 1...b.count {
            let change = a[i - 1] == b[j - 1] ? 0 : 1
            var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { value = min(value, beforeLast[j - 2] + 1) }
            row[j] = value
            least = min(least, value)
        }
        if least > limit { return limit + 1 }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}
