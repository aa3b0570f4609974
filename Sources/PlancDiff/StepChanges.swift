import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Steps that came, went, moved in time, in order or to another list, went to other roles, or were worded anew.
struct StepComparison {
    private let comparison: Comparison
    private let lists: [SteppedList]
    private let moves: [StepMove]
    private let added: [Checklist]
    private let translationsTold: [String: [Locale: Set<String>]]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        let match = comparison.pairing.match(comparison.base.checklists, comparison.head.checklists)
        var lists = match.both.map { SteppedList(old: $0.old, new: $0.new) }
        lists +=
            match.removed.map { SteppedList(old: $0, new: nil) } + match.added.map { SteppedList(old: nil, new: $0) }
        moves = takeMoves(&lists)
        self.lists = lists
        added = match.added
        translationsTold = Self.translations(lists, moves)
    }

    /// - Parameter hidden: kinds of things that could not all be read; who refers to them may seem to refer to nothing.
    func changes(hidden: Set<EntityKind>) -> [PlanDiff.Change] {
        var changes: [PlanDiff.Change] = []
        for list in lists {
            guard let new = list.new, list.old != nil else { continue }
            changes += stepChanges(list, new, comparison, hidden)
            for move in moves where move.to.new?.id == new.id {
                changes.append(change(of: move, new, comparison, hidden))
            }
        }
        for list in added {
            for move in moves where move.to.new?.id == list.id {
                changes.append(change(of: move, list, comparison, hidden))
            }
        }
        return changes
    }

    /// The words of steps that are told to have come, gone or moved, in the translations of a list, by its id now.
    func translationsTold(of checklist: String) -> [Locale: Set<String>] { translationsTold[checklist] ?? [:] }

    private static func translations(
        _ lists: [SteppedList], _ moves: [StepMove]
    ) -> [String: [Locale: Set<String>]] {
        var words: [String: [Locale: Set<String>]] = [:]
        func add(_ told: [ToldStep], _ list: Checklist?) {
            guard let id = list?.id else { return }
            for version in told.flatMap(\.translations) {
                words[id, default: [:]][version.locale, default: []].insert(version.text)
            }
        }
        for list in lists { add(list.steps.gone + list.steps.fresh, list.new) }
        for move in moves {
            add([move.was], move.from.new)
            add([move.now], move.to.new)
        }
        return words
    }
}

/// A checklist as it was and as it is.
private struct SteppedList {
    var old: Checklist?
    var new: Checklist?
    var steps: PairedSteps

    init(old: Checklist?, new: Checklist?) {
        self.old = old
        self.new = new
        func told(_ list: Checklist?) -> [ToldStep] {
            list.map { list in FlattenedChecklist(list).steps.enumerated().map { ToldStep($1, list, place: $0) } } ?? []
        }
        steps = PairedSteps(told(old), told(new))
    }
}

/// A step that is gone from one list and new, in the same words, in another.
private struct StepMove {
    var from: SteppedList
    var to: SteppedList
    var was: ToldStep
    var now: ToldStep
}

/// Takes the steps that moved out of those that are gone and new. A list that came with all its steps, or went with them, is told
/// as a list; of two such the steps are not told.
private func takeMoves(_ lists: inout [SteppedList]) -> [StepMove] {
    var places = GonePlaces(lists)
    var taken: [Int: Set<Int>] = [:]
    var moves: [StepMove] = []
    for to in lists.indices where lists[to].new != nil {
        var fresh = lists[to].steps.fresh
        let isNewList = lists[to].old == nil
        fresh.removeAll { now in
            guard let place = places.next(now.text, isForNewList: isNewList) else { return false }
            taken[place.list, default: []].insert(place.step)
            let was = lists[place.list].steps.gone[place.step]
            moves.append(StepMove(from: lists[place.list], to: lists[to], was: was, now: now))
            return true
        }
        lists[to].steps.fresh = fresh
    }
    for (list, steps) in taken {
        let gone = lists[list].steps.gone
        lists[list].steps.gone = gone.indices.filter { !steps.contains($0) }.map { gone[$0] }
    }
    return moves
}

/// Where steps are gone from, by their words. A list has no step that is gone and one that is new in the same words.
private struct GonePlaces {
    /// A list, and the step's place in what is gone from it.
    typealias Place = (list: Int, step: Int)

    /// The first last; of lists that are still there.
    private var kept: [String: [Place]] = [:]
    /// The same of lists that are gone.
    private var removed: [String: [Place]] = [:]

    init(_ lists: [SteppedList]) {
        for (list, stepped) in lists.enumerated().reversed() where stepped.old != nil {
            for (step, was) in stepped.steps.gone.enumerated().reversed() where !was.text.isEmpty {
                if stepped.new == nil {
                    removed[was.text, default: []].append((list, step))
                } else {
                    kept[was.text, default: []].append((list, step))
                }
            }
        }
    }

    /// The next place that words are gone from. A list that came is not told by the steps of one that went.
    mutating func next(_ text: String, isForNewList: Bool) -> Place? {
        kept[text]?.popLast() ?? (isForNewList ? nil : removed[text]?.popLast())
    }
}

private func change(
    _ kind: PlanDiff.Change.Kind, _ checklist: Checklist, _ text: Phrase, isAlarm: Bool = false, was: ToldStep?,
    now: ToldStep?,
    _ comparison: Comparison
) -> PlanDiff.Change {
    let scenarios: Set<String>?
    if case .some(let references) = checklist.scenarios {
        scenarios = Set(references.map(\.id))
    } else {
        scenarios = nil
    }
    var change = PlanDiff.Change(
        .steps, kind, EntityReference(.checklist, checklist.id),
        Phrase("{title}: {text}", ["title": comparison.title(.checklist, checklist.id), "text": text]),
        isAlarm: isAlarm, scenarios: scenarios)
    change.span = now?.step.step.span
    change.oldSpan = was?.step.step.span
    return change
}

private func change(
    of move: StepMove, _ checklist: Checklist, _ comparison: Comparison, _ hidden: Set<EntityKind>
) -> PlanDiff.Change {
    let from: Phrase =
        if let new = move.from.new {
            comparison.title(.checklist, new.id)
        } else {
            comparison.title(.checklist, move.from.old?.id ?? "", in: comparison.base)
        }
    let moved = Phrase("moved here from {list}", ["list": from.quoted])
    let details = [moved] + details(move.was, move.now, comparison, hidden)
    return change(
        .changed, checklist,
        Phrase("'{step}' – {details}", ["step": move.now.phrase, "details": Phrase.clauses(details)]),
        isAlarm: losesRoles(move.was, move.now, hidden), was: move.was, now: move.now, comparison)
}

private func stepChanges(
    _ list: SteppedList, _ checklist: Checklist, _ comparison: Comparison, _ hidden: Set<EntityKind>
) -> [PlanDiff.Change] {
    func line(_ told: ToldStep) -> Phrase {
        let when = clock(told.step.minutes)
        return Phrase("{when} {told}", ["when": when, "told": told.phrase])
    }
    var changes = list.steps.gone.map {
        change(.removed, checklist, Phrase("removed: {name}", ["name": line($0)]), was: $0, now: nil, comparison)
    }
    changes += list.steps.fresh.map {
        change(.added, checklist, Phrase("new: {name}", ["name": line($0)]), was: nil, now: $0, comparison)
    }
    let headings = (
        old: Set(list.old?.stages.map { $0.heading?.plainText ?? "" } ?? []),
        new: Set(checklist.stages.map { $0.heading?.plainText ?? "" })
    )
    let moved = list.steps.moved
    for (was, now) in list.steps.both {
        var details = details(was, now, comparison, hidden)
        if was.step.minutes == now.step.minutes, was.heading == now.heading, let after = moved[now.place] {
            details.append(after.map { Phrase("now after '{step}'", ["step": $0]) } ?? Phrase("now the first step"))
        }
        // A heading that is worded anew moves nothing.
        if was.heading != now.heading, headings.old.contains(now.heading) || headings.new.contains(was.heading) {
            details.append(fromTo(Phrase("under"), was.headingPhrase, now.headingPhrase))
        }
        if details.isEmpty { continue }
        // Its new words beside its old ones: in the language of both.
        let name = was.text == now.text ? now.phrase : Phrase(verbatim: now.text)
        changes.append(
            change(
                .changed, checklist,
                Phrase("'{step}' – {details}", ["step": name, "details": Phrase.clauses(details)]),
                isAlarm: losesRoles(was, now, hidden), was: was, now: now, comparison))
    }
    return changes
}

/// How a step is another than it was: its words, when, who, and its marks.
private func details(
    _ was: ToldStep, _ now: ToldStep, _ comparison: Comparison, _ hidden: Set<EntityKind>
) -> [Phrase] {
    var details: [Phrase] = []
    if was.text != now.text {
        details.append(spaceChange(was.text, now.text) ?? Phrase("worded anew (was '{was}')", ["was": was.text]))
    }
    if was.step.minutes != now.step.minutes {
        details.append(fromTo(Phrase("when"), clock(was.step.minutes), clock(now.step.minutes)))
    }
    let oldRoles = was.step.roles.map { comparison.pairing.newID(.role, $0.id) }
    let newRoles = now.step.roles.map(\.id)
    if oldRoles != newRoles, !hidden.contains(.role) {
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
    return details + targets(was.step, now.step, comparison, hidden) + marks(was.step, now.step)
}

/// Whether nobody does the step any more.
private func losesRoles(_ was: ToldStep, _ now: ToldStep, _ hidden: Set<EntityKind>) -> Bool {
    !was.step.roles.isEmpty && now.step.roles.isEmpty && !hidden.contains(.role)
}

/// What the step sends and which duties it meets, by the things that its links lead to: the words may be the same.
private func targets(
    _ was: PlannedStep, _ now: PlannedStep, _ comparison: Comparison, _ hidden: Set<EntityKind>
) -> [Phrase] {
    var details: [Phrase] = []
    func names(_ kind: EntityKind, _ ids: [(id: String, stage: String?)]) -> Phrase? {
        ids.isEmpty
            ? nil
            : list(
                ids.map { id, stage in
                    let thing = EntityReference(kind, id, stage: stage)
                    return stage == nil ? comparison.title(thing).quoted : comparison.duty(thing)
                })
    }
    func tell(
        _ what: Phrase, _ kind: EntityKind, _ old: [(id: String, stage: String?)], _ new: [(id: String, stage: String?)]
    ) {
        let old = old.map { old in
            (
                id: comparison.pairing.newID(kind, old.id),
                stage: old.stage.map { comparison.pairing.newStage(old.id, $0) }
            )
        }
        if hidden.contains(kind) || old.elementsEqual(new, by: ==) { return }
        details.append(fromTo(what, names(kind, old), names(kind, new)))
    }
    tell(Phrase("sends"), .message, was.messages.map { ($0.id, nil) }, now.messages.map { ($0.id, nil) })
    func duties(_ step: PlannedStep) -> [(id: String, stage: String?)] {
        step.fulfils.map { ($0.target.id, $0.target.stage) }
    }
    tell(Phrase("meets"), .obligation, duties(was), duties(now))
    return details
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
    if was.step.isTicked != now.step.isTicked {
        details.append(now.step.isTicked ? Phrase("ticked already") : Phrase("no longer ticked"))
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
