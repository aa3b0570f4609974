import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Every key of every thing that says something else, by the declarations of the keys: what the other comparisons put into
/// words is not said twice, and nothing is left unsaid.
///
/// One change per thing: its title, then each key with what it said and says.
func keyChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    let differences = PlanComparison(from: comparison.base, to: comparison.head, newID: pairing.newID)
    var details: [EntityReference: [Phrase]] = [:]
    var order: [EntityReference] = []
    func add(_ thing: EntityReference, _ detail: Phrase) {
        if details[thing] == nil { order.append(thing) }
        details[thing, default: []].append(detail)
    }
    for difference in differences.keys {
        let key = difference.key.name
        if saidElsewhere(difference.thing.kind).contains(key) { continue }
        let old = difference.old.map { comparison.shown($0.value, difference.key.form, in: comparison.base) }
        let new = difference.new.map { comparison.shown($0.value, difference.key.form, in: comparison.head) }
        // Spaces in a number say nothing.
        if let old, let new, old.filter({ !$0.isWhitespace }) == new.filter({ !$0.isWhitespace }) { continue }
        add(
            difference.thing,
            fromTo(
                Phrase(verbatim: key), old.map { Phrase(verbatim: $0) }, new.map { Phrase(verbatim: $0) }))
    }
    for difference in differences.bodies where !hasOwnText(difference.thing.kind) {
        add(difference.thing, Phrase("text changed in {locale}", ["locale": difference.locale.tag]))
    }
    for thing in differences.added + differences.removed where thing.kind == .drill || thing.kind == .obligation {
        let isNew = differences.added.contains(thing)
        add(thing, isNew ? Phrase("added") : Phrase("removed"))
    }
    return order.map { thing in
        changed(group(of: thing.kind), thing.kind, thing.id, details[thing] ?? [], [], comparison)
    }
}

/// Keys whose changes other comparisons put into words.
private func saidElsewhere(_ kind: EntityKind) -> Set<String> {
    switch kind {
    case .plan: ["version", "classification", "owner", "locales", "rules"]
    case .person: ["name", "hours", "job", "reach", "private"]
    case .role: ["title", "holder", "deputies", "team"]
    case .channel: ["title", "depends-on", "operated-by", "address", "limit"]
    case .system: ["title", "depends-on"]
    case .scenario: ["title", "disables", "distrusts", "affects"]
    case .message: ["title", "channels", "audiences", "approver", "owner", "classification"]
    case .activity, .audience, .checklist, .snippet, .field, .pack: ["title"]
    default: []
    }
}

/// Kinds whose texts other comparisons put into words.
private func hasOwnText(_ kind: EntityKind) -> Bool { [.message, .snippet, .checklist].contains(kind) }

private func group(of kind: EntityKind) -> PlanDiff.Group {
    switch kind {
    case .person, .role: .people
    case .channel, .system: .reach
    case .checklist: .steps
    case .obligation: .deadlines
    case .message, .snippet, .field: .messages
    default: .plan
    }
}

extension Comparison {
    /// A value as it would be written, things by their titles; long ones cut.
    fileprivate func shown(_ value: FormValue, _ form: ValueForm, in plan: Plan) -> String {
        let text = value.shown(form) { reference in
            plan.title(of: reference.kind, reference.id)?.text(plan.sourceLocale) ?? reference.id
        }
        return text.count <= 200 ? text : String(text.prefix(197)) + " …"
    }
}
