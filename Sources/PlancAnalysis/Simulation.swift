import PlancMarkup
import PlancModel

/// What a situation does to a plan: who can still be reached and by what, which messages leave and which do not, which steps
/// have nobody, how the deadlines stand, and what more would cut somebody off.
///
/// Reached has one meaning in all of it: there is a channel that is up at that hour, and somebody to work it.
public struct Simulation: Sendable {
    /// A system or channel that is out, by id.
    public struct Loss: Sendable {
        public var id: String
        /// At T0.
        public var outage: Outage
        /// The systems whose loss it comes from directly; empty when the situation takes the thing itself away.
        public var because: [String] { outage.parents }
    }

    /// An audience, a role or a person, by id, and whether it hears.
    public struct Reached: Sendable {
        public var id: String
        public var isReachable: Bool
        /// Of an audience the channels that are up and have somebody to work them, of a person those that are up, in order; of a
        /// role none.
        public var channels: [String]
        /// Of a role the people who can be reached: the first of them acts.
        public var people: [String]
    }

    /// One sending of a message of the phases `during` and `after`, with a route for each of its audiences at its hour; of a message
    /// that no step sends, at T0.
    public struct Delivery: Sendable {
        public var message: String
        /// When the step that sends it is due, in minutes from T0; nil when no step sends it, or it has no time.
        public var minutes: Int?
        public var isSent: Bool
        /// The sending, where it leaves only when the step is answered so.
        public var conditional: Sending?
        /// The roles of that step, when nobody of any of them can be reached then; empty when somebody sends it.
        public var missing: [String]
        /// The roles that must approve it first and of which nobody can be reached then.
        public var unapproved: [String]
        public var routes: [Route]

        /// The audiences that it does not get to: all of them when nobody sends it, or it is not approved.
        public var undelivered: [String] {
            routes.filter { $0.channel == nil || !missing.isEmpty || !unapproved.isEmpty }.map(\.audience)
        }
    }

    /// A step of the scenario, and whether anybody does it at its hour.
    public struct StepTaken: Sendable {
        /// The place of the step in the timeline's entries.
        public var entry: Int
        /// It is done on an ordinary day, before anything has happened.
        public var isPreparation: Bool
        /// Whether somebody of one of its roles can be reached; false for a step that nobody does.
        public var isStaffed: Bool
        /// The roles of which nobody can be reached.
        public var missing: [String]
    }

    /// Systems, by id, whose further loss would cut somebody off.
    public struct Cut: Sendable {
        /// An audience or a role.
        public var of: EntityReference
        public var systems: [String]
    }

    /// When a clock of the law is taken to start.
    public struct AssumedClock: Sendable {
        public var start: ClockStart
        /// From T0.
        public var minutes: Int
        /// For this simulation; otherwise the scenario assumes it.
        public var isGiven: Bool
    }

    /// The hours at which the state of things is told, in minutes from T0.
    public static let hours = [0, 240, 1440]

    /// At T0.
    public var reach: Reach
    public var timeline: Timeline
    /// In the order in which they start.
    public var clocks: [AssumedClock]
    public var systemsOut: [Loss]
    public var channelsOut: [Loss]
    /// The audiences that the scenario affects.
    public var affected: Set<String>
    public var audiences: [Reached]
    public var roles: [Reached]
    public var people: [Reached]
    /// Message by message in the order of the plan, the sendings of each by time.
    public var messages: [Delivery]
    /// Where the sendings of each message lie among them.
    private let placesOfMessages: [String: [Int]]
    public var steps: [StepTaken]
    /// Of audiences and roles, in the situation: what more must fail. Smaller ones first for each.
    public var cuts: [Cut]

    /// - Parameters:
    ///   - situation: with a scenario of the plan; without one the timeline is that of the lists for all scenarios.
    ///   - activation: the day of T0, for months and business days.
    ///   - starts: when clocks are taken to start, in minutes from T0, instead of what the scenario assumes.
    public init(
        plan: Plan, situation: Situation, activation: CalendarDate? = nil, starts: [ClockStart: Int] = [:],
        cutsAtMost size: Int = 3
    ) {
        let reach = Reach(plan: plan, situation: situation)
        let scenario = situation.scenario ?? ""
        let timeline = Timeline(plan: plan, scenario: scenario, activation: activation, starts: starts)
        self.reach = reach
        self.timeline = timeline
        clocks = Self.clocks(plan.scenarios[scenario]?.starts ?? [], given: starts)
        systemsOut = reach.systemsOut.map { Loss(id: $0.system.id, outage: $0.outage) }
        channelsOut = reach.channelsOut.map { Loss(id: $0.channel.id, outage: $0.outage) }
        affected = Set(plan.scenarios[scenario]?.affects.map(\.id) ?? [])
        audiences = Self.audiences(reach)
        roles = Self.roles(reach)
        people = plan.people.map { person in
            let channels = reach.addressesUp(person: person.id).map(\.channel.id)
            return Reached(id: person.id, isReachable: !channels.isEmpty, channels: channels, people: [])
        }
        messages = plan.messages.filter { $0.phase.value != .before && $0.scenarios.contains(scenario) }.flatMap {
            message -> [Delivery] in
            let sendings = timeline.sendings(of: message.id)
            return (sendings.isEmpty ? [nil] : sendings.map(Optional.some)).map { sending in
                let there = reach.at(sending?.hour ?? 0)
                return Delivery(
                    message: message.id, minutes: sending?.minutes, isSent: sending != nil,
                    conditional: sending.flatMap { $0.answer == nil ? nil : $0 },
                    missing: sending.map { there.senders(missingFor: $0, in: timeline) } ?? [],
                    unapproved: there.approvers(missingFor: message), routes: there.routes(of: message))
            }
        }
        placesOfMessages = Dictionary(grouping: messages.indices, by: { [messages] in messages[$0].message })
        let everyday = Reach(reach.network, Situation())
        steps = zip(timeline.entries, timeline.hours).enumerated().map { place, step in
            let (entry, hour) = step
            let there = entry.phase == .before ? everyday : reach.at(hour)
            let missing = there.missing(from: entry)
            return StepTaken(
                entry: place, isPreparation: entry.phase == .before, isStaffed: missing.count < entry.roles.count,
                missing: missing)
        }
        let cuts = Cuts(reach, atMost: size, of: [.audience, .role])
        let targets =
            plan.audiences.map { EntityReference(.audience, $0.id) } + plan.roles.map { EntityReference(.role, $0.id) }
        self.cuts = targets.flatMap { target in cuts.cuts(of: target).map { Cut(of: target, systems: $0) } }
    }

    private static func clocks(_ assumed: [AssumedStart], given: [ClockStart: Int]) -> [AssumedClock] {
        let own = assumed.filter { given[$0.start.value] == nil }.map { one in
            AssumedClock(start: one.start.value, minutes: one.at.value.amount.boundedMinutes, isGiven: false)
        }
        let all = own + given.map { AssumedClock(start: $0.key, minutes: $0.value, isGiven: true) }
        return all.sorted { ($0.minutes, $0.start.notation) < ($1.minutes, $1.start.notation) }
    }

    /// The audiences that can be told at an hour of the situation, and by what.
    public static func audiences(_ reach: Reach) -> [Reached] {
        reach.plan.audiences.map { audience in
            let channels = reach.ways(audience: audience.id)
            return Reached(id: audience.id, isReachable: !channels.isEmpty, channels: channels, people: [])
        }
    }

    /// The roles that somebody can act for at an hour of the situation.
    public static func roles(_ reach: Reach) -> [Reached] {
        reach.plan.roles.map { role in
            let people = reach.peopleReachable(role: role.id)
            return Reached(id: role.id, isReachable: !people.isEmpty, channels: [], people: people)
        }
    }

    /// The duties that the plan does not meet here: late, met by nothing, or by a step that nobody takes.
    public var unmet: [StageStatus] { timeline.duties.filter { $0.isBinding && !isMet($0) } }

    /// The duties that are met, and only where a decision is answered in one way: the other answer may leave nothing to tell.
    public var metIfAnswered: [StageStatus] {
        timeline.duties.filter { $0.isBinding && $0.conditional != nil && isMet($0) }
    }

    /// Whether something meets a duty, in time where that is known, somebody does it, and it arrives; be it only where a decision is
    /// answered so.
    public func isMet(_ duty: StageStatus) -> Bool {
        duty.planned != nil && (duty.plannedMargin ?? 0) >= 0 && isStaffed(duty) && !hasNoWay(duty)
    }

    /// Whether the message that meets a duty has no way to whom it is owed, at its hour: its authority or, where it is not sent to
    /// that, everybody it is for.
    public func hasNoWay(_ duty: StageStatus) -> Bool {
        guard let planned = duty.planned, let message = planned.message else { return false }
        let sendings = (placesOfMessages[message] ?? []).map { messages[$0] }
        guard let sending = sendings.first(where: { $0.minutes == planned.minutes }) ?? sendings.first else {
            return false
        }
        let owed = reach.plan.obligations[duty.obligation]?.audience?.id
        let own = sending.routes.filter { $0.audience == owed }
        let routes = own.isEmpty ? sending.routes : own
        return !routes.isEmpty && routes.allSatisfy { $0.channel == nil }
    }

    /// Whether somebody takes the step that meets a duty, and its message can be approved.
    public func isStaffed(_ duty: StageStatus) -> Bool {
        (duty.planned?.entry.map { steps[$0].isStaffed } ?? true) && unapproved(for: duty).isEmpty
    }

    /// The roles that must approve the message that meets a duty and of which nobody can be reached at its hour.
    public func unapproved(for duty: StageStatus) -> [String] {
        guard let fulfilment = duty.planned, let message = fulfilment.message.flatMap({ reach.plan.messages[$0] })
        else { return [] }
        let hour = fulfilment.entry.map { timeline.hours[$0] } ?? 0
        return reach.at(max(hour, fulfilment.minutes ?? hour)).approvers(missingFor: message)
    }

    /// Whether everybody concerned can be told, each message can be approved and reaches all it is for, every step has somebody and every duty is met.
    public var holds: Bool {
        concerned.allSatisfy(\.isReachable) && messages.allSatisfy(\.undelivered.isEmpty)
            && stepsTaken.allSatisfy(\.isStaffed) && unmet.isEmpty
    }

    /// The steps that are taken in the situation.
    public var stepsTaken: [StepTaken] { steps.filter { !$0.isPreparation } }
    /// The steps that nobody can do.
    public var unstaffed: [StepTaken] { steps.filter { !$0.isStaffed } }
    /// The audiences that the scenario affects, or all when it affects none.
    public var concerned: [Reached] { audiences.filter { affected.isEmpty || affected.contains($0.id) } }
    /// The channels that are up at T0 and have somebody to work them, in the order of the plan.
    public var stillUp: [String] { reach.plan.channels.ids.filter(reach.canCarry) }
}

extension Reach {
    /// The roles of a step, by id, of which nobody can be reached at this hour.
    func missing(from step: PlannedStep) -> [String] { step.roles.map(\.id).filter { !isReachable(role: $0) } }

    /// The roles of the step by which a message leaves, when nobody of any of them can be reached at this hour; empty when somebody
    /// sends it.
    public func senders(missingFor sending: Sending, in timeline: Timeline) -> [String] {
        let step = timeline.entries[sending.entry]
        let missing = missing(from: step)
        return missing.count == step.roles.count ? missing : []
    }

    /// The roles that must approve a message, by id, of which nobody can be reached at this hour: it waits for each of them.
    public func approvers(missingFor message: Message) -> [String] {
        message.approvers.map(\.id).filter { !isReachable(role: $0) }
    }
}

/// Who can be reached in which scenario: a row a scenario, a column an audience or a role.
public struct SimulationMatrix: Sendable {
    /// One audience or role in one scenario.
    public struct Cell: Sendable {
        /// The ways that are left at T0: channels of an audience that are up and worked, people of a role.
        public var left: [String]
        /// How many there are on an ordinary day of the plan, as written.
        public var all: Int
        /// Of an audience: the scenario affects it.
        public var isAffected: Bool

        public var isReachable: Bool { !left.isEmpty }
    }

    /// One scenario.
    public struct Row: Sendable {
        public var scenario: String
        /// In the order of the plan.
        public var audiences: [Cell]
        public var roles: [Cell]
        /// Messages of the scenario that have no way to one of their audiences, or nobody to send or approve them.
        public var undelivered: [String]
        /// How many steps nobody can do at their hour, and how many there are; preparation is not among them.
        public var unstaffed: Int
        /// How many steps there are, without those of preparation.
        public var steps: Int
    }

    public var audiences: [String]
    public var roles: [String]
    public var rows: [Row]

    public init(plan: Plan) {
        let network = DependencyGraph(plan)
        let agendas = plan.checklists.map(FlattenedChecklist.init)
        audiences = plan.audiences.ids
        roles = plan.roles.ids
        rows = plan.scenarios.map { scenario in
            let reach = Reach(network, Situation(scenario: scenario.id))
            let affected = Set(scenario.affects.map(\.id))
            let timeline = Timeline(plan: plan, scenario: scenario.id, agendas: agendas)
            let steps = zip(timeline.entries, timeline.hours).filter { $0.0.phase != .before }
            return Row(
                scenario: scenario.id,
                audiences: plan.audiences.map { audience in
                    Cell(
                        left: reach.ways(audience: audience.id), all: audience.channels.count,
                        isAffected: affected.contains(audience.id))
                },
                roles: plan.roles.map { role in
                    Cell(left: reach.peopleReachable(role: role.id), all: role.people.count, isAffected: false)
                },
                undelivered: plan.messages.filter { message in
                    guard message.phase.value != .before, message.scenarios.contains(scenario.id) else { return false }
                    let sending = timeline.firstSending(of: message.id)
                    let there = reach.at(sending?.hour ?? 0)
                    return there.routes(of: message).contains { $0.channel == nil }
                        || !there.approvers(missingFor: message).isEmpty
                        || sending.map { !there.senders(missingFor: $0, in: timeline).isEmpty } ?? false
                }.map(\.id),
                unstaffed: steps.count { step, hour in reach.at(hour).missing(from: step).count == step.roles.count },
                steps: steps.count)
        }
    }
}
