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
    let match = PairedSteps(old.map(Told.init), new.map(Told.init))
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
    var changes = match.gone.map {
        change(.removed, Phrase("removed: {name}", ["name": line($0)]))
    }
    changes += match.fresh.map { change(.added, Phrase("new: {name}", ["name": line($0)]), at: $0.step.step.span) }
    for (was, now) in match.both {
        let details = details(was, now, comparison)
        if details.isEmpty { continue }
        changes.append(
            change(
                .changed,
                Phrase("'{step}' – {details}", ["step": now.text, "details": Phrase.clauses(details)]),
                isAlarm: !was.step.roles.isEmpty && now.step.roles.isEmpty, at: now.step.step.span))
    }
    return changes
}

/// Which steps of two checklists are the same: those of the same words, then those that share half of them.
private struct PairedSteps {
    private(set) var both: [(Told, Told)] = []
    private(set) var gone: [Told]
    private(set) var fresh: [Told] = []

    init(_ old: [Told], _ new: [Told]) {
        var places: [String: [Int]] = [:]
        for (index, told) in old.enumerated().reversed() { places[told.text, default: []].append(index) }
        var taken: Set<Int> = []
        for told in new {
            if let index = places[told.text]?.popLast() {
                taken.insert(index)
                both.append((old[index], told))
            } else {
                fresh.append(told)
            }
        }
        gone = old.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
        // What is left may be the same step in other words: the nearest that shares half of them.
        for told in fresh {
            guard let index = gone.indices.max(by: { likeness(gone[$0], told) < likeness(gone[$1], told) }),
                likeness(gone[index], told) >= 0.5
            else { continue }
            both.append((gone.remove(at: index), told))
            fresh.removeAll { $0.step.path == told.step.path && $0.step.stage == told.step.stage }
        }
    }
}

/// How a step is another than it was: its words, when, who, and its marks.
private func details(_ was: Told, _ now: Told, _ comparison: Comparison) -> [Phrase] {
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
    return details + marks(was.step, now.step)
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
