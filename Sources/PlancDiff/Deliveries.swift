import PlancAnalysis
import PlancMarkup
import PlancModel

/// What a scenario's messages reach: one that can be delivered to nobody meets no duty and tells no audience.
struct Deliveries {
    private let timeline: Timeline
    private let plan: Plan
    private let reach: Reach

    init(_ timeline: Timeline, _ plan: Plan, _ reach: Reach) {
        self.timeline = timeline
        self.plan = plan
        self.reach = reach
    }

    /// The duties, each with what meets it; without what meets it by a message that does not arrive.
    var duties: [StageStatus] {
        timeline.duties.map { duty in
            var duty = duty
            if let fulfilment = duty.fulfilment, !arrives(fulfilment, for: duty) { duty.fulfilment = nil }
            return duty
        }
    }

    private func arrives(_ fulfilment: StageStatus.Fulfilment, for duty: StageStatus) -> Bool {
        guard let id = fulfilment.message, let message = plan.messages[id] else { return true }
        let now = reach.at(fulfilment.entry.map { timeline.hours[$0] } ?? 0)
        let authority = plan.obligations[duty.obligation]?.audience?.id
        let routes = now.routes(of: message)
        let wanted = routes.filter { $0.audience == authority }
        return routes.isEmpty || (wanted.isEmpty ? routes : wanted).contains { $0.channel != nil }
    }

    /// When an audience first hears of the crisis, in minutes from T0: by the first message that arrives.
    func firstHeard(by audience: String) -> Int? {
        guard let clock = timeline.clock(of: audience), clock.first != nil else { return nil }
        return clock.sendings.first { sending in
            let message = plan.messages[sending.number]
            return message.phase.value == .during
                && reach.at(sending.hour).route(of: message, for: audience).channel != nil
        }?.minutes
    }
}
