import PlancSource

/// The name that somebody who types it means: the nearest one, else the only one that begins with it or holds it. nil where there is
/// none, or several.
public func meantName(_ name: String, among candidates: [String]) -> String? {
    if let near = nearestName(to: name, among: candidates) { return near }
    let wanted = name.lowercased()
    guard wanted.utf8.count >= 3 else { return nil }
    let beginning = candidates.filter { $0.lowercased().hasPrefix(wanted) }
    if let first = beginning.first { return beginning.count == 1 ? first : nil }
    let holding = candidates.filter { $0.lowercased().contains(wanted) || wanted.hasPrefix($0.lowercased() + ".") }
    return holding.count == 1 ? holding[0] : nil
}
