import PlancMarkup
import PlancModel
import PlancSource

extension Judgement {
    /// The things of a kind that nothing refers to but themselves, in the order of the plan.
    func unused<Thing: Entity>(_ things: Entities<Thing>) -> [Thing] {
        var used = Set<String>()
        for reference in plan.references where reference.target.kind == Thing.kind {
            guard !used.contains(reference.target.id), let thing = things[reference.target.id] else { continue }
            if !ownPlaces(of: thing).contains(where: { $0.contains(reference.span) }) { used.insert(thing.id) }
        }
        return things.filter { !used.contains($0.id) }
    }

    /// All that was written of a thing: its entry or front matter, and its texts.
    private func ownPlaces(of thing: any Entity) -> [Span] {
        let texts: [Span] =
            switch thing {
            case let role as Role: role.body.bodies.map(\.span)
            case let scenario as Scenario: scenario.body.bodies.map(\.span)
            case let obligation as Obligation: obligation.body.bodies.map(\.span)
            case let snippet as Snippet: snippet.versions.map(\.body.span)
            default: []
            }
        return [thing.span] + texts
    }
}
