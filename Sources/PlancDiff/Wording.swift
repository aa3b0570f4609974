import PlancDiagnostics
import PlancMarkup
import PlancModel

/// "holder: Ada → Ben"; "none" where there is nothing.
func fromTo(_ what: Phrase, _ old: Phrase?, _ new: Phrase?) -> Phrase {
    let none = Phrase(en: "nothing", fr: "rien")
    return Phrase(
        en: "\(what.english): \((old ?? none).english) → \((new ?? none).english)",
        fr: "\(what.french) : \((old ?? none).french) → \((new ?? none).french)")
}

/// One change of a thing that is in both states, with all that changed about it.
func changed(
    _ group: PlanDiff.Group, _ kind: EntityKind, _ id: String, _ details: [Phrase], _ sections: Set<PackSection>,
    _ comparison: Comparison, scenario: String? = nil, isAlarm: Bool = false
) -> PlanDiff.Change {
    let title = comparison.title(kind, id)
    return PlanDiff.Change(
        group, .changed, EntityReference(kind, id),
        Phrase(
            en: "\(title.english): \(details.map(\.english).joined(separator: "; "))",
            fr: "\(title.french) : \(details.map(\.french).joined(separator: " ; "))"),
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
                en: "\(isNew ? "new" : "removed") \(word.english) \(title.english)",
                fr: "\(word.french) \(isNew ? "ajouté" : "retiré") : \(title.french)"),
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
                    en: "\(word.english) \(title.english) is now '\(new.id)' (was '\(old.id)')",
                    fr:
                        "\(word.french) \(title.french) a maintenant l’identifiant « \(new.id) » (c’était « \(old.id) »)"
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
                        en: "\(word.english) '\(was.english)' is now called '\(now.english)'",
                        fr: "\(word.french) « \(was.french) » a pour nouveau titre « \(now.french) »"),
                    sections: sections))
        }
    }
    return changes
}

/// Minutes from T0 as people write them: `T+1 h 30`.
func clock(_ minutes: Int?) -> Phrase {
    guard let minutes else { return Phrase(en: "no time", fr: "sans heure") }
    let length = length(abs(minutes))
    let sign = minutes < 0 ? "−" : "+"
    return minutes == 0
        ? Phrase(verbatim: "T0") : Phrase(en: "T\(sign)\(length.english)", fr: "T\(sign)\(length.french)")
}

/// A length of time in the two largest units that it has: `2 d 4 h`, `2 j 4 h`.
func length(_ minutes: Int) -> Phrase {
    func text(_ day: String) -> String {
        let parts = [(minutes / 1440, day), (minutes % 1440 / 60, "h"), (minutes % 60, "min")].filter { $0.0 > 0 }
        return parts.isEmpty ? "0 min" : parts.prefix(2).map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
    return Phrase(en: text("d"), fr: text("j"))
}
