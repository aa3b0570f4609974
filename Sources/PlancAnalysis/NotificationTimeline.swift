import PlancModel
import PlancSource

/// When an audience is told, from the first message of the crisis on.
public struct NotificationTimeline: Sendable {
    public var audience: String
    /// The messages of the phases `during` and `after` that are for it, at the steps that send them, by time; those
    /// at no time are left out, and so are replies: what one person is told is no news for all.
    public var sendings: [Sending]
    /// The first of the phase `during` that does not depend on an answer; where each does, the first.
    public var first: Sending?
    /// The scenario affects it: only then do its limit and its rhythm count.
    public var isAffected = false
    /// The first silence longer than the audience's `update-every`, where the scenario affects it.
    public var gap: Gap?

    /// A silence, in minutes from T0.
    public struct Gap: Sendable {
        /// Minutes from T0.
        public var from: Int
        /// Minutes from T0 at which the silence ends.
        public var to: Int
        /// The sending before the silence; it may have come again since.
        public var after: Sending
        /// The sending that ends it; nil when the last step of the crisis, or the sending's own rhythm, does.
        public var before: Sending?
    }

    /// `end`: when the last step of the phase `during` is due.
    static func all(
        _ plan: Plan, _ scenario: String, _ sendings: [Sending], until end: Int?
    ) -> [NotificationTimeline] {
        let affected = Set(plan.scenarios[scenario]?.affects.map(\.id) ?? [])
        // Sendings by their places.
        var byAudience = [[Int]](repeating: [], count: plan.audiences.count)
        // When the first message of the phase `after` says that it is over.
        var closings = [Int?](repeating: nil, count: plan.audiences.count)
        for number in sendings.indices {
            guard let minutes = sendings[number].minutes else { continue }
            let message = sendings[number].number
            let phase = plan.messages[message].phase.value
            if phase == .before || plan.messages[message].inReplyTo != nil { continue }
            for reference in plan.messages[message].audiences {
                guard let place = plan.audiences.index(of: reference.id), byAudience[place].last != number else {
                    continue
                }
                byAudience[place].append(number)
                if phase == .after, closings[place] == nil, sendings[number].answer == nil {
                    closings[place] = minutes
                }
            }
        }
        return plan.audiences.indices.map { place in
            let told = settled(byAudience[place].map { sendings[$0] })
            let news = told.filter { plan.messages[$0.number].phase.value == .during }
            var clock = NotificationTimeline(
                audience: plan.audiences[place].id, sendings: told,
                first: news.first { $0.answer == nil } ?? news.first)
            clock.isAffected = affected.contains(clock.audience)
            if clock.isAffected, let every = plan.audiences[place].updateEvery?.value.boundedMinutes, every > 0,
                let first = clock.first,
                let start = clock.sendings.firstIndex(where: { $0.span == first.span && $0.entry == first.entry })
            {
                let horizon = closings[place] ?? end ?? 0
                // What is sent in one answer alone breaks no silence.
                let sure = clock.sendings[start...].filter { $0.answer == nil || $0.entry == first.entry }
                clock.gap = firstGap(sure, longerThan: every, until: horizon)
            }
            return clock
        }
    }

    /// Sendings to one audience: under every answer to a decision something leaves, be it not the same.
    private static func settled(_ sendings: [Sending]) -> [Sending] {
        guard sendings.contains(where: { $0.answer != nil }) else { return sendings }
        let byStep = Dictionary(grouping: sendings, by: \.entry).mapValues { Answer.areAll($0.map(\.answer)) }
        return sendings.map { sending in
            var sending = sending
            if byStep[sending.entry] ?? false { sending.answer = nil }
            return sending
        }
    }

    /// Rhythms never end, so the first one that is short enough ends the search.
    private static func firstGap(_ sendings: [Sending], longerThan every: Int, until horizon: Int) -> Gap? {
        var rhythms: [(start: Int, period: Int)] = []
        for (place, sending) in sendings.enumerated() {
            guard let start = sending.minutes, start < horizon else { return nil }
            if let period = sending.rhythm?.boundedMinutes, period > 0 {
                if period <= every { return nil }
                rhythms.append((start, period))
            }
            let next = place + 1 < sendings.count ? sendings[place + 1] : nil
            let end = min(next?.minutes ?? horizon, horizon)
            // Repetitions further apart than `every` can only bridge a silence together: a few turns tell.
            var told = start
            for _ in 0..<1000 where told < end {
                let again = rhythms.map { $0.start + ((told - $0.start) / $0.period + 1) * $0.period }.min() ?? .max
                let until = min(end, again)
                if until - told > every {
                    return Gap(from: told, to: until, after: sending, before: until == next?.minutes ? next : nil)
                }
                told = until
            }
        }
        return nil
    }
}
