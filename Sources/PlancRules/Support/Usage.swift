import PlancMarkup
import PlancModel
import PlancSource

extension RuleContext {
    /// The things of a kind that nothing refers to but themselves, in the order of the plan.
    func unused<Thing: Entity>(_ things: Entities<Thing>) -> [Thing] {
        var isUsed = [Bool](repeating: false, count: things.count)
        for number in plan.references.indices where plan.references[number].target.kind == Thing.kind {
            guard let place = things.index(of: plan.references[number].target.id), !isUsed[place] else { continue }
            let span = plan.references[number].span
            isUsed[place] = !ownPlaces(of: things[place]).contains { $0.contains(span) }
        }
        // Of several that share an id the first is the one referred to.
        let unused = things.indices.filter { !isUsed[things.index(of: things[$0].id) ?? $0] }
        return unused.map { things[$0] }.filter { !mayBeUsed($0) }
    }

    /// Whether a file with errors names a thing where it is not declared: what was not understood there may refer to it.
    func mayBeUsed(_ thing: some Entity) -> Bool {
        if brokenFiles.isEmpty { return false }
        let places = ownPlaces(of: thing)
        return wordsOfBrokenFiles.contains(thing.id) { file, start in
            !places.contains { $0.file == file && $0.range.contains(start) }
        }
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
