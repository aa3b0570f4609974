import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Asks a plan what profiles ask. (Used by one thread: it remembers what several conditions look at.)
final class Asking {
    let context: RuleContext
    let plan: Plan
    let scenarios: [JudgedScenario]
    let things: AskedThings
    /// What the parts of the paths of the ask at hand mean, for each kind of thing that they were asked of.
    private var meanings: [Meaning?] = []
    /// Whether the rest of a path leads to anything from a scenario, for each part of the ask at hand and each scenario: what
    /// is asked of many audiences is found out once.
    private var found: [Bool?] = []

    /// What a name means for a kind of thing.
    private struct Meaning {
        enum Own {
            case plan
            /// By its place among all derived names.
            case derived(Int)
            /// A key, by its place among those of the kind.
            case key(Int)
            case nothing
        }

        /// The scenario in which a thing is looked at; of one that is looked at in none, its own meaning.
        var isScenario = false
        var own: Own
    }

    init(_ context: RuleContext) {
        self.context = context
        plan = context.plan
        scenarios = context.scenarios
        things = AskedThings(context)
    }

    // MARK: Asks

    /// Asks one ask of everything that it is about.
    ///
    /// - Returns: how many things that is, and those that do not meet it, each with the place where a finding about it stands.
    func answer(_ ask: Ask) -> (askedOf: Int, lacks: [(subject: Asked, span: Span)]) {
        meanings = Array(repeating: nil, count: ask.parts * AskedKind.count)
        found = Array(repeating: nil, count: ask.parts * scenarios.count)
        var subjects = [wholePlan]
        for path in ask.subject { subjects = subjects.flatMap { follow(path, from: $0) } }
        if let filter = ask.filter { subjects.removeAll { !holds(filter, of: $0) } }
        let lacking = subjects.filter { !holds(ask.demand, of: $0) }
        return (
            subjects.count,
            lacking.map { subject in
                (subject, ask.at.flatMap { follow($0, from: subject).first }?.span ?? subject.span)
            }
        )
    }

    /// The things that a demand says must not be there, and that are.
    func unwanted(by demand: AskedCondition, at asked: Asked) -> [any Entity] {
        guard case .not(.has(let path)) = demand else { return [] }
        var found: [any Entity] = []
        for asked in follow(path, from: asked) {
            guard case .entity(let kind, let place) = asked.thing else { continue }
            let thing = things[kind][place]
            if !found.contains(where: { $0.nameSpan == thing.nameSpan }) { found.append(thing) }
        }
        return found
    }

    // MARK: Conditions

    private func holds(_ condition: AskedCondition, of asked: Asked) -> Bool {
        switch condition {
        case .has(let path): return leads(path.parts, 0, from: asked)
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
            return reaches(path, from: asked) { found in self.day(of: found).map { $0 <= self.context.asOf } ?? false }
        case .within(let path, let amount):
            return reaches(path, from: asked) { found in
                // A day that is still to come has shown nothing yet.
                self.day(of: found).map { $0 <= self.context.asOf && $0.adding(amount) >= self.context.asOf } ?? false
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
        case .entity(let kind, let place): things[kind][place].id
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
        case .word(let word): return CalendarDate(iso: word)
        case .record(let fields, let keys):
            var day: CalendarDate?
            _ = value(of: "on", in: fields, keys, asked.scenario) { found in
                day = self.day(of: found)
                return true
            }
            return day
        default: return nil
        }
    }

    // MARK: Paths

    private func follow(_ path: AskedPath, from asked: Asked) -> [Asked] {
        var found: [Asked] = []
        _ = reaches(path, from: asked) {
            found.append($0)
            return false
        }
        return found
    }

    /// Whether a path leads to something that passes a test; the way ends at the first.
    private func reaches(_ path: AskedPath, from asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        reaches(path.parts, 0, from: asked, test)
    }

    private func reaches(_ parts: [AskedPath.Part], _ place: Int, from asked: Asked, _ test: (Asked) -> Bool) -> Bool {
        if place == parts.count { return test(asked) }
        guard let filter = parts[place].filter else {
            if place + 1 == parts.count { return lead(asked, parts[place], test) }
            return lead(asked, parts[place]) { self.reaches(parts, place + 1, from: $0, test) }
        }
        return lead(asked, parts[place]) { found in
            self.holds(filter, of: found) && self.reaches(parts, place + 1, from: found, test)
        }
    }

    /// Whether a path leads to anything.
    private func leads(_ parts: [AskedPath.Part], _ place: Int, from asked: Asked) -> Bool {
        if place == parts.count { return true }
        // A scenario is looked at in itself, whatever led to it.
        guard place > 0, case .entity(.scenario, let scenario) = asked.thing, asked.scenario == scenario else {
            return find(parts, place, from: asked)
        }
        let memory = parts[place].number * scenarios.count + scenario
        if let known = found[memory] { return known }
        let answer = find(parts, place, from: asked)
        found[memory] = answer
        return answer
    }

    private func find(_ parts: [AskedPath.Part], _ place: Int, from asked: Asked) -> Bool {
        lead(asked, parts[place]) { found in
            (parts[place].filter.map { self.holds($0, of: found) } ?? true)
                && self.leads(parts, place + 1, from: found)
        }
    }

    /// Gives what a name leads to, until one passes a test.
    private func lead(_ asked: Asked, _ part: AskedPath.Part, _ test: (Asked) -> Bool) -> Bool {
        guard let kind = AskedKind.place(of: asked.thing) else {
            guard case .record(let fields, let keys) = asked.thing else { return false }
            return value(of: part.name, in: fields, keys, asked.scenario, test)
        }
        let place = part.number * AskedKind.count + kind
        if let known = meanings[place] { return lead(asked, by: known, test) }
        let meaning = meaning(of: part.name, kind)
        meanings[place] = meaning
        return lead(asked, by: meaning, test)
    }

    private func lead(_ asked: Asked, by meaning: Meaning, _ test: (Asked) -> Bool) -> Bool {
        if meaning.isScenario, let scenario = asked.scenario { return test(self.scenario(scenario)) }
        switch meaning.own {
        case .plan: return test(wholePlan)
        case .derived(let place): return DerivedName.all[place].find(self, asked, test)
        case .key(let key):
            for value in things.values(of: key, asked.thing) {
                if test(Asked(thing: value.thing, span: value.span, scenario: asked.scenario)) { return true }
            }
            return false
        case .nothing: return false
        }
    }

    private func meaning(of name: String, _ kind: Int) -> Meaning {
        name == "plan"
            ? Meaning(own: .plan) : Meaning(isScenario: name == "scenario", own: ownMeaning(of: name, kind))
    }

    private func ownMeaning(of name: String, _ kind: Int) -> Meaning.Own {
        if let place = DerivedName.ofKinds[kind][name] { return .derived(place) }
        guard kind < EntityKind.all.count else { return .nothing }
        return Schema.keys(of: EntityKind.all[kind]).place(of: name).map(Meaning.Own.key) ?? .nothing
    }

    /// A value of a map with known keys.
    private func value(
        of name: String, in fields: [FormValue.Field], _ keys: [KeySchema], _ scenario: Int?, _ test: (Asked) -> Bool
    ) -> Bool {
        guard let key = keys.place(of: name), let field = fields.first(where: { $0.place == key }) else { return false }
        return things.values(field.value, keys[key].form).contains { value in
            test(Asked(thing: value.thing, span: value.span, scenario: scenario))
        }
    }

    // MARK: Things

    /// The things of a kind with these ids, looked at in a scenario, until one passes a test.
    func each(
        _ kind: EntityKind, _ ids: some Sequence<String>, _ scenario: Int?, _ test: (Asked) -> Bool
    ) -> Bool {
        ids.contains { id in things.place(of: kind, id).map { test(things.asked(kind, $0, scenario)) } ?? false }
    }

    /// Those that references of the plan lead to, where they refer.
    func each(
        _ kind: EntityKind, _ references: [Reference], _ scenario: Int?, _ test: (Asked) -> Bool
    ) -> Bool {
        references.contains { reference in
            guard let place = things.place(of: kind, reference.id) else { return false }
            return test(Asked(thing: .entity(kind, place), span: reference.span, scenario: scenario))
        }
    }

    private var wholePlan: Asked { Asked(thing: .plan, span: plan.info.nameSpan) }

    /// A scenario, looked at in itself.
    func scenario(_ place: Int) -> Asked { things.asked(.scenario, place, place) }

    func step(_ place: Int, of scenario: Int) -> Asked {
        Asked(thing: .step(place), span: scenarios[scenario].timeline.entries[place].step.span, scenario: scenario)
    }

    func sending(_ place: Int, of scenario: Int) -> Asked {
        Asked(thing: .sending(place), span: scenarios[scenario].timeline.sendings[place].span, scenario: scenario)
    }
}
