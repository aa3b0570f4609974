import PlancModel

/// A step that comes again, at one of its times.
public struct Occurrence: Sendable {
    /// The place of the step in the timeline's entries.
    public var entry: Int
    /// Minutes from T0.
    public var minutes: Int
    /// 0 the first time.
    public var turn: Int
}

extension Timeline {
    /// The timed steps with their rhythms unrolled, by time, up to a moment (by default that of the last step of the phase
    /// `during`), each at most `limit` times.
    public func occurrences(until end: Int? = nil, limit: Int = 100) -> [Occurrence] {
        let horizon = end ?? entries.last { $0.phase == .during && $0.at != nil }?.minutes ?? 0
        var all: [Occurrence] = []
        for (place, entry) in entries.enumerated() {
            guard let start = entry.minutes else { continue }
            all.append(Occurrence(entry: place, minutes: start, turn: 0))
            guard let period = entry.rhythm?.boundedMinutes, period > 0 else { continue }
            var minutes = CrisisClock.sum(start, period)
            for turn in 1..<max(limit, 2) where minutes <= horizon {
                all.append(Occurrence(entry: place, minutes: minutes, turn: turn))
                minutes = CrisisClock.sum(minutes, period)
            }
        }
        return all.sorted { ($0.minutes, $0.entry, $0.turn) < ($1.minutes, $1.entry, $1.turn) }
    }

    /// What each role does at each time, by time then by role; steps without a time or a role are left out.
    public var busy: [(role: String, minutes: Int, entries: [Int])] {
        struct Key: Hashable {
            var role: String
            var minutes: Int
        }
        var steps: [Key: [Int]] = [:]
        for (place, entry) in entries.enumerated() {
            guard let minutes = entry.minutes else { continue }
            for role in Set(entry.roles.map(\.id)) {
                steps[Key(role: role, minutes: minutes), default: []].append(place)
            }
        }
        return steps.map { ($0.key.role, $0.key.minutes, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }
}
