import PlancLowering
import PlancMarkup
import PlancModel
import PlancSource

/// Lists and messages that are for another phase now. Their words stand under another heading of every page that has them: that is one line
/// for each of them, and words are compared as if the older state had had them there.
struct PhaseMoves {
    private struct Move {
        var thing: EntityReference
        var phase: Phase
        /// Of the phase, in the newer state.
        var place: SourcePlace
    }

    private let moves: [Move]
    /// The older state with each of them in its phase of today.
    private let moved: PlanState

    /// nil where there are none, as nearly always.
    init?(_ comparison: Comparison, _ base: PlanState, _ head: PlanState) {
        let pairing = comparison.pairing
        var moves: [Move] = []
        var plan = base.plan
        let lists = pairing.match(plan.checklists, head.plan.checklists).both
        for (old, new) in lists where old.phase.value != new.phase.value {
            moves.append(
                Move(
                    thing: EntityReference(.checklist, old.id), phase: new.phase.value,
                    place: head.place(of: new.phase.span)))
        }
        let messages = pairing.match(plan.messages, head.plan.messages).both
        for (old, new) in messages where old.phase.value != new.phase.value {
            moves.append(
                Move(
                    thing: EntityReference(.message, old.id), phase: new.phase.value,
                    place: head.place(of: new.phase.span)))
        }
        if moves.isEmpty { return nil }
        let phases = Dictionary(uniqueKeysWithValues: moves.map { ($0.thing, $0.phase) })
        plan.checklists = Entities(
            plan.checklists.map { list in
                var list = list
                list.phase.value = phases[EntityReference(.checklist, list.id)] ?? list.phase.value
                return list
            })
        plan.messages = Entities(
            plan.messages.map { message in
                guard let phase = phases[EntityReference(.message, message.id)] else { return message }
                var content = message.content
                content.phase.value = phase
                return Message(content)
            })
        self.moves = moves
        moved = PlanState(
            plan: plan, findings: [], sources: base.sources, folder: base.folder, notJudged: base.notJudged)
    }

    /// Each move with the pages on which it is seen, then the words that are others beside it.
    func changes(_ base: [LoweredDocument], _ head: [LoweredDocument], _ pairing: Pairing) -> [PageChange] {
        let there = Set(base.map(\.path))
        let documents = moved.documents.filter { there.contains($0.path) }
        let seen = DocumentComparison(base, documents, Pairing(moved.plan, moved.plan)).changes
        return moves.flatMap { changes($0, seen) } + DocumentComparison(documents, head, pairing).changes
    }

    /// One for each title that the pages have for it.
    private func changes(_ move: Move, _ seen: [PageChange]) -> [PageChange] {
        var order: [String] = []
        var pages: [String: [PageChange.Place]] = [:]
        var words: [String: [String]] = [:]
        var known: Set<String> = []
        for change in seen {
            for place in change.places where !known.contains(place.document) {
                let locale = PageEntries.locale(of: place.document)
                let own = words[locale] ?? self.words(of: move.thing, Locale(locale))
                words[locale] = own
                guard let title = own.first, moves.count == 1 || own.contains(where: change.says) else { continue }
                known.insert(place.document)
                if pages[title] == nil { order.append(title) }
                pages[title, default: []].append(PageChange.Place(document: place.document, section: ""))
            }
        }
        return order.map {
            PageChange(old: $0, new: $0, isMoved: true, isBlock: true, places: pages[$0] ?? [], cause: move.place)
        }
    }

    /// Its title, and by what pages show it beside that.
    private func words(of thing: EntityReference, _ locale: Locale) -> [String] {
        let title = moved.plan.title(of: thing.kind, thing.id)?.text(locale) ?? thing.id
        let steps = moved.plan.checklists[thing.id]?.version(locale)?.printed.flatMap(\.steps) ?? []
        return [title] + (thing.kind == .checklist ? steps.map { $0.text.plainText.withSingleSpaces } : [])
    }
}

extension PageChange {
    fileprivate func says(_ words: String) -> Bool {
        (old?.contains(words) ?? false) || (new?.contains(words) ?? false)
    }
}
