import PlancModel
import PlancSchema
import PlancSource

/// What profiles ask of a plan, and what of it the plan shows.
public struct ProfileJudgement: Sendable {
    /// A thing that does not show what an item asks for.
    public struct Lack: Sendable {
        public var span: Span
        /// What lacks it; nil: the plan itself, or a part without a name.
        public var thing: (any Entity)?
        /// The scenario in which it lacks it, where that is another thing.
        public var scenario: Scenario?
        /// What was looked for, in the words of the list.
        public var lookedFor: String
        /// What was found where there should be nothing of the kind.
        public var unwanted: [any Entity] = []
        var demand: AskedCondition
    }

    /// What became of one item.
    public struct Answer: Sendable {
        public var item: Profiles.Item
        /// Of the profiles asked for, those that ask it.
        public var profiles: [ProfileName]
        /// How many things it is asked of.
        public var askedOf = 0
        public var lacks: [Lack] = []
    }

    public let names: [ProfileName]
    public private(set) var answers: [Answer] = []

    private static let manyMessages = 400

    public init(_ context: RuleContext, _ names: [ProfileName]) {
        self.names = names
        let profiles = Profiles.builtIn
        let items = profiles.items(of: names)
        // Each part looks at the same things again: a small plan is asked once, a large one in two halves that take about as long.
        let parts = context.plan.messages.count < Self.manyMessages ? 1 : 2
        let answered = parallelMap(Array(0..<parts)) { part in
            let asking = Asking(context)
            return stride(from: part, to: items.count, by: parts).map { place in
                Self.answer(items[place], profiles.asking(for: items[place].id, among: names), asking)
            }
        }
        answers = items.indices.map { answered[$0 % parts][$0 / parts] }
    }

    private static func answer(_ item: Profiles.Item, _ profiles: [ProfileName], _ asking: Asking) -> Answer {
        var answer = Answer(item: item, profiles: profiles)
        for ask in item.asks {
            let answered = asking.answer(ask)
            answer.askedOf += answered.askedOf
            for lacking in answered.lacks { answer.lacks.append(lack(of: ask, lacking.subject, lacking.span, asking)) }
        }
        return answer
    }

    private static func lack(of ask: Ask, _ subject: Asked, _ span: Span, _ asking: Asking) -> Lack {
        var lack = Lack(span: span, lookedFor: ask.demandWritten, demand: ask.demand)
        if case .entity(let kind, let place) = subject.thing {
            lack.thing = asking.things[kind][place]
            if kind != .scenario { lack.scenario = subject.scenario.map { asking.plan.scenarios[$0] } }
        }
        lack.unwanted = asking.unwanted(by: ask.demand, at: subject)
        return lack
    }
}

extension RuleContext {
    /// The profiles that the plan is judged by: those asked for, those that it chooses, or `trust`.
    public var profiles: [ProfileName] { askedProfiles ?? plan.info.profiles?.map(\.value) ?? [.trust] }

    /// Whether somebody chose them.
    public var areProfilesChosen: Bool { askedProfiles != nil || plan.info.profiles != nil }

    /// Whether a profile that the plan chose asks this item, so that what is missing is reported by its name.
    func isAsked(_ item: String) -> Bool {
        areProfilesChosen && canJudgeProfiles && !Profiles.builtIn.asking(for: item, among: profiles).isEmpty
    }

    /// Whether all of the plan was understood: what is missing from a plan that was read in part may be in the other.
    public var canJudgeProfiles: Bool { brokenFiles.isEmpty && plan.unread.isEmpty }
}
