import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Steps that came, went, moved in time, went to other roles, or were worded anew.
func stepChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let match = comparison.pairing.match(comparison.base.checklists, comparison.head.checklists)
    var changes: [PlanDiff.Change] = []
    for (old, new) in match.both {
        changes += stepChanges(FlattenedChecklist(old).steps, FlattenedChecklist(new).steps, new, comparison)
    }
    return changes
}

private struct Told {
    var step: PlannedStep
    var text: String

    init(_ step: PlannedStep) {
        self.step = step
        text = step.step.text.plainText.split(separator: " ").joined(separator: " ")
    }
}

private func stepChanges(
    _ old: [PlannedStep], _ new: [PlannedStep], _ checklist: Checklist, _ comparison: Comparison
) -> [PlanDiff.Change] {
    var gone = old.map(Told.init)
    var fresh: [Told] = []
    var pairs: [(Told, Told)] = []
    var places: [String: [Int]] = [:]
    for (index, told) in gone.enumerated().reversed() { places[told.text, default: []].append(index) }
    var taken: Set<Int> = []
    for step in new {
        let told = Told(step)
        if let index = places[told.text]?.popLast() {
            taken.insert(index)
            pairs.append((gone[index], told))
        } else {
            fresh.append(told)
        }
    }
    gone = gone.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    // What is left may be the same step in other words: the nearest that shares half of them.
    for told in fresh {
        guard let index = gone.indices.max(by: { likeness(gone[$0], told) < likeness(gone[$1], told) }),
            likeness(gone[index], told) >= 0.5
        else { continue }
        pairs.append((gone.remove(at: index), told))
        fresh.removeAll { $0.step.path == told.step.path && $0.step.stage == told.step.stage }
    }
    let scenarios: Set<String>?
    if case .some(let references) = checklist.scenarios {
        scenarios = Set(references.map(\.id))
    } else {
        scenarios = nil
    }
    func change(
        _ kind: PlanDiff.Change.Kind, _ text: Phrase, isAlarm: Bool = false, at span: Span? = nil
    ) -> PlanDiff.Change {
        let title = comparison.title(.checklist, checklist.id)
        var change = PlanDiff.Change(
            .steps, kind, EntityReference(.checklist, checklist.id),
            Phrase("{title}: {text}", ["title": title, "text": text]), isAlarm: isAlarm,
            scenarios: scenarios)
        change.span = span
        return change
    }
    func line(_ told: Told) -> Phrase {
        let when = clock(told.step.minutes)
        return Phrase("{when} {told}", ["when": when, "told": told.text])
    }
    var changes = gone.map {
        change(.removed, Phrase("removed: {name}", ["name": line($0)]))
    }
    changes += fresh.map { change(.added, Phrase("new: {name}", ["name": line($0)]), at: $0.step.step.span) }
    for (was, now) in pairs {
        var details: [Phrase] = []
        if was.text != now.text {
            details.append(Phrase("worded anew (was '{was}')", ["was": was.text]))
        }
        if was.step.minutes != now.step.minutes {
            details.append(fromTo(Phrase("when"), clock(was.step.minutes), clock(now.step.minutes)))
        }
        let oldRoles = was.step.roles.map { comparison.pairing.newID(.role, $0.id) }
        let newRoles = now.step.roles.map(\.id)
        if oldRoles != newRoles {
            func names(_ ids: [String]) -> Phrase? {
                ids.isEmpty
                    ? nil
                    : list(
                        ids.map { id in
                            comparison.title(
                                .role, id, in: comparison.head.roles[id] == nil ? comparison.base : comparison.head)
                        })
            }
            details.append(fromTo(Phrase("who"), names(oldRoles), names(newRoles)))
        }
        details += marks(was.step, now.step)
        if details.isEmpty { continue }
        changes.append(
            change(
                .changed,
                Phrase("'{step}' – {details}", ["step": now.text, "details": Phrase.clauses(details)]),
                isAlarm: !oldRoles.isEmpty && newRoles.isEmpty, at: now.step.step.span))
    }
    return changes
}

/// What a step says of itself beside its words: how often it comes again, whether it is a decision, what it is for.
private func marks(_ was: PlannedStep, _ now: PlannedStep) -> [Phrase] {
    var details: [Phrase] = []
    if was.rhythm?.boundedMinutes != now.rhythm?.boundedMinutes {
        details.append(fromTo(Phrase("every"), was.rhythm?.phrase, now.rhythm?.phrase))
    }
    if was.step.isDecision != now.step.isDecision {
        details.append(now.step.isDecision ? Phrase("now a decision") : Phrase("no longer a decision"))
    }
    func meanings(_ step: PlannedStep) -> Phrase? {
        let marks = step.step.meanings.map { "#" + $0.value.rawValue }
        return marks.isEmpty ? nil : Phrase(verbatim: marks.joined(separator: " "))
    }
    if was.step.meanings.map(\.value) != now.step.meanings.map(\.value) {
        details.append(fromTo(Phrase("mark"), meanings(was), meanings(now)))
    }
    return details
}

/// The share of words that two steps have in common, 0 to 1 (Dice's coefficient).
private func likeness(_ a: Told, _ b: Told) -> Double {
    let (left, right) = (Set(a.text.split(separator: " ")), Set(b.text.split(separator: " ")))
    guard !left.isEmpty || !right.isEmpty else { return 0 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
}
