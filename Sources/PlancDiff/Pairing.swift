import PlancMarkup
import PlancModel

/// Which thing of the older state is which of the newer one: the same id, or – for what is gone and what is new – the same title.
struct Pairing: Sendable {
    /// Things that go by another id now: their old selves and the new id, kind by kind in the order of the older state.
    private(set) var renames: [(old: EntityReference, id: String)] = []
    private var renamed: [EntityReference: String] = [:]
    private var former: [EntityReference: String] = [:]

    init(_ base: Plan, _ head: Plan) {
        pair(base.people, head.people)
        pair(base.roles, head.roles)
        pair(base.channels, head.channels)
        pair(base.systems, head.systems)
        pair(base.activities, head.activities)
        pair(base.audiences, head.audiences)
        pair(base.scenarios, head.scenarios)
        pair(base.obligations, head.obligations)
        pair(base.checklists, head.checklists)
        pair(base.messages, head.messages)
        pair(base.snippets, head.snippets)
        pair(base.fields, head.fields)
        pair(base.packs, head.packs)
        pair(base.drills, head.drills)
    }

    private mutating func pair<Value: Entity>(_ base: Entities<Value>, _ head: Entities<Value>) {
        let gone = base.filter { head[$0.id] == nil }
        guard !gone.isEmpty else { return }
        var new: [String: [String]] = [:]
        for value in head where base[value.id] == nil { new[key(value), default: []].append(value.id) }
        let claims = Dictionary(grouping: gone, by: key).mapValues(\.count)
        for value in gone {
            // Only where there is no doubt.
            if claims[key(value)] == 1, let candidates = new[key(value)], candidates.count == 1 {
                let old = EntityReference(Value.kind, value.id)
                renames.append((old, candidates[0]))
                renamed[old] = candidates[0]
                former[EntityReference(Value.kind, candidates[0])] = value.id
            }
        }
    }

    private func key(_ value: some Entity) -> String { value.title.versions.first?.text.value ?? value.id }

    /// The id that something goes by now.
    func newID(_ kind: EntityKind, _ id: String) -> String { renamed[EntityReference(kind, id)] ?? id }

    /// The id that something went by.
    func oldID(_ kind: EntityKind, _ id: String) -> String { former[EntityReference(kind, id)] ?? id }

    /// What of one kind is gone, new, or there in both states.
    func match<Value: Entity>(_ base: Entities<Value>, _ head: Entities<Value>) -> Match<Value> {
        var match = Match<Value>()
        var taken: Set<String> = []
        for old in base {
            if let new = head[newID(Value.kind, old.id)] {
                match.both.append((old, new))
                taken.insert(new.id)
            } else {
                match.removed.append(old)
            }
        }
        match.added = head.filter { !taken.contains($0.id) }
        return match
    }

    struct Match<Value: Entity> {
        var removed: [Value] = []
        var added: [Value] = []
        var both: [(old: Value, new: Value)] = []
    }
}
