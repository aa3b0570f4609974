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
///   - told: things whose texts are told step by step.
///   - hidden: kinds of things that could not all be read; of keys that refer to them nothing is told.
func keyChanges(
    _ comparison: Comparison, _ differences: PlanComparison, _ texts: TextChanges, told: Set<EntityReference>,
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
    let values = ValueWords(comparison)
    for difference in differences.keys
    where hidden.isEmpty || hidden.isDisjoint(with: difference.key.form.kindsReferredTo) {
        add(difference.thing, values.details(difference), difference.spans)
        if difference.isLoss { alarming.insert(difference.thing) }
    }
    var seen = told
    for difference in differences.bodies where seen.insert(difference.thing).inserted {
        add(difference.thing, texts.details(of: difference.thing), (difference.new?.span, difference.old?.span))
    }
    return order.map { thing in
        var change = PlanDiff.Change(
            group(of: thing.kind), .changed, thing,
            Phrase(
                "{title}: {details}",
                [
                    "title": comparison.title(thing.kind, thing.id), "details": Phrase.clauses(details[thing] ?? []),
                ]), isAlarm: alarming.contains(thing))
        change.span = spans[thing]?.new
        change.oldSpan = spans[thing]?.old
        return change
    }
}

extension KeyDifference {
    /// Nobody is there any more who was: a reviewer has to know.
    fileprivate var isLoss: Bool {
        if new == nil, key.isRequired || (thing.kind == .role && key.name == "deputies") { return true }
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

/// Says how values differ: maps and lists by their parts, things by their titles.
private struct ValueWords {
    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    /// A long value is cut after so many characters.
    private static let longest = 200

    func details(_ difference: KeyDifference) -> [Phrase] {
        details(
            Phrase(verbatim: difference.key.name), difference.old?.value, difference.new?.value, difference.key.form)
    }

    private func details(_ name: Phrase, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm) -> [Phrase] {
        switch (old, new) {
        case (.map(let before)?, .map(let after)?):
            guard case .map(let key, let value) = form else { break }
            let inner = parts(before, after) { $0.key.shown(key, name: comparison.name) }.flatMap { title, old, new in
                same(old?.value, new?.value, value) ? [] : details(inside(name, title), old?.value, new?.value, value)
            }
            // The same in another order.
            if !inner.isEmpty { return inner }
        case (.record(let before, _)?, .record(let after, _)?):
            let keys = form.keys
            return keys.indices.flatMap { place -> [Phrase] in
                let old = before.first { $0.place == place }?.value
                let new = after.first { $0.place == place }?.value
                let form = keys[place].form
                if same(old, new, form) { return [] }
                let key = inside(name, keys[place].name)
                if case .deadline = form { return [deadline(key, old, new, form, before, after, keys)] }
                return details(key, old, new, form)
            }
        case (.list(let before)?, .list(let after)?) where !form.element.keys.isEmpty:
            return elements(before, after, form.element).flatMap { number, old, new in
                details(numbered(name, number), old, new, form.element)
            }
        case (.text(let before)?, .text(let after)?):
            let inner = parts(before.versions, after.versions) { $0.locale?.tag ?? "" }
            if inner.count > 1 || inner.first?.0 != "" {
                return inner.flatMap { tag, old, new -> [Phrase] in
                    let (was, now) = (old?.text.value, new?.text.value)
                    return was == now ? [] : [said(tag.isEmpty ? name : name + Phrase(verbatim: " (\(tag))"), was, now)]
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

    /// A stage without a number: the law asks for no undue delay, unless the long form says by when.
    private func deadline(
        _ name: Phrase, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm, _ before: [FormValue.Field],
        _ after: [FormValue.Field], _ keys: [KeySchema]
    ) -> Phrase {
        func words(_ value: FormValue?, _ record: [FormValue.Field]) -> Phrase? {
            if let value { return Phrase(verbatim: shown(value, form)) }
            let isLong = record.contains { ["due", "cases"].contains(keys[$0.place].name) }
            return isLong ? nil : Phrase("without undue delay")
        }
        return fromTo(name, words(old, before), words(new, after))
    }

    private func inside(_ name: Phrase, _ part: String) -> Phrase { name + Phrase(verbatim: " › \(part)") }

    /// "copy 3": as it is printed on it; of other lists the key with a number.
    private func numbered(_ name: Phrase, _ number: Int) -> Phrase {
        name == Phrase(verbatim: "copies")
            ? Phrase("copy {number}", ["number": number]) : name + Phrase(verbatim: " \(number)")
    }

    /// The elements of two lists that differ, each with its number, from 1: the newer one's where there is one.
    private func elements(
        _ old: [FormValue], _ new: [FormValue], _ form: ValueForm
    ) -> [(number: Int, old: FormValue?, new: FormValue?)] {
        if old.count == new.count {
            return zip(old, new).enumerated().filter { !same($1.0, $1.1, form) }.map { ($0 + 1, $1.0, $1.1) }
        }
        let hunks = SequenceComparison(old.map { $0.shown(form) }, new.map { $0.shown(form) }).hunks
        return hunks.flatMap { hunk in
            (0..<max(hunk.old.count, hunk.new.count)).map { place in
                let was = place < hunk.old.count ? hunk.old.lowerBound + place : nil
                let now = place < hunk.new.count ? hunk.new.lowerBound + place : nil
                return ((now ?? was ?? 0) + 1, was.map { old[$0] }, now.map { new[$0] })
            }
        }
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
        // Of one thing with several keys, without the braces of the notation.
        if case .record(let fields, _) = value {
            let keys = form.keys
            return fields.map {
                "\(keys[$0.place].name): \($0.value.shown(keys[$0.place].form, name: comparison.name))"
            }
            .joined(separator: ", ")
        }
        return value.shown(form, name: comparison.name)
    }

    private func said(_ name: Phrase, _ old: String?, _ new: String?) -> Phrase {
        let (was, now) = (old.map(comparison.masking.callAsFunction), new.map(comparison.masking.callAsFunction))
        // Only what is masked differs.
        if was == now { return Phrase("{key}: another value, which is private", ["key": name]) }
        let (before, after) = Self.cut(was, now)
        // A list without members says that there are none; a key that is left out says nothing.
        let unstated = before == "" || after == "" ? Phrase("not stated") : nil
        func words(_ value: String?) -> Phrase? {
            value.map { $0.isEmpty ? Phrase("nothing") : Phrase(verbatim: $0) } ?? unstated
        }
        return fromTo(name, words(before), words(after))
    }

    /// Long values cut to what differs.
    private static func cut(_ old: String?, _ new: String?) -> (String?, String?) {
        if max(old?.count ?? 0, new?.count ?? 0) <= longest { return (old, new) }
        return excerpts(old, new)
    }
}
