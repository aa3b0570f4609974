import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Things of every kind that came, went, or go by another id.
func thingChanges(_ comparison: Comparison, _ differences: PlanComparison) -> [PlanDiff.Change] {
    func change(_ kind: PlanDiff.Change.Kind, _ thing: EntityReference, _ plan: Plan) -> PlanDiff.Change {
        var text = Phrase(
            "{isNew, select, true {new} other {removed}} {word} {title}",
            [
                "isNew": kind == .added, "word": noun(thing.kind),
                "title": comparison.title(thing.kind, thing.id, in: plan).quoted,
            ])
        if kind == .removed, thing.kind == .pack, let pack = plan.packs[thing.id], !pack.copies.isEmpty {
            let holders = list(pack.copies.map { holder($0, comparison) })
            text = Phrase("{text}; copies are still out with: {holders}", ["text": text, "holders": holders])
        }
        return PlanDiff.Change(
            group(of: thing.kind), kind, thing, text,
            isAlarm: kind == .removed && [.scenario, .role, .channel, .message].contains(thing.kind))
    }
    let renamed = comparison.pairing.renames.map { old, id in
        PlanDiff.Change(
            group(of: old.kind), .renamed, EntityReference(old.kind, id),
            Phrase(
                "{word} {title} is now '{id}' (was '{oldId}')",
                [
                    "word": noun(old.kind), "title": comparison.title(old.kind, id).quoted, "id": id, "oldId": old.id,
                ]))
    }
    let stages = comparison.pairing.stages.map { obligation, old, new in
        let id = comparison.pairing.newID(.obligation, obligation)
        return PlanDiff.Change(
            .deadlines, .renamed, EntityReference(.obligation, id, stage: new),
            Phrase(
                "{title}: stage '{old}' is now '{new}'",
                [
                    "title": comparison.title(.obligation, id),
                    "old": comparison.stage(old, of: obligation, in: comparison.base),
                    "new": comparison.stage(new, of: id, in: comparison.head),
                ]))
    }
    return differences.removed.map { change(.removed, $0, comparison.base) }
        + differences.added.map { change(.added, $0, comparison.head) } + renamed + stages
}

/// What things of a kind are called, without an article.
func noun(_ kind: EntityKind) -> Phrase { Schema.declaration(of: kind).facts.name }

/// Under which heading a reviewer looks for a kind.
func group(of kind: EntityKind) -> PlanDiff.Group {
    switch kind {
    case .person, .role: .people
    case .channel, .system, .audience: .reach
    case .checklist: .steps
    case .obligation: .deadlines
    case .message, .snippet, .field: .messages
    default: .plan
    }
}
