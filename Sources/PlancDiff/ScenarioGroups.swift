import PlancDiagnostics
import PlancMarkup

/// What changes in one scenario, with the scenario's name left open: what is so in several is told once, with all their names.
struct ScenarioChange: Sendable {
    var group: PlanDiff.Group
    var kind: PlanDiff.Change.Kind
    var subject: EntityReference
    var isAlarm = false
    var scenario: String
    /// The scenario as the report names it, with the hour where it is not T0.
    var name: Phrase
    /// The sentence, given the names of the scenarios.
    var text: @Sendable (Phrase) -> Phrase

    /// What it says, wherever that is so.
    fileprivate var sense: Sense {
        Sense(subject: subject, kind: kind, isAlarm: isAlarm, text: text(Phrase(verbatim: "")))
    }
}

private struct Sense: Hashable {
    var subject: EntityReference
    var kind: PlanDiff.Change.Kind
    var isAlarm: Bool
    var text: Phrase
}

/// The changes in the order in which each is first met.
func told(_ changes: [ScenarioChange]) -> [PlanDiff.Change] {
    var places: [Sense: Int] = [:]
    var groups: [[ScenarioChange]] = []
    for change in changes {
        if let place = places[change.sense] {
            groups[place].append(change)
        } else {
            places[change.sense] = groups.count
            groups.append([change])
        }
    }
    return groups.map { group in
        PlanDiff.Change(
            group[0].group, group[0].kind, group[0].subject, group[0].text(list(group.map(\.name))),
            isAlarm: group[0].isAlarm, scenarios: Set(group.map(\.scenario)))
    }
}
