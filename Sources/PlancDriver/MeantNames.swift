import PlancMarkup
import PlancModel
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

/// The id of the only thing that a name means: by its title, in any language and capitals, else by what its title begins with, else as
/// `meantName` finds it.
///
/// - Parameter ids: those that may be meant; nil for all of these kinds.
public func meantThing(_ name: String, of kinds: [EntityKind], in plans: [Plan], among ids: [String]? = nil) -> String?
{
    let things = plans.flatMap { plan in kinds.flatMap(plan.entities(of:)) }.filter { ids?.contains($0.id) ?? true }
    let wanted = PlainLetters.folded(name)
    func called(_ isTitle: (String) -> Bool) -> String? {
        let found = things.filter { $0.title.versions.contains { isTitle(PlainLetters.folded($0.text.value)) } }
        return found.first.flatMap { first in found.allSatisfy { $0.id == first.id } ? first.id : nil }
    }
    if let exact = called({ $0 == wanted }) { return exact }
    if wanted.utf8.count >= 3, let begun = called({ $0.hasPrefix(wanted) }) { return begun }
    return meantName(name, among: ids ?? things.map(\.id))
}
