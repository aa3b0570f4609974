import PlancModel
import PlancSource

/// Reckons by when a stage is due from the starts that are known: minutes from T0. A start that is not known gives no time; none stands
/// in for another.
public struct DutyClock: Sendable {
    /// By when something is due, or what is waited for.
    public struct Reckoned: Sendable {
        /// Minutes from T0; nil where the law names no number, or no start that decides is known.
        public var due: Int?
        /// The start from which that was counted.
        public var start: Int?
        /// The starts that are not known.
        public var waitsFor: [ClockStart] = []
        /// Of the earliest of several, the starts that are not known of terms which may come before `due`.
        public var mayComeEarlier: [ClockStart] = []
    }

    let clock: CrisisClock
    public let facts: FactSheet
    /// Minutes from T0.
    public let starts: [ClockStart: Int]

    public init(_ clock: CrisisClock, facts: FactSheet, starts: [ClockStart: Int]) {
        self.clock = clock
        self.starts = starts
        var facts = facts
        // What the starts themselves say of facts that a time limit depends on.
        if facts[Self.lateClassification] == nil, let aware = starts[.awareness],
            let classified = starts[.classification]
        {
            facts[Self.lateClassification] = .isTrue(CrisisClock.sum(classified, -aware) > 1440)
        }
        self.facts = facts
    }

    private static let lateClassification = "classified-later-than-24h-after-awareness"

    /// The way in which a stage is due here: that of the first case that holds, else its own.
    public func due(of stage: Obligation.Stage) -> Due {
        for one in stage.cases {
            if let due = one.due, facts.holds(one.when.map(\.value), unless: []) == true { return due }
        }
        return stage.wholeDue
    }

    /// The variants that depend on facts nobody has stated, and would stand before the way in which the stage is due here.
    public func openCases(of stage: Obligation.Stage) -> [Obligation.Case] {
        var open: [Obligation.Case] = []
        for one in stage.cases where one.due != nil {
            switch facts.holds(one.when.map(\.value), unless: []) {
            case true?: return open
            case false?: break
            case nil:
                // What the starts will say is asked of the starts.
                if openFacts(of: one) != [.fact(Self.lateClassification)] { open.append(one) }
            }
        }
        return open
    }

    /// What nobody has stated of what a variant needs.
    public func openFacts(of one: Obligation.Case) -> [Condition] {
        one.when.map(\.value).filter { facts.holds($0) == nil }
    }

    /// When a stage is due, as the law counts.
    public func reckon(_ stage: Obligation.Stage) -> Reckoned {
        let due = due(of: stage)
        let terms = due.terms
        var reckoned = Reckoned()
        for start in due.starts where starts[start] == nil { reckoned.waitsFor.append(start) }
        let moments = terms.filter { $0.within != nil }.map { moment($0, stage.calendar) }
        let known = moments.compactMap { $0 }
        let isLatest = !due.latest.isEmpty
        // Of several the latest is known when all are; the earliest, from the first.
        if isLatest, known.count < moments.count { return reckoned }
        if let decided = isLatest ? known.max(by: { $0.due < $1.due }) : known.min(by: { $0.due < $1.due }) {
            reckoned.start = decided.start
            reckoned.due = rolled(decided.due, stage.roll)
            for term in terms where term.within != nil && term.after.allSatisfy({ starts[$0.value] == nil }) {
                reckoned.mayComeEarlier += term.after.map(\.value)
            }
            return reckoned
        }
        // Of a law without a number, the start is known all the same.
        reckoned.start = terms.flatMap(\.after).compactMap { starts[$0.value] }.min()
        return reckoned
    }

    private func moment(_ term: Due.Term, _ calendar: Obligation.Calendar?) -> (start: Int, due: Int)? {
        // Several starts: the earliest of those known; one that has not come cannot be earlier.
        guard let start = term.after.compactMap({ starts[$0.value] }).min(), let within = term.within else {
            return nil
        }
        return (start, clock.adding(within.value, to: start, by: calendar))
    }

    /// A limit on a closed day moves on only where the plan has said that we may use that.
    private func rolled(_ due: Int, _ roll: Obligation.Roll?) -> Int {
        guard let roll, roll.to != nil else { return due }
        let mayMove = roll.notFor.allSatisfy { facts.holds(.fact($0.value)) == false }
        return mayMove ? clock.movedToNextWorkingDay(due) : due
    }
}

extension CrisisClock {
    /// Minutes from T0 to the end of a time that a law gives, which starts `start` minutes from T0.
    ///
    /// Without a day for T0, or where the hours of the recipient cannot be told from ours, it is the shortest that it can be.
    ///
    /// - Parameter calendar: whose closed days and hours count; nil for ours, which has no business days.
    func adding(_ period: LegalPeriod, to start: Int, by calendar: Obligation.Calendar?) -> Int {
        let shortest = Self.sum(start, Self.clamped(period.amount.leastMinutes))
        guard activation != nil, period.days != nil || period.amount.months != 0,
            abs(shortest) < 2000 * 365 * 1440, abs(period.amount.months) < 24_000, period.dayCount ?? 0 < 10_000,
            let hours = hours(of: calendar?.zone?.value)
        else { return shortest }
        let local = hours.local(start)
        let day = CalendarDate(dayNumber: ZoneClock.day(local))
        let minute = local - day.dayNumber * 1440
        let end: Int
        switch period.days {
        case nil:
            end = day.adding(months: period.amount.months).dayNumber * 1440 + minute + period.amount.minutes
        case .calendar: end = (day.dayNumber + (period.dayCount ?? 0)) * 1440 + 1439
        case .business, .working:
            // Business days are those of somebody: of nobody's, there is only the shortest.
            guard let closed = calendar?.closed?.value else { return shortest }
            end = businessDay(period.dayCount ?? 0, after: day, closed).dayNumber * 1440 + 1439
        }
        return Self.clamped(hours.minutesFromT0(end))
    }

    /// A start on a closed day counts from, and includes, the next day that is open.
    private func businessDay(_ count: Int, after start: CalendarDate, _ closed: ClosedDays) -> CalendarDate {
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if !PublicHolidays.isClosed(day, closed, plan: holidays) { left -= 1 }
        }
        return day
    }

    /// A moment on a Saturday, a Sunday or one of the plan's holidays goes on to noon of the next day that is none.
    func movedToNextWorkingDay(_ minutes: Int) -> Int {
        guard activation != nil, abs(minutes) < 2000 * 365 * 1440, let hours = hours(of: nil) else { return minutes }
        var day = CalendarDate(dayNumber: ZoneClock.day(hours.local(minutes)))
        guard PublicHolidays.isClosed(day, .plan, plan: holidays) else { return minutes }
        repeat { day = day.adding(days: 1) } while PublicHolidays.isClosed(day, .plan, plan: holidays)
        return hours.minutesFromT0(day.dayNumber * 1440 + 720)
    }

    /// The day and the minute of it that the clocks here show so many minutes after T0; nil where no day of T0 is known.
    public func moment(_ minutes: Int) -> (day: CalendarDate, minute: Int)? {
        guard abs(minutes) < 2000 * 365 * 1440, let hours = hours(of: nil) else { return nil }
        let local = hours.local(minutes)
        let day = ZoneClock.day(local)
        return (CalendarDate(dayNumber: day), local - day * 1440)
    }

    /// How the minutes from T0 and the clocks on somebody's wall go together.
    private struct Hours {
        /// T0 on our wall, and in UTC where that is known, in minutes since 1970-01-01 00:00.
        var wall: Int
        var utc: Int?
        var zone: ZoneClock?

        func local(_ minutes: Int) -> Int {
            guard let utc, let zone else { return wall + minutes }
            return utc + minutes + zone.offset(atUTC: utc + minutes)
        }

        func minutesFromT0(_ local: Int) -> Int {
            guard let utc, let zone else { return local - wall }
            return zone.utc(fromLocal: local) - utc
        }
    }

    /// The clocks of a zone, nil for ours; nil where they cannot be told from ours.
    private func hours(of name: String?) -> Hours? {
        guard let activation else { return nil }
        let wall = activation.dayNumber * 1440 + minuteOfDay
        let own = zone.flatMap(ZoneClock.named)
        guard let name, name != zone else {
            return Hours(wall: wall, utc: own?.utc(fromLocal: wall), zone: own)
        }
        guard let own, let theirs = ZoneClock.named(name) else { return nil }
        return Hours(wall: wall, utc: own.utc(fromLocal: wall), zone: theirs)
    }
}
