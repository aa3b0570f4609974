import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Which thing of the older state is which of the newer one: the same id, or – for what is gone and what is new – the same title.
struct Pairing: Sendable {
    /// Things that go by another id now: their old selves and the new id, kind by kind in the order of the older state.
    private(set) var renames: [(old: EntityReference, id: String)] = []
    private var renamed: [EntityReference: String] = [:]
    private var former: [EntityReference: String] = [:]

    /// Stages of duties that have another name now: the duty by its old id, the old name and the new one.
    private(set) var stages: [(obligation: String, old: String, new: String)] = []

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
        for (old, new) in match(base.obligations, head.obligations).both { pairStages(old, new) }
    }

    /// A stage in the place of another that is gone is the same one.
    private mutating func pairStages(_ base: Obligation, _ head: Obligation) {
        guard base.stages.count == head.stages.count else { return }
        let names = (old: Set(base.stages.map(\.name.value)), new: Set(head.stages.map(\.name.value)))
        for (old, new) in zip(base.stages, head.stages)
        where !names.new.contains(old.name.value) && !names.old.contains(new.name.value) {
            stages.append((base.id, old.name.value, new.name.value))
        }
    }

    /// The name that a stage of a duty, by its old id, has now.
    func newStage(_ obligation: String, _ stage: String) -> String {
        stages.first { $0.obligation == obligation && $0.old == stage }?.new ?? stage
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

extension Pairing {
    /// What things are called in both states, with the ids of the newer one.
    func names(_ base: Plan, _ head: Plan) -> (base: ThingNames, head: ThingNames) {
        var old = ThingNames()
        old.add(base, newID: newID)
        return (old, ThingNames([head]))
    }
}

/// What things are called in the plans of two states: with the ids of the newer one, where a plan of the older is in the same folder or
/// has the same name.
public func namesOfThings(_ base: [Plan], _ head: [Plan]) -> (base: ThingNames, head: ThingNames) {
    var old = ThingNames()
    for plan in base {
        let now =
            head.first { $0.folder == plan.folder } ?? head.first { $0.name == plan.name }
            ?? (base.count == 1 && head.count == 1 ? head.first : nil)
        let pairing = now.map { Pairing(plan, $0) }
        old.add(plan) { pairing?.newID($0, $1) ?? $1 }
    }
    return (old, ThingNames(head))
}
