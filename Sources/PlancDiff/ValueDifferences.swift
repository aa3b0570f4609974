import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Says how values differ: maps and lists by their parts, things by their titles.
struct ValueDifferences {
    private let comparison: Comparison
    private var values: ShownValues
    /// The kind of the thing that has the key.
    private var kind = EntityKind.plan

    init(_ comparison: Comparison) {
        self.comparison = comparison
        values = ShownValues(comparison)
    }

    /// A long value is cut after so many characters.
    private static let longest = 200
    /// The keys by which elements of lists are known.
    private static let naming = ["name", "term", "version"]
    /// Of longer lists only what came and went is said.
    private static let longestList = 3

    func details(_ difference: KeyDifference) -> [Phrase] {
        var own = self
        own.kind = difference.thing.kind
        own.values.duty = difference.thing.kind == .obligation ? difference.thing.id : nil
        return own.details(
            KeyName(difference.key), difference.old?.value, difference.new?.value, difference.key.form)
    }

    /// That a message has no approver any more, and who it had.
    func nobodyApproves(_ difference: KeyDifference) -> Phrase {
        let before = difference.old.map { values.phrase($0.value, difference.key.form) } ?? Phrase("nothing")
        return Phrase("nobody approves it any more (before: {names})", ["names": before])
    }

    private func details(_ name: KeyName, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm) -> [Phrase] {
        switch (old?.inFull(form, beside: new), new?.inFull(form, beside: old)) {
        case (.map(let before)?, .map(let after)?):
            guard case .map(let key, let value) = form else { break }
            let inner = parts(before, after) { $0.key.shown(key, name: comparison.name) }.flatMap {
                _, old, new -> [Phrase] in
                guard !same(old?.value, new?.value, value), let part = new?.key ?? old?.key else { return [] }
                return details(name.inside(values.phrase(part, key)), old?.value, new?.value, value)
            }
            // The same in another order.
            if !inner.isEmpty { return inner }
        case (.record(let before, _)?, .record(let after, _)?): return fields(name, before, after, form)
        case (.list(let before)?, .list(let after)?) where form.hasParts:
            if let moved = order(name, before, after, form.element) { return [moved] }
            return elements(before, after, form.element).flatMap { number, old, new in
                details(element(name, number, old, new, form.element), old, new, form.element)
            }
        case (.list(let before)?, .list(let after)?):
            if let members = members(name, before, after, form.element) { return members }
        case (.text(let before)?, .text(let after)?):
            let inner = parts(before.versions, after.versions) { $0.locale?.tag ?? "" }
            if inner.count > 1 || inner.first?.0 != "" {
                return inner.flatMap { tag, old, new -> [Phrase] in
                    let (was, now) = (old?.text.value, new?.text.value)
                    return was == now ? [] : [said(Locale(checking: tag).map(name.inside) ?? name, was, now)]
                }
            }
        default: break
        }
        return [changed(name, old, new, form)]
    }

    /// One value that is another.
    private func changed(_ name: KeyName, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm) -> Phrase {
        if case .word(let before)? = old, case .word(let after)? = new, case .address = form,
            comparison.masking.hides(before.value), comparison.masking.hides(after.value)
        {
            return hidden(name)
        }
        if let was = old?.text ?? (old == nil ? .some("") : nil), let now = new?.text ?? (new == nil ? .some("") : nil),
            max(was.count, now.count) > Self.longest
        {
            return said(name, old.map { _ in was }, new.map { _ in now })
        }
        let was = old.map { values.phrase($0, form, beside: new) }
        let now = new.map { values.phrase($0, form, beside: old) }
        // Two things of one title, or two ways to write one value.
        if was == now { return said(name, old?.shown(form), new?.shown(form)) }
        if masked(was) == masked(now) { return hidden(name) }
        // A list without members says that there are none; a key that is left out says nothing.
        let unstated = old?.isEmptyList ?? false || new?.isEmptyList ?? false ? Phrase("not stated") : nil
        return fromTo(
            name.phrase, was ?? unstated ?? usual(name, comparison.base),
            now ?? unstated ?? usual(name, comparison.head))
    }

    /// What holds where a key is left out.
    private func usual(_ name: KeyName, _ plan: Plan) -> Phrase? {
        switch name.notation.split(separator: " ").last {
        case "large-print", "full", "two-way", "strict": Phrase("no", context: "value")
        case "private" where name.notation.hasPrefix("copies"): Phrase("not stated")
        case "paper":
            Phrase(verbatim: kind == .pack ? (plan.info.paper?.value ?? .a4).rawValue : Paper.a4.rawValue)
        default: nil
        }
    }

    private func hidden(_ name: KeyName) -> Phrase {
        Phrase("{key}: another value, which is private", ["key": name.phrase])
    }

    private func masked(_ phrase: Phrase?) -> Phrase? {
        phrase?.mappingValues(comparison.masking.callAsFunction)
    }

    private func said(_ name: KeyName, _ old: String?, _ new: String?) -> Phrase {
        let (was, now) = (old.map(comparison.masking.callAsFunction), new.map(comparison.masking.callAsFunction))
        // Only what is masked differs.
        if was == now { return hidden(name) }
        let (before, after) = Self.cut(was, now)
        return fromTo(name.phrase, before.map { Phrase(verbatim: $0) }, after.map { Phrase(verbatim: $0) })
    }

    /// Long values cut to what differs.
    private static func cut(_ old: String?, _ new: String?) -> (String?, String?) {
        if max(old?.count ?? 0, new?.count ?? 0) <= longest { return (old, new) }
        return excerpts(old, new)
    }
}

// MARK: Maps with known keys

extension ValueDifferences {
    private func fields(
        _ name: KeyName, _ before: [FormValue.Field], _ after: [FormValue.Field], _ form: ValueForm
    ) -> [Phrase] {
        let keys = form.keys
        var (told, stamps): ([Phrase], [Phrase]) = ([], [])
        for place in keys.indices {
            let old = before.first { $0.place == place }?.value
            let new = after.first { $0.place == place }?.value
            let form = keys[place].form
            if same(old, new, form) { continue }
            let key = name.inside(keys[place])
            if case .deadline = form {
                told.append(deadline(key, old, new, form, before, after, keys))
            } else if keys[place].name == "of" {
                stamps += details(key, old, new, form)
            } else {
                told += details(key, old, new, form)
            }
        }
        // A stamp follows what was confirmed anew: alone it is the news.
        return told.isEmpty ? stamps : told
    }

    /// A stage without a number: the law asks for no undue delay, unless the long form says by when.
    private func deadline(
        _ name: KeyName, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm, _ before: [FormValue.Field],
        _ after: [FormValue.Field], _ keys: [KeySchema]
    ) -> Phrase {
        func words(_ value: FormValue?, _ record: [FormValue.Field]) -> Phrase? {
            if let value { return values.phrase(value, form) }
            let isLong = record.contains { ["due", "cases"].contains(keys[$0.place].name) }
            return isLong ? nil : Phrase("without undue delay")
        }
        return fromTo(name.phrase, words(old, before), words(new, after))
    }
}

// MARK: Lists

extension ValueDifferences {
    /// Of a longer list what came and what went, where the others are in the order that they had.
    private func members(
        _ name: KeyName, _ old: [FormValue], _ new: [FormValue], _ form: ValueForm
    ) -> [Phrase]? {
        if max(old.count, new.count) <= Self.longestList || old.isEmpty || new.isEmpty { return nil }
        let gone = old.filter { was in !new.contains { was.means($0, form) } }
        let come = new.filter { now in !old.contains { $0.means(now, form) } }
        let left = old.filter { was in !gone.contains { $0.means(was, form) } }
        let kept = new.filter { now in !come.contains { $0.means(now, form) } }
        guard left.count == kept.count, zip(left, kept).allSatisfy({ $0.means($1, form) }) else { return nil }
        func words(_ members: [FormValue]) -> Phrase { values.phrase(.list(members), .list(form)) }
        var told: [Phrase] = []
        if !gone.isEmpty {
            told.append(Phrase("{key}: without {members} now", ["key": name.phrase, "members": words(gone)]))
        }
        if !come.isEmpty {
            told.append(Phrase("{key}: with {members} now", ["key": name.phrase, "members": words(come)]))
        }
        return told
    }

    /// An element by the name that it has in both, else by its number.
    private func element(
        _ list: KeyName, _ number: Int, _ old: FormValue?, _ new: FormValue?, _ form: ValueForm
    ) -> KeyName {
        func name(_ value: FormValue?) -> (written: String, said: Phrase)? {
            guard case .record(let fields, _)? = value,
                let place = Self.naming.lazy.compactMap(form.keys.place(of:)).first,
                let name = fields.first(where: { $0.place == place })?.value
            else { return nil }
            if case .text(let text) = name { return (text.text(comparison.head.sourceLocale), text.phrase) }
            let written = name.shown(form.keys[place].form)
            if case .text(let title)? = fields.first(where: { $0.place == form.keys.place(of: "title") })?.value {
                return (written, title.phrase)
            }
            if case .legalTerm(let kind) = form.keys[place].form { return (written, LegalTerms.phrase(kind, written)) }
            return (written, Phrase(verbatim: written))
        }
        guard let now = name(new), now.written == name(old)?.written else { return list.numbered(number) }
        return list.named(now.said)
    }

    /// The same elements in another order, each by what it says first; nil where some are others.
    private func order(_ name: KeyName, _ old: [FormValue], _ new: [FormValue], _ form: ValueForm) -> Phrase? {
        guard old.count == new.count, old.count > 1 else { return nil }
        guard old.map({ $0.shown(form) }).sorted() == new.map({ $0.shown(form) }).sorted() else { return nil }
        func first(_ value: FormValue) -> Phrase {
            guard case .record(let fields, _)? = value.inFull(form, beside: nil), let field = fields.first else {
                return values.phrase(value, form)
            }
            return values.phrase(field.value, form.keys[field.place].form)
        }
        func words(_ elements: [FormValue]) -> Phrase {
            Phrase(joining: elements.map(first), separator: Phrase(verbatim: ", "))
        }
        let (was, now) = (words(old), words(new))
        return was == now
            ? Phrase("{key}: in another order", ["key": name.phrase]) : fromTo(name.phrase, was, now)
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
}

extension ValueForm {
    /// Whether the elements of a list are compared key by key.
    fileprivate var hasParts: Bool {
        if case .dependency = element { false } else { !element.keys.isEmpty }
    }
}

extension FormValue {
    /// A short form beside a long one as the long one: a date alone is a map with the day in it.
    fileprivate func inFull(_ form: ValueForm, beside other: FormValue?) -> FormValue? {
        guard !form.keys.isEmpty, case .record? = other else { return self }
        switch (form, self) {
        case (.dateOrRecord, .word), (.textOrRecord, .text), (.textOrRecord, .word), (.shorthand, .word),
            (.shorthand, .text):
            return .record([Field(0, self)], span ?? Span(FileID(0), 0, 0))
        default: return self
        }
    }

    /// What the author wrote as one text.
    fileprivate var text: String? {
        switch self {
        case .word(let word): word.value
        case .text(let text): text.versions.count == 1 ? text.versions[0].text.value : nil
        default: nil
        }
    }

    fileprivate var isEmptyList: Bool {
        if case .list(let values) = self { values.isEmpty } else { false }
    }
}
