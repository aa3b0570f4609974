import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Every key and text of every thing that says something else, by the declarations of the keys: one change per thing, its
/// title, then each key with what it said and says.
///
/// - Parameters:
///   - texts: what is said otherwise in texts.
///   - opened: how many numbers of a person are told to be private no more.
///   - hidden: kinds of things that could not all be read; of keys that refer to them nothing is told.
func keyChanges(
    _ comparison: Comparison, _ differences: PlanComparison, _ texts: TextChanges, opened: [EntityReference: Int],
    hidden: Set<EntityKind>
) -> [PlanDiff.Change] {
    var details: [EntityReference: [Phrase]] = [:]
    var order: [EntityReference] = []
    var alarming: Set<EntityReference> = []
    // Where the first of them is written, and was.
    var spans: [EntityReference: (new: Span?, old: Span?)] = [:]
    func add(_ thing: EntityReference, _ new: [Phrase], _ span: (new: Span?, old: Span?)) {
        if new.isEmpty { return }
        if details[thing] == nil {
            order.append(thing)
            spans[thing] = span
        }
        details[thing, default: []] += new
    }
    let values = ValueDifferences(comparison)
    let moves = LanguageMoves(comparison, differences)
    for difference in differences.keys
    where hidden.isEmpty || hidden.isDisjoint(with: difference.key.form.kindsReferredTo) {
        if let count = opened[difference.thing], difference.onlyOpens(count) { continue }
        if difference.key.name == "title" {
            let told = moves.details(of: difference.thing)
            add(difference.thing, told, difference.spans)
            if !told.isEmpty, moves.isLoss(difference.thing) { alarming.insert(difference.thing) }
        }
        guard let difference = moves.rest(of: difference) else { continue }
        let told = difference.isLastApproverLost ? [values.nobodyApproves(difference)] : values.details(difference)
        add(difference.thing, told, difference.spans)
        if difference.isLoss { alarming.insert(difference.thing) }
    }
    var seen: Set<EntityReference> = []
    for difference in differences.bodies where seen.insert(difference.thing).inserted {
        let told = texts.details(of: difference.thing, beside: moves.moved(difference.thing))
        add(difference.thing, told, (difference.new?.span, difference.old?.span))
    }
    return order.map { thing in
        let said = Phrase.clauses(details[thing] ?? [])
        var change = PlanDiff.Change(
            group(of: thing.kind), .changed, thing,
            Phrase(
                "{title}: {details}",
                [
                    // The words of a plan are not the plan.
                    "title": thing.kind == .vocabulary ? noun(.vocabulary) : comparison.title(thing.kind, thing.id),
                    "details": said,
                ]), isAlarm: alarming.contains(thing))
        change.details = said
        change.span = spans[thing]?.new
        change.oldSpan = spans[thing]?.old
        return change
    }
}

extension KeyDifference {
    /// Whether so many channels of a person are private no more, and nothing else is said of them.
    fileprivate func onlyOpens(_ count: Int) -> Bool {
        guard key.name == "private", case .list(let before)? = old?.value else { return false }
        var after: [FormValue] = []
        if case .list(let values)? = new?.value { after = values }
        return before.count - after.count == count && after.allSatisfy { now in before.contains { $0.says(now) } }
    }

    /// Whether a message had approvers and has none now.
    fileprivate var isLastApproverLost: Bool {
        guard thing.kind == .message, key.name == "approver", case .list(let before)? = old?.value, !before.isEmpty
        else {
            return false
        }
        if case .list(let after)? = new?.value { return after.isEmpty }
        return new == nil
    }

    /// Nobody is there any more who was: a reviewer has to know.
    fileprivate var isLoss: Bool {
        if new == nil, key.isRequired || (thing.kind == .role && key.name == "deputies") { return true }
        // Who has to say yes to what is sent, and who reads it for the law.
        if thing.kind == .message, key.name == "legal-review", new == nil { return true }
        if thing.kind == .message, key.name == "approver", case .list(let before)? = old?.value {
            var after: [FormValue] = []
            if case .list(let values)? = new?.value { after = values }
            return before.contains { was in !after.contains { was.means($0, key.form.element) } }
        }
        // More people may see it.
        if case .classification = key.form, let was = old?.shown, let now = new?.shown,
            let before = Classification(label: was), let after = Classification(label: now)
        {
            return after < before
        }
        // Whom a crisis touches, and what is not to be used in it.
        guard thing.kind == .scenario, ["affects", "distrusts"].contains(key.name) else { return false }
        guard case .list(let before)? = old?.value else { return false }
        guard case .list(let after)? = new?.value else { return true }
        return before.contains { was in !after.contains { was.means($0, key.form.element) } }
    }

    /// Of a text in several languages the version that differs; of a list the element.
    fileprivate var spans: (new: Span?, old: Span?) {
        switch (old?.value, new?.value) {
        case (.text(let before)?, .text(let after)?):
            func text(_ texts: LocalizedText, _ version: LocalizedText.Version) -> Located<String>? {
                texts.versions.first { $0.locale == version.locale }?.text
            }
            if let version = after.versions.first(where: { text(before, $0)?.value != $0.text.value }) {
                return (version.text.span, text(before, version)?.span)
            }
            if let version = before.versions.first(where: { text(after, $0) == nil }) {
                return (nil, version.text.span)
            }
        default: break
        }
        return (new?.span, old?.span)
    }
}
