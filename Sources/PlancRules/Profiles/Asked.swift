import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Something that a condition of a profile speaks of, where it stands, and the scenario in which it is looked at.
struct Asked {
    /// Things are looked at again and again: what is large is shared, not copied.
    enum Thing {
        case plan
        indirect case entity(any Entity, EntityKind)
        indirect case step(PlannedStep)
        indirect case sending(Sending)
        /// A map with known keys.
        case record([FormValue.Field], [KeySchema])
        /// In the notation of the plan language.
        case word(String)
        case minutes(Int)
        /// Something that is there and of which no more is known: a text.
        case something
    }

    var thing: Thing
    var span: Span
    /// The place of the scenario among the plan's.
    var scenario: Int?
    /// Of an entity, its place among those of its kind.
    var place: Int?
}

/// What a name can lead from and to, as far as it is known without a plan.
enum AskedKind: Hashable, Sendable {
    case thing(EntityKind)
    case step, sending, word
    /// A map with known keys, by the names of its keys.
    case record([String])
}

/// A name that is no key of the plan language: what follows from the plan. Conditions, their test and the manual's table are made of
/// one list.
struct DerivedName: Sendable {
    var owner: AskedKind
    var name: String
    var leadsTo: AskedKind
    var find: @Sendable (Asking, Asked) -> [Asked]

    init(
        _ owner: AskedKind, _ name: String, _ leadsTo: AskedKind,
        _ find: @escaping @Sendable (Asking, Asked) -> [Asked]
    ) {
        self.owner = owner
        self.name = name
        self.leadsTo = leadsTo
        self.find = find
    }
}

/// Asks a plan what profiles ask. (Used by one thread: it remembers what several conditions look at.)
final class Asking {
    let context: RuleContext
    let plan: Plan
    let scenarios: [JudgedScenario]
    /// By the place of a kind: its things, each boxed once, and their places by id.
    private var things = [[Asked]?](repeating: nil, count: EntityKind.all.count)
    private var places = [[String: Int]](repeating: [:], count: EntityKind.all.count)
    /// What things say under keys that were looked at.
    private var said: [KeyPlace: FormValue?] = [:]
    private var steps: [Int: [Asked]] = [:]
    private var sent: [Int: [Asked]] = [:]
    private var reader: ElementReader
    private var told: [String: [Element]] = [:]
    private var sentTo: [Int: [String: [Asked]]] = [:]
    private lazy var messagesFor = gatheredMessages()
    private lazy var allSendings = gatheredSendings()
    private lazy var resting = activitiesBySystem()
    lazy var rolesWithSteps = Set(
        context.analyses.agendas.flatMap { $0.steps.flatMap { $0.roles.map(\.id) } })

    init(_ context: RuleContext) {
        self.context = context
        plan = context.plan
        scenarios = context.scenarios
        reader = ElementReader(plan)
    }

    // MARK: Asks

    /// The things that an ask is about, those that its filter keeps.
    func subjects(of ask: Ask) -> [Asked] {
        var found = [Asked(thing: .plan, span: plan.info.nameSpan)]
        for path in ask.subject { found = found.flatMap { follow(path, from: $0) } }
        guard let filter = ask.filter else { return found }
        return found.filter { holds(filter, of: $0) }
    }

    func isMet(_ ask: Ask, by subject: Asked) -> Bool { holds(ask.demand, of: subject) }

    /// Where a finding stands about what does not meet an ask.
    func place(of ask: Ask, _ subject: Asked) -> Span {
        ask.at.flatMap { follow($0, from: subject).first?.span } ?? subject.span
    }

    // MARK: Conditions

    func holds(_ condition: AskedCondition, of asked: Asked) -> Bool {
        switch condition {
        case .has(let path): return reaches(path, from: asked) { _ in true }
        case .isOne(let path, let words):
            return reaches(path, from: asked) { found in self.word(of: found).map(words.contains) ?? false }
        case .isAmong(let path, let other):
            let words = follow(other, from: asked).compactMap(word)
            return reaches(path, from: asked) { found in self.word(of: found).map(words.contains) ?? false }
        case .time(let path, let comparison, let amount):
            let limit = amount.boundedMinutes
            return reaches(path, from: asked) { found in
                self.minutes(of: found).map { comparison.holds($0, limit) } ?? false
            }
        case .count(let path, let comparison, let measure):
            let limit =
                switch measure {
                case .number(let number): number
                case .count(let other): count(other, from: asked)
                }
            return comparison.holds(count(path, from: asked), limit)
        case .past(let path):
            return reaches(path, from: asked) { found in self.day(of: found).map { $0 <= self.context.asOf } ?? false
            }
        case .within(let path, let amount):
            return reaches(path, from: asked) { found in
                // A day that is still to come has shown nothing yet.
                self.day(of: found).map { $0 <= self.context.asOf && $0.adding(amount) >= self.context.asOf }
                    ?? false
            }
        case .not(let inner): return !holds(inner, of: asked)
        case .all(let conditions): return conditions.allSatisfy { holds($0, of: asked) }
        case .any(let conditions): return conditions.contains { holds($0, of: asked) }
        }
    }

    /// How many different things a path leads to.
    private func count(_ path: AskedPath, from asked: Asked) -> Int {
        let found = follow(path, from: asked)
        let named = Set(found.compactMap(word))
        return named.count + found.count { word(of: $0) == nil }
    }

    private func word(of asked: Asked) -> String? {
        switch asked.thing {
        case .word(let word): word
        case .minutes(let minutes): String(minutes)
        case .entity(let entity, _): entity.id
        case .plan, .step, .sending, .record, .something: nil
        }
    }

    private func minutes(of asked: Asked) -> Int? {
        switch asked.thing {
        case .minutes(let minutes): minutes
        case .word(let word): TimeAmount(notation: word)?.boundedMinutes
        default: nil
        }
    }

    /// The day of a date, or of a confirmation.
    private func day(of asked: Asked) -> CalendarDate? {
        switch asked.thing {
        case .word(let word): CalendarDate(iso: word)
        case .record: lead(asked, "on").first.flatMap(day)
        default: nil
        }
    }

    // MARK: Paths

    func follow(_ path: AskedPath, from asked: Asked) -> [Asked] {
        var found: [Asked] = []
        _ = reaches(path, from: asked) {
            found.append($0)
            return false
        }
        return found
    }

    /// Whether a path leads to something that passes a test; the way ends at the first.
    private func reaches(_ path: AskedPath, from asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        reaches(path.parts[...], from: asked, test)
    }

    private func reaches(_ parts: ArraySlice<AskedPath.Part>, from asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        guard let part = parts.first else { return test(asked) }
        for found in lead(asked, part.name) {
            if let filter = part.filter, !holds(filter, of: found) { continue }
            if reaches(parts.dropFirst(), from: found, test) { return true }
        }
        return false
    }

    /// What a name leads to.
    private func lead(_ asked: Asked, _ name: String) -> [Asked] {
        if name == "plan" { return [Asked(thing: .plan, span: plan.info.nameSpan)] }
        if name == "scenario", let place = asked.scenario { return [scenario(place)] }
        let kind: EntityKind
        switch asked.thing {
        case .plan: kind = .plan
        case .entity(_, let entityKind): kind = entityKind
        case .step: return DerivedName.ofSteps[name]?.find(self, asked) ?? []
        case .sending: return DerivedName.ofSendings[name]?.find(self, asked) ?? []
        case .record(let fields, let keys):
            guard let key = keys.place(of: name), let field = fields.first(where: { $0.place == key }) else {
                return []
            }
            return values(field.value, keys[key].form, asked.scenario)
        case .word, .minutes, .something: return []
        }
        if let derived = DerivedName.ofKinds[kind.place][name] { return derived.find(self, asked) }
        return value(of: name, kind, asked)
    }

    /// What a thing says under a key of the plan language.
    private func value(of name: String, _ kind: EntityKind, _ asked: Asked) -> [Asked] {
        let keys = Schema.keys(of: kind)
        guard let key = keys.place(of: name) else { return [] }
        let place = KeyPlace(kind: kind, thing: asked.place ?? 0, key: key)
        let value: FormValue?
        if let known = said[place] {
            value = known
        } else {
            let thing: Any
            switch asked.thing {
            case .plan: thing = plan.info
            case .entity(let entity, _): thing = entity
            default: return []
            }
            value = Schema.declaration(of: kind).value(of: key, in: thing)
            said[place] = .some(value)
        }
        return value.map { values($0, keys[key].form, asked.scenario) } ?? []
    }

    /// A key of a thing.
    private struct KeyPlace: Hashable {
        var kind: EntityKind
        var thing: Int
        var key: Int
    }

    private func values(_ value: FormValue, _ form: ValueForm, _ scenario: Int?) -> [Asked] {
        switch value {
        case .word(let word): return [Asked(thing: .word(word.value), span: word.span, scenario: scenario)]
        case .text(let text):
            guard let span = text.versions.first?.text.span else { return [] }
            return [Asked(thing: .something, span: span, scenario: scenario)]
        case .reference(let reference):
            return entity(reference.target.kind, reference.target.id, at: reference.span, scenario).map { [$0] } ?? []
        case .stage(let obligation, let stage):
            let keys = Self.satisfactionKeys
            var fields = [FormValue.Field(0, .word(Located(obligation.id, obligation.span)))]
            if let stage { fields.append(FormValue.Field(1, .word(stage))) }
            return [Asked(thing: .record(fields, keys), span: obligation.span, scenario: scenario)]
        case .list(let values): return values.flatMap { self.values($0, form.element, scenario) }
        case .map(let pairs):
            return pairs.compactMap { pair in
                pair.key.span.map { Asked(thing: .something, span: $0, scenario: scenario) }
            }
        case .record(let fields, let span):
            return [Asked(thing: .record(fields, form.element.keys), span: span, scenario: scenario)]
        }
    }

    /// `eu-nis2-23/early-warning`, as a map of two.
    static let satisfactionKeys = [
        KeySchema("id", .id, summary: "what other files call it; the file's name when left out", example: "eu-nis2-23"),
        KeySchema("stage", .text, summary: "what is due, in order", example: "early-warning"),
    ]

    // MARK: Things

    func entity(_ kind: EntityKind, _ id: String, at span: Span? = nil, _ scenario: Int?) -> Asked? {
        let things = entities(kind)
        guard let place = places[kind.place][id] else { return nil }
        return Asked(
            thing: things[place].thing, span: span ?? things[place].span, scenario: scenario, place: place)
    }

    func entities(_ kind: EntityKind) -> [Asked] {
        if let known = things[kind.place] { return known }
        let found = plan.entities(of: kind).enumerated().map { place, entity in
            Asked(
                thing: .entity(entity, kind), span: entity.nameSpan, scenario: kind == .scenario ? place : nil,
                place: place)
        }
        things[kind.place] = found
        places[kind.place] = Dictionary(
            plan.entities(of: kind).enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return found
    }

    func scenario(_ place: Int) -> Asked { entities(.scenario)[place] }

    func steps(of scenario: Int) -> [Asked] {
        if let known = steps[scenario] { return known }
        let found = scenarios[scenario].timeline.entries.map {
            Asked(thing: .step($0), span: $0.step.span, scenario: scenario)
        }
        steps[scenario] = found
        return found
    }

    func sent(in scenario: Int) -> [Asked] {
        if let known = sent[scenario] { return known }
        let found = scenarios[scenario].timeline.sendings.map {
            Asked(thing: .sending($0), span: $0.span, scenario: scenario)
        }
        sent[scenario] = found
        return found
    }

    /// What is sent to an audience in a scenario.
    func sent(to audience: String, in scenario: Int) -> [Asked] {
        if let known = sentTo[scenario] { return known[audience] ?? [] }
        var found: [String: [Asked]] = [:]
        for one in sent(in: scenario) {
            guard case .sending(let sending) = one.thing, let message = plan.messages[sending.message] else { continue }
            for reference in message.audiences { found[reference.id, default: []].append(one) }
        }
        sentTo[scenario] = found
        return found[audience] ?? []
    }

    /// The ids of the messages for an audience.
    func messages(for audience: String) -> [String] { messagesFor[audience] ?? [] }

    private func gatheredMessages() -> [String: [String]] {
        var found: [String: [String]] = [:]
        for message in plan.messages {
            for reference in message.audiences { found[reference.id, default: []].append(message.id) }
        }
        return found
    }

    /// When a message is sent, in one scenario or in all.
    func sendings(of message: String, in scenario: Int?) -> [Asked] {
        if let scenario {
            return scenarios[scenario].timeline.sendings(of: message).map {
                Asked(thing: .sending($0), span: $0.span, scenario: scenario)
            }
        }
        return allSendings[message] ?? []
    }

    private func gatheredSendings() -> [String: [Asked]] {
        var all: [String: [Asked]] = [:]
        for place in scenarios.indices {
            for sending in sent(in: place) {
                if case .sending(let one) = sending.thing { all[one.message, default: []].append(sending) }
            }
        }
        return all
    }

    func elements(toldBy message: Message) -> [Element] {
        if let known = told[message.id] { return known }
        let set = reader.elementsTold(by: message)
        let found = Element.allCases.filter(set.contains)
        told[message.id] = found
        return found
    }

    /// The activities that rest on a system, directly or not.
    func activities(on system: String) -> [Int] { resting[system] ?? [] }

    private func activitiesBySystem() -> [String: [Int]] {
        var all: [String: [Int]] = [:]
        for (place, activity) in plan.activities.enumerated() {
            var open = activity.dependsOn.flatMap(\.references).map(\.id)
            var seen = Set<String>()
            while let id = open.popLast() {
                guard seen.insert(id).inserted else { continue }
                all[id, default: []].append(place)
                open += plan.systems[id]?.dependsOn.flatMap(\.references).map(\.id) ?? []
            }
        }
        return all
    }
}
