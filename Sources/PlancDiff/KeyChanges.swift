import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Every key and text of every thing that says something else, by the declarations of the keys: one change per thing, its
/// title, then each key with what it said and says.
///
/// - Parameters:
///   - texts: what is said otherwise in texts.
///   - told: things whose texts are told step by step.
///   - hidden: kinds of things that could not all be read; of keys that refer to them nothing is told.
func keyChanges(
    _ comparison: Comparison, _ differences: PlanComparison, _ texts: TextChanges, told: Set<EntityReference>,
    hidden: Set<EntityKind>
) -> [PlanDiff.Change] {
    var details: [EntityReference: [Phrase]] = [:]
    var order: [EntityReference] = []
    var alarming: Set<EntityReference> = []
    func add(_ thing: EntityReference, _ new: [Phrase]) {
        if new.isEmpty { return }
        if details[thing] == nil { order.append(thing) }
        details[thing, default: []] += new
    }
    let values = ValueWords(comparison)
    for difference in differences.keys
    where hidden.isEmpty || hidden.isDisjoint(with: difference.key.form.kindsReferredTo) {
        add(difference.thing, values.details(difference))
        if difference.isLoss { alarming.insert(difference.thing) }
    }
    var seen = told
    for difference in differences.bodies where seen.insert(difference.thing).inserted {
        add(difference.thing, texts.details(of: difference.thing))
    }
    return order.map { thing in
        PlanDiff.Change(
            group(of: thing.kind), .changed, thing,
            Phrase(
                "{title}: {details}",
                [
                    "title": comparison.title(thing.kind, thing.id), "details": Phrase.clauses(details[thing] ?? []),
                ]), isAlarm: alarming.contains(thing))
    }
}

extension KeyDifference {
    /// Nobody is there any more who was: a reviewer has to know.
    fileprivate var isLoss: Bool {
        new == nil && (key.isRequired || (thing.kind == .role && key.name == "deputies"))
    }
}

/// Says how values differ: maps and lists by their parts, things by their titles.
private struct ValueWords {
    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    /// A long value is cut after so many characters.
    private static let longest = 200

    func details(_ difference: KeyDifference) -> [Phrase] {
        details(difference.key.name, difference.old?.value, difference.new?.value, difference.key.form)
    }

    private func details(_ name: String, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm) -> [Phrase] {
        switch (old, new) {
        case (.map(let before)?, .map(let after)?):
            guard case .map(let key, let value) = form else { break }
            let inner = parts(before, after) { $0.key.shown(key, name: comparison.name) }.flatMap { title, old, new in
                same(old?.value, new?.value, value) ? [] : details("\(name) › \(title)", old?.value, new?.value, value)
            }
            // The same in another order.
            if !inner.isEmpty { return inner }
        case (.record(let before, _)?, .record(let after, _)?):
            let keys = form.keys
            return keys.indices.flatMap { place -> [Phrase] in
                let old = before.first { $0.place == place }?.value
                let new = after.first { $0.place == place }?.value
                let form = keys[place].form
                return same(old, new, form) ? [] : details("\(name) › \(keys[place].name)", old, new, form)
            }
        case (.list(let before)?, .list(let after)?) where before.count == after.count && !form.element.keys.isEmpty:
            return zip(before, after).enumerated().flatMap { place, pair in
                same(pair.0, pair.1, form.element)
                    ? [] : details("\(name) \(place + 1)", pair.0, pair.1, form.element)
            }
        case (.text(let before)?, .text(let after)?):
            let inner = parts(before.versions, after.versions) { $0.locale?.tag ?? "" }
            if inner.count > 1 || inner.first?.0 != "" {
                return inner.flatMap { tag, old, new -> [Phrase] in
                    let (was, now) = (old?.text.value, new?.text.value)
                    return was == now ? [] : [said(tag.isEmpty ? name : "\(name) (\(tag))", was, now)]
                }
            }
        default: break
        }
        if case .word(let before)? = old, case .word(let after)? = new, case .address = form,
            comparison.masking.hides(before.value), comparison.masking.hides(after.value)
        {
            return [Phrase("{key}: another value, which is private", ["key": name])]
        }
        var (was, now) = (old.map { shown($0, form) }, new.map { shown($0, form) })
        // Two things of one title.
        if was == now { (was, now) = (old?.shown(form), new?.shown(form)) }
        return [said(name, was, now)]
    }

    private func same(_ old: FormValue?, _ new: FormValue?, _ form: ValueForm) -> Bool {
        switch (old, new) {
        case (nil, nil): true
        case (let old?, let new?): old.means(new, form)
        default: false
        }
    }

    /// What stands under the same name in both, in the order of the newer one, what is gone last.
    private func parts<Part>(_ old: [Part], _ new: [Part], _ name: (Part) -> String) -> [(String, Part?, Part?)] {
        let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(name))
        return new.map { (name($0), before[name($0)], $0) }
            + old.filter { !after.contains(name($0)) }.map { (name($0), $0, nil) }
    }

    private func shown(_ value: FormValue, _ form: ValueForm) -> String {
        if case .word(let word) = value, case .address = form { return comparison.masking.address(word.value) }
        if case .map(let pairs) = value, case .map(let key, .address) = form {
            return pairs.map { "\($0.key.shown(key, name: comparison.name)): \(shown($0.value, .address))" }
                .joined(separator: ", ")
        }
        return value.shown(form, name: comparison.name)
    }

    private func said(_ name: String, _ old: String?, _ new: String?) -> Phrase {
        let (was, now) = (old.map(comparison.masking.callAsFunction), new.map(comparison.masking.callAsFunction))
        // Only what is masked differs.
        if was == now { return Phrase("{key}: another value, which is private", ["key": name]) }
        let (before, after) = Self.cut(was, now)
        // A list without members says that there are none; a key that is left out says nothing.
        let unstated = before == "" || after == "" ? Phrase("not stated") : nil
        func words(_ value: String?) -> Phrase? {
            value.map { $0.isEmpty ? Phrase("nothing") : Phrase(verbatim: $0) } ?? unstated
        }
        return fromTo(Phrase(verbatim: name), words(before), words(after))
    }

    /// Long values cut to what differs.
    private static func cut(_ old: String?, _ new: String?) -> (String?, String?) {
        if max(old?.count ?? 0, new?.count ?? 0) <= longest { return (old, new) }
        return excerpts(old, new)
    }
}
