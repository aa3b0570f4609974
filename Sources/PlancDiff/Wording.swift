import PlancDiagnostics
import PlancMarkup
import PlancModel

/// "holder: Ada → Ben"; "none" where there is nothing.
func fromTo(_ what: Phrase, _ old: Phrase?, _ new: Phrase?) -> Phrase {
    let none = Phrase("nothing")
    return Phrase(
        "{what}: {before} → {after}", ["what": what, "before": old ?? none, "after": new ?? none])
}

/// One change of a thing that is in both states, with all that changed about it.
func changed(
    _ group: PlanDiff.Group, _ kind: EntityKind, _ id: String, _ details: [Phrase], _ sections: Set<PackSection>,
    _ comparison: Comparison, scenario: String? = nil, isAlarm: Bool = false
) -> PlanDiff.Change {
    let title = comparison.title(kind, id)
    return PlanDiff.Change(
        group, .changed, EntityReference(kind, id),
        Phrase("{title}: {details}", ["title": title, "details": Phrase.clauses(details)]),
        isAlarm: isAlarm, sections: sections, scenarios: scenario.map { [$0] })
}

/// The things of a kind that came and went, and those that go by another id.
func addedAndRemoved<Value: Entity>(
    _ match: Pairing.Match<Value>, _ group: PlanDiff.Group, _ sections: Set<PackSection>, _ comparison: Comparison,
    word: Phrase
) -> [PlanDiff.Change] {
    func sentence(_ kind: PlanDiff.Change.Kind, _ id: String, _ plan: Plan) -> PlanDiff.Change {
        let title = comparison.title(Value.kind, id, in: plan).quoted
        let isNew = kind == .added
        return PlanDiff.Change(
            group, kind, EntityReference(Value.kind, id),
            Phrase(
                "{isNew, select, true {new} other {removed}} {word} {title}",
                ["isNew": isNew, "word": word, "title": title]),
            sections: sections)
    }
    var changes = match.removed.map { sentence(.removed, $0.id, comparison.base) }
    changes += match.added.map { sentence(.added, $0.id, comparison.head) }
    for (old, new) in match.both where old.id != new.id {
        let title = comparison.title(Value.kind, new.id).quoted
        changes.append(
            PlanDiff.Change(
                group, .renamed, EntityReference(Value.kind, new.id),
                Phrase(
                    "{word} {title} is now '{id}' (was '{oldId}')",
                    ["word": word, "title": title, "id": new.id, "oldId": old.id]
                )))
    }
    for (old, new) in match.both where old.id == new.id {
        let was = comparison.title(Value.kind, old.id, in: comparison.base)
        let now = comparison.title(Value.kind, new.id)
        if was != now {
            changes.append(
                PlanDiff.Change(
                    group, .changed, EntityReference(Value.kind, new.id),
                    Phrase(
                        "{word} '{was}' is now called '{now}'", ["word": word, "was": was, "now": now]),
                    sections: sections))
        }
    }
    return changes
}

/// Minutes from T0 as people write them: `T+1 h 30`.
func clock(_ minutes: Int?) -> Phrase {
    guard let minutes else { return Phrase("no time") }
    return Offset(TimeAmount(minutes: minutes)).phrase
}

/// A length of time: `2 days`, `36 h`.
func length(_ minutes: Int) -> Phrase { TimeAmount(minutes: minutes).phrase }
