import PlancMarkup
import PlancModel

/// What a situation does to a plan: who can still be reached and by what, which messages leave and which do not, which steps
/// have nobody, how the deadlines stand, and what more would silence somebody.
public struct Simulation: Sendable {
    public struct Loss: Sendable {
        public var id: String
        public var outage: Outage
        /// The chain that explains it, nearest first; empty when the situation takes the thing itself away.
        public var because: [String]
    }

    public struct Reached: Sendable {
        public var id: String
        public var isReachable: Bool
        /// Of an audience or a person the channels that are up, in order; of a role none.
        public var channels: [String]
        /// Of a role the people who can be reached: the first of them acts.
        public var people: [String]
    }

    /// A message of the phase `during`, with a route for each of its audiences.
    public struct Delivery: Sendable {
        public var message: String
        /// When the first step that sends it is due, in minutes from T0; nil when no step sends it, or it has no time.
        public var minutes: Int?
        public var isSent: Bool
        public var routes: [Route]

        /// The audiences that it cannot be delivered to.
        public var undelivered: [String] { routes.filter { $0.channel == nil }.map(\.audience) }
    }

    public struct StepTaken: Sendable {
        /// The place of the step in the timeline's entries.
        public var entry: Int
        /// Whether somebody of one of its roles can be reached; false for a step that nobody does.
        public var isStaffed: Bool
        /// The roles of which nobody can be reached.
        public var missing: [String]
    }

    public struct Cut: Sendable {
        /// An audience or a role.
        public var of: EntityReference
        public var systems: [String]
    }

    public var reach: Reach
    public var timeline: Timeline
    public var systemsOut: [Loss]
    public var channelsOut: [Loss]
    /// The audiences that the scenario affects.
    public var affected: Set<String>
    public var audiences: [Reached]
    public var roles: [Reached]
    public var people: [Reached]
    public var messages: [Delivery]
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
        systemsOut = reach.systemsOut.map {
            Loss(id: $0.system.id, outage: $0.outage, because: reach.chain(of: $0.outage))
        }
        channelsOut = reach.channelsOut.map {
            Loss(id: $0.channel.id, outage: $0.outage, because: reach.chain(of: $0.outage))
        }
        affected = Set(plan.scenarios[scenario]?.affects.map(\.id) ?? [])
        audiences = plan.audiences.map { audience in
            let channels = reach.channelsUp(audience: audience.id)
            return Reached(id: audience.id, isReachable: !channels.isEmpty, channels: channels, people: [])
        }
        roles = plan.roles.map { role in
            let people = reach.peopleReachable(role: role.id)
            return Reached(id: role.id, isReachable: !people.isEmpty, channels: [], people: people)
        }
        people = plan.people.map { person in
            let channels = reach.addressesUp(person: person.id).map(\.channel.id)
            return Reached(id: person.id, isReachable: !channels.isEmpty, channels: channels, people: [])
        }
        messages = plan.messages.filter { $0.phase.value == .during && $0.scenarios.contains(scenario) }.map {
            message in
            let sending = timeline.firstSending(of: message.id)
            return Delivery(
                message: message.id, minutes: sending?.minutes, isSent: sending != nil,
                routes: reach.routes(of: message))
        }
        steps = timeline.entries.enumerated().map { place, entry in
            let missing = entry.roles.map(\.id).filter { !reach.isReachable(role: $0) }
            return StepTaken(entry: place, isStaffed: missing.count < entry.roles.count, missing: missing)
        }
        let cuts = Cuts(reach, atMost: size, of: [.audience, .role])
        let targets =
            plan.audiences.map { EntityReference(.audience, $0.id) } + plan.roles.map { EntityReference(.role, $0.id) }
        self.cuts = targets.flatMap { target in cuts.cuts(of: target).map { Cut(of: target, systems: $0) } }
    }

    /// The steps that nobody can do.
    public var unstaffed: [StepTaken] { steps.filter { !$0.isStaffed } }
}

/// Who can be reached in which scenario: a row a scenario, a column an audience or a role.
public struct SimulationMatrix: Sendable {
    public struct Cell: Sendable {
        /// The ways that are left: channels of an audience, people of a role.
        public var left: [String]
        /// How many there are on an ordinary day of the plan, as written.
        public var all: Int
        /// Of an audience: the scenario affects it.
        public var isAffected: Bool

        public var isReachable: Bool { !left.isEmpty }
    }

    public struct Row: Sendable {
        public var scenario: String
        /// In the order of the plan.
        public var audiences: [Cell]
        public var roles: [Cell]
        /// Messages of the scenario that have no way to one of their audiences.
        public var undelivered: [String]
        /// How many steps nobody can do, and how many there are.
        public var unstaffed: Int
        public var steps: Int
    }

    public var audiences: [String]
    public var roles: [String]
    public var rows: [Row]

    public init(plan: Plan) {
        let network = Network(plan)
        let agendas = plan.checklists.map(Agenda.init)
        audiences = plan.audiences.ids
        roles = plan.roles.ids
        rows = plan.scenarios.map { scenario in
            let reach = Reach(network, Situation(scenario: scenario.id))
            let affected = Set(scenario.affects.map(\.id))
            let steps = agendas.filter { $0.scenarios.contains(scenario.id) }.flatMap(\.steps)
            return Row(
                scenario: scenario.id,
                audiences: plan.audiences.map { audience in
                    Cell(
                        left: reach.channelsUp(audience: audience.id), all: audience.channels.count,
                        isAffected: affected.contains(audience.id))
                },
                roles: plan.roles.map { role in
                    Cell(left: reach.peopleReachable(role: role.id), all: role.people.count, isAffected: false)
                },
                undelivered: plan.messages.filter { message in
                    message.phase.value == .during && message.scenarios.contains(scenario.id)
                        && reach.routes(of: message).contains { $0.channel == nil }
                }.map(\.id),
                unstaffed: steps.count { step in !step.roles.contains { reach.isReachable(role: $0.id) } },
                steps: steps.count)
        }
    }
}
