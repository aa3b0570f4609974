import PlancModel

/// Reckons with lengths of time from T0, in minutes, and never overflows: what lies beyond the end of time is at its end.
///
/// Without a day for T0, a month is the shortest that it can be and a business day is a day: a deadline is then never told
/// later than it is. With one (T0 is taken at the start of that day), months are those of the calendar and business days leave out
/// Saturdays, Sundays and the plan's holidays.
public struct CrisisClock: Sendable {
    /// About two thousand million years: more than a plan can mean, and far from what arithmetic can hold.
    public static let endOfTime = 1 << 50

    /// The day of T0.
    public let activation: CalendarDate?
    /// The minute of that day at which T0 is.
    let minuteOfDay: Int
    /// The time zone of the plan, by its name.
    let zone: String?
    let holidays: Set<Int>

    public init(
        activation: CalendarDate? = nil, minuteOfDay: Int = 0, holidays: [CalendarDate] = [], zone: String? = nil
    ) {
        self.activation = activation
        self.minuteOfDay = minuteOfDay
        self.holidays = Set(holidays.map(\.dayNumber))
        self.zone = zone
    }

    /// Minutes from T0 to a moment that lies `amount` after another.
    public func adding(_ amount: TimeAmount, to start: Int) -> Int {
        let simple = Self.sum(start, Self.clamped(amount.leastMinutes))
        guard let activation, amount.months != 0 || amount.businessDays > 0 else { return simple }
        // The calendar ends with the year 9999, and nobody counts ten thousand business days by hand.
        guard abs(simple) < 2000 * 365 * 1440, abs(amount.months) < 24_000, amount.businessDays < 10_000 else {
            return simple
        }
        let day = (start >= 0 ? start : start - 1439) / 1440
        let minuteOfDay = start - day * 1440
        var date = activation.adding(days: day).adding(months: amount.months)
        var left = amount.businessDays
        while left > 0 {
            date = date.adding(days: 1)
            if date.weekday < 6, !holidays.contains(date.dayNumber) { left -= 1 }
        }
        return Self.sum((date.dayNumber - activation.dayNumber) * 1440 + minuteOfDay, Self.clamped(amount.minutes))
    }

    static func clamped(_ minutes: Int) -> Int { min(max(minutes, -endOfTime), endOfTime) }
    static func sum(_ a: Int, _ b: Int) -> Int { clamped(clamped(a) + clamped(b)) }
}

extension TimeAmount {
    /// The shortest that it can last, in minutes, within what a `CrisisClock` can tell.
    public var boundedMinutes: Int { CrisisClock.clamped(leastMinutes) }
}
