import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancProse
import PlancSchema
import PlancSource

/// The things of a plan as profiles look at them: each list is made when it is first asked for, and kept.
final class AskedThings {
    private let context: RuleContext
    private let plan: Plan
    /// By the place of a kind.
    private var lists = [[any Entity]?](repeating: nil, count: EntityKind.all.count)
    private var places = [[String: Int]?](repeating: nil, count: EntityKind.all.count)
    /// Where the things of a kind are named.
    private var spans = [[Span]?](repeating: nil, count: EntityKind.all.count)
    /// What things say under the keys that were looked at: by kind, then by key and place of the thing.
    private var said = [[[Value]?]](repeating: [], count: EntityKind.all.count)
    private var sentTo: [Int: [String: [Int]]] = [:]
    private lazy var messagesFor = gatheredMessages()
    private lazy var allSendings = gatheredSendings()
    private lazy var resting = activitiesBySystem()
    lazy var rolesWithSteps = Set(context.analyses.agendas.flatMap { $0.steps.flatMap { $0.roles.map(\.id) } })

    /// What a key says, wherever it is looked at.
    struct Value {
        var thing: Asked.Thing
        var span: Span
    }

    init(_ context: RuleContext) {
        self.context = context
        plan = context.plan
    }

    // MARK: Things

    /// The things of a kind, in the order of the sources.
    subscript(kind: EntityKind) -> [any Entity] {
        if let known = lists[kind.place] { return known }
        let found = plan.entities(of: kind)
        lists[kind.place] = found
        return found
    }

    /// The place of a thing among those of its kind.
    func place(of kind: EntityKind, _ id: String) -> Int? {
        if let known = places[kind.place] { return known[id] }
        let found = Dictionary(
            self[kind].enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        places[kind.place] = found
        return found[id]
    }

    func asked(_ kind: EntityKind, _ place: Int, _ scenario: Int?) -> Asked {
        Asked(thing: .entity(kind, place), span: span(of: kind, place), scenario: scenario)
    }

    private func span(of kind: EntityKind, _ place: Int) -> Span {
        if let known = spans[kind.place] { return known[place] }
        let found = self[kind].map(\.nameSpan)
        spans[kind.place] = found
        return found[place]
    }

    // MARK: Keys

    /// What a thing says under a key of the plan language.
    func values(of key: Int, _ thing: Asked.Thing) -> [Value] {
        let kind: EntityKind
        let place: Int
        switch thing {
        case .plan: (kind, place) = (.plan, 0)
        case .entity(let its, let its2): (kind, place) = (its, its2)
        default: return []
        }
        let number = kind.place
        let things = kind == .plan ? 1 : self[kind].count
        if said[number].isEmpty { said[number] = Array(repeating: nil, count: Schema.keys(of: kind).count * things) }
        if let known = said[number][key * things + place] { return known }
        let whole: Any = kind == .plan ? plan.info : self[kind][place]
        let form = Schema.keys(of: kind)[key].form
        let found = Schema.declaration(of: kind).value(of: key, in: whole).map { values($0, form) } ?? []
        said[number][key * things + place] = found
        return found
    }

    func values(_ value: FormValue, _ form: ValueForm) -> [Value] {
        switch value {
        case .word(let word): return [Value(thing: .word(word.value), span: word.span)]
        case .text(let text):
            return text.versions.first.map { [Value(thing: .something, span: $0.text.span)] } ?? []
        case .reference(let reference):
            guard let place = place(of: reference.target.kind, reference.target.id) else { return [] }
            return [Value(thing: .entity(reference.target.kind, place), span: reference.span)]
        case .stage(let obligation, let stage):
            var fields = [FormValue.Field(0, .word(Located(obligation.id, obligation.span)))]
            if let stage { fields.append(FormValue.Field(1, .word(stage))) }
            return [Value(thing: .record(fields, Self.satisfactionKeys), span: obligation.span)]
        case .list(let values): return values.flatMap { self.values($0, form.element) }
        case .map(let pairs):
            return pairs.compactMap { pair in pair.key.span.map { Value(thing: .something, span: $0) } }
        case .record(let fields, let span):
            return [Value(thing: .record(fields, form.element.keys), span: span)]
        }
    }

    /// `eu-nis2-23/early-warning`, as a map of two.
    static let satisfactionKeys = [
        KeySchema(
            "id", .id, called: "id", summary: "what other files call it; the file's name when left out",
            example: "eu-nis2-23"),
        KeySchema("stage", .text, called: "stage", summary: "what is due, in order", example: "early-warning"),
    ]

    // MARK: What follows from the plan

    /// The places of what is sent to an audience in a scenario.
    func sent(to audience: String, in scenario: Int) -> [Int] {
        if let known = sentTo[scenario] { return known[audience] ?? [] }
        var found: [String: [Int]] = [:]
        for (place, sending) in context.scenarios[scenario].timeline.sendings.enumerated() {
            for reference in plan.messages[sending.number].audiences { found[reference.id, default: []].append(place) }
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

    /// When a message is sent in all scenarios: the place of the scenario, and of the sending in it.
    func sendings(of message: Int) -> [(scenario: Int, place: Int)] { allSendings[message] }

    private func gatheredSendings() -> [[(scenario: Int, place: Int)]] {
        var all = [[(scenario: Int, place: Int)]](repeating: [], count: plan.messages.count)
        for (scenario, judged) in context.scenarios.enumerated() {
            for (place, sending) in judged.timeline.sendings.enumerated() {
                all[sending.number].append((scenario, place))
            }
        }
        return all
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
