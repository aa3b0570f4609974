import PlancMarkup
import PlancModel
import PlancSource

/// A key of a thing that says something else in the newer of two plans.
public struct KeyDifference: Sendable {
    /// What one of the two plans says.
    public struct Side: Sendable {
        public var value: FormValue
        /// On one line, in the notation of the plan language; things by their ids.
        public var shown: String
        /// Where it is written; nil of what is nowhere.
        public var span: Span?
    }

    /// The thing as the newer plan knows it; the plan itself and its vocabulary have the plan's name.
    public var thing: EntityReference
    public var key: KeySchema
    /// With the ids that things have in the newer plan; nil: the key was added.
    public var old: Side?
    /// nil: the key was removed.
    public var new: Side?
}

/// A thing that is in both plans, and a text of it that reads otherwise in the newer one.
public struct BodyDifference: Sendable {
    public var thing: EntityReference
    public var locale: Locale
    /// nil: there was none in this locale.
    public var old: Body?
    /// nil: there is none any more.
    public var new: Body?
}

/// What two plans say otherwise, key by key: what `diff` is made from.
public struct PlanComparison: Sendable {
    /// Things that only one of the plans has, by the id that it has there.
    public var added: [EntityReference] = []
    public var removed: [EntityReference] = []
    /// In the order of the kinds, of the newer plan's things, and of the declarations of the keys.
    public var keys: [KeyDifference] = []
    public var bodies: [BodyDifference] = []

    /// Compares every key of every thing by its declaration.
    ///
    /// - Parameters:
    ///   - newID: the id that a thing of the older plan has in the newer one; the same by default.
    ///   - newStage: the name that a stage of a duty, by its old id, has in the newer plan; the same by default.
    public init(
        from base: Plan, to head: Plan, newID: @escaping (EntityKind, String) -> String = { $1 },
        newStage: @escaping (String, String) -> String = { $1 }
    ) {
        let renaming = Renaming(newID: newID, newStage: newStage)
        for kind in EntityKind.all {
            let declaration = Schema.declaration(of: kind)
            // The plan itself is the same thing under whatever name.
            func id(_ thing: WrittenThing, isOld: Bool) -> String {
                kind.hasID ? isOld ? newID(kind, thing.reference.id) : thing.reference.id : head.name
            }
            let old = declaration.written(in: base)
            let places = Dictionary(
                old.enumerated().map { (id($1, isOld: true), $0) }, uniquingKeysWith: { first, _ in first })
            var met: Set<Int> = []
            for new in declaration.written(in: head) {
                let reference = EntityReference(kind, id(new, isOld: false))
                guard let place = places[reference.id] else {
                    added.append(reference)
                    continue
                }
                met.insert(place)
                compare(reference, old[place], new, declaration.facts.keys, renaming)
            }
            for place in old.indices where !met.contains(place) { removed.append(old[place].reference) }
        }
    }

    private mutating func compare(
        _ thing: EntityReference, _ old: WrittenThing, _ new: WrittenThing, _ keys: [KeySchema],
        _ renaming: Renaming
    ) {
        for (place, key) in keys.enumerated() {
            let was = old.fields.first { $0.place == place }?.value
            let now = new.fields.first { $0.place == place }?.value
            let isOfStages = thing.kind == .obligation && key.name == "stages"
            let renamed = was?.renamed(renaming, stagesOf: isOfStages ? old.reference.id : nil)
            switch (renamed, now) {
            case (nil, nil): continue
            case (let was?, let now?) where was.means(now, key.form): continue
            default: break
            }
            func side(_ value: FormValue) -> KeyDifference.Side {
                KeyDifference.Side(value: value, shown: value.shown(key.form), span: value.span)
            }
            self.keys.append(KeyDifference(thing: thing, key: key, old: renamed.map(side), new: now.map(side)))
        }
        for body in new.bodies {
            let was = old.bodies.first { $0.locale == body.locale }
            if was?.textHash != body.textHash {
                bodies.append(BodyDifference(thing: thing, locale: body.locale, old: was, new: body))
            }
        }
        for body in old.bodies where !new.bodies.contains(where: { $0.locale == body.locale }) {
            bodies.append(BodyDifference(thing: thing, locale: body.locale, old: body, new: nil))
        }
    }
}

extension FormValue {
    /// Whether two values say the same, wherever they are written.
    public func says(_ other: FormValue) -> Bool {
        switch (self, other) {
        case (.word(let a), .word(let b)): a.value == b.value
        case (.text(let a), .text(let b)):
            a.versions.elementsEqual(b.versions) { $0.locale == $1.locale && $0.text.value == $1.text.value }
        case (.reference(let a), .reference(let b)): a.target == b.target
        case (.stage(let a, let s), .stage(let b, let t)): a.id == b.id && s?.value == t?.value
        case (.list(let a), .list(let b)): a.elementsEqual(b) { $0.says($1) }
        case (.map(let a), .map(let b)): a.elementsEqual(b) { $0.key.says($1.key) && $0.value.says($1.value) }
        case (.record(let a, _), .record(let b, _)):
            a.elementsEqual(b) { $0.place == $1.place && $0.value.says($1.value) }
        default: false
        }
    }

    /// Whether two values of a form tell readers and programs the same: white space apart, that in numbers too, languages and maps in any order but
    /// maps of addresses, which are tried in theirs.
    public func means(_ other: FormValue, _ form: ValueForm) -> Bool {
        switch (self, other) {
        case (.word(let a), .word(let b)):
            // A number is printed, dialled and looked for without the spaces that it is written with.
            if case .address = form, let number = WrittenForms.e164(a.value) {
                return number == WrittenForms.e164(b.value)
            }
            return a.value.isSameText(as: b.value)
        case (.text(let a), .text(let b)):
            if a.versions.count != b.versions.count { return false }
            return a.versions.allSatisfy { version in
                b.versions.contains { $0.locale == version.locale && $0.text.value.isSameText(as: version.text.value) }
            }
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.means($1, form.element) }
        case (.map(let a), .map(let b)):
            guard case .map(let key, let value) = form else { return says(other) }
            let ordered =
                a.count == b.count && zip(a, b).allSatisfy { $0.key.says($1.key) && $0.value.means($1.value, value) }
            if case .address = value { return ordered }
            if ordered { return true }
            let known = Dictionary(b.map { ($0.key.shown(key), $0.value) }, uniquingKeysWith: { first, _ in first })
            return a.count == b.count && a.allSatisfy { known[$0.key.shown(key)]?.means($0.value, value) ?? false }
        case (.record(let a, _), .record(let b, _)):
            let keys = form.keys
            return a.count == b.count
                && zip(a, b).allSatisfy { $0.place == $1.place && $0.value.means($1.value, keys[$0.place].form) }
        default: return says(other)
        }
    }

    /// The same value with the ids that things have in another plan.
    ///
    /// - Parameter duty: the duty whose stages the value tells: their names are words in it.
    fileprivate func renamed(_ renaming: Renaming, stagesOf duty: String? = nil) -> FormValue {
        func renamed(_ value: FormValue) -> FormValue { value.renamed(renaming, stagesOf: duty) }
        switch self {
        case .text: return self
        case .word(let word): return duty.map { duty in .word(word.map { renaming.newStage(duty, $0) }) } ?? self
        case .reference(var reference):
            reference.target.id = renaming.newID(reference.target.kind, reference.target.id)
            return .reference(reference)
        case .stage(let obligation, let stage):
            return .stage(
                Reference(renaming.newID(.obligation, obligation.id), obligation.span),
                stage.map { $0.map { renaming.newStage(obligation.id, $0) } })
        case .list(let values): return .list(values.map(renamed))
        case .map(let pairs): return .map(pairs.map { Pair(renamed($0.key), renamed($0.value)) })
        case .record(let fields, let span):
            return .record(fields.map { Field($0.place, renamed($0.value)) }, span)
        }
    }
}

extension String {
    /// Whether both are the same words: white space says nothing.
    fileprivate func isSameText(as other: String) -> Bool {
        self == other || split(whereSeparator: \.isWhitespace) == other.split(whereSeparator: \.isWhitespace)
    }
}

/// What the things of the older plan are called in the newer one.
private struct Renaming {
    let newID: (EntityKind, String) -> String
    let newStage: (String, String) -> String

    init(newID: @escaping (EntityKind, String) -> String, newStage: @escaping (String, String) -> String) {
        (self.newID, self.newStage) = (newID, newStage)
    }
}
