import PlancMarkup
import PlancModel
import PlancSource

/// One stage of an obligation that a scenario carries: when its clock starts, when it must be met, and what meets it.
///
/// The clocks of the law (detection, awareness, classification) are taken to start at T0; a stage counted from an earlier one starts
/// when that one is planned to be sent.
public struct Duty: Sendable {
    public var obligation: String
    /// Where the scenario names the obligation.
    public var reference: Reference
    /// The place of the stage in the obligation.
    public var stage: Int
    public var name: String
    /// Minutes from T0; nil when it is counted from a stage that has no time of its own.
    public var starts: Int?
    /// Minutes from T0; nil when the law names no number, or the start is not known.
    public var deadline: Int?
    public var fulfilment: Fulfilment?

    /// What meets a stage.
    public struct Fulfilment: Sendable {
        /// The message; nil for a step that meets the stage by itself.
        public var message: String?
        /// The place of the step in the timeline's entries; nil for a message that no step sends.
        public var entry: Int?
        /// Minutes from T0; nil when no step sends it or the step has no time.
        public var minutes: Int?
        /// Where the step names the stage or the message, or the message says that it satisfies it.
        public var span: Span
    }

    /// What is left between the planned time and the deadline, in minutes; negative when it is late.
    public var margin: Int? {
        guard let deadline, let minutes = fulfilment?.minutes else { return nil }
        return CrisisClock.sum(deadline, -minutes)
    }

    /// The least margin that leaves room for a bad day: a quarter of the time given, or 12 hours when that is less.
    public var wantedMargin: Int? {
        guard let deadline, let starts else { return nil }
        return min(max(0, CrisisClock.sum(deadline, -starts)) / 4, 12 * 60)
    }
}

extension Duty {
    static func all(
        in entries: [PlannedStep], _ sendings: [Sending], _ sendingsByMessage: [String: [Int]], _ plan: Plan,
        _ scenario: String, _ clock: CrisisClock
    ) -> [Duty] {
        guard let scenario = plan.scenarios[scenario], !scenario.obligations.isEmpty else { return [] }
        let sources = Sources(entries, sendings, sendingsByMessage, plan, scenario)
        var duties: [Duty] = []
        for reference in scenario.obligations {
            guard let obligation = plan.obligations[reference], obligation.applies(to: scenario) else { continue }
            let fulfilments = obligation.stages.map { sources.fulfilment(of: obligation.id, stage: $0.name.value) }
            var times: [String: Int] = [:]
            for (stage, fulfilment) in zip(obligation.stages, fulfilments) where times[stage.name.value] == nil {
                times[stage.name.value] = fulfilment?.minutes
            }
            for (place, stage) in obligation.stages.enumerated() {
                let starts: Int? =
                    switch stage.from?.value {
                    case nil, .clock: 0
                    case .stage(let name): name == stage.name.value ? nil : times[name]
                    }
                let deadline = starts.flatMap { start in
                    stage.deadline.map { clock.adding($0.value, to: start) }
                }
                duties.append(
                    Duty(
                        obligation: obligation.id, reference: reference, stage: place, name: stage.name.value,
                        starts: starts, deadline: deadline, fulfilment: fulfilments[place]))
            }
        }
        return duties
    }

    /// What could meet a stage, found once for all stages of a scenario.
    private struct Sources {
        private struct Key: Hashable {
            var obligation: String
            /// nil: every stage.
            var stage: String?
        }

        /// By steps that link to the obligation: they decide.
        private var linked: [Key: Fulfilment] = [:]
        /// By messages that satisfy it, where no step does.
        private var satisfied: [Key: Fulfilment] = [:]

        init(
            _ entries: [PlannedStep], _ sendings: [Sending], _ sendingsByMessage: [String: [Int]], _ plan: Plan,
            _ scenario: Scenario
        ) {
            for (place, entry) in entries.enumerated() {
                for link in entry.fulfils {
                    let key = Key(obligation: link.target.id, stage: link.target.stage)
                    let fulfilment = Fulfilment(
                        message: entry.messages.first?.id, entry: place, minutes: entry.minutes, span: link.span)
                    Self.keepEarlier(fulfilment, &linked[key])
                }
            }
            for message in plan.messages.sorted(by: { $0.id < $1.id }) where !message.satisfies.isEmpty {
                guard message.scenarios.contains(scenario.id) else { continue }
                let sending = sendingsByMessage[message.id]?.first.map { sendings[$0] }
                for satisfaction in message.satisfies {
                    let key = Key(obligation: satisfaction.obligation.id, stage: satisfaction.stage?.value)
                    let fulfilment = Fulfilment(
                        message: message.id, entry: sending?.entry, minutes: sending?.minutes,
                        span: sending?.span ?? satisfaction.stage?.span ?? satisfaction.obligation.span)
                    Self.keepEarlier(fulfilment, &satisfied[key])
                }
            }
        }

        /// Timed before untimed, sent before unsent, else the first found.
        private static func keepEarlier(_ new: Fulfilment, _ kept: inout Fulfilment?) {
            guard let old = kept else {
                kept = new
                return
            }
            let rank = { (f: Fulfilment) in (f.minutes ?? .max, f.entry == nil ? 1 : 0) }
            if rank(new) < rank(old) { kept = new }
        }

        func fulfilment(of obligation: String, stage: String) -> Fulfilment? {
            for sources in [linked, satisfied] {
                var found = sources[Key(obligation: obligation, stage: stage)]
                if found == nil { found = sources[Key(obligation: obligation, stage: nil)] }
                if let found { return found }
            }
            return nil
        }
    }
}

extension Obligation {
    /// Whether a scenario that carries it has to meet it: one on personal data unless the scenario says that none are touched.
    public func applies(to scenario: Scenario) -> Bool {
        when?.value != .personalData || scenario.personalData?.value != false
    }
}
