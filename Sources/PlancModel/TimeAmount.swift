/// A length of time as people write it: months stay months, business days stay business days.
///
/// `15min` `4h` `3d` `2w` `6mo` `1y` `4bd`, or ISO 8601 (`PT4H`, `P1M`).
public struct TimeAmount: Hashable, Sendable {
    /// Calendar months; a year is twelve.
    public var months: Int
    /// Days on which offices are open (the plan's `holidays` are not).
    public var businessDays: Int
    /// Everything else, in minutes; a day is 1,440 and a week 10,080.
    public var minutes: Int

    public init(months: Int = 0, businessDays: Int = 0, minutes: Int = 0) {
        self.months = months
        self.businessDays = businessDays
        self.minutes = minutes
    }

    public static let zero = TimeAmount()

    public var isNegative: Bool { months < 0 || businessDays < 0 || minutes < 0 }

    /// The shortest that it can last, in minutes: a month has at least 28 days (twelve have 365), a business day is one day.
    /// Past what a number can hold it is the largest (or smallest) that one can.
    public var leastMinutes: Int {
        let years = months / 12
        let rest = months % 12
        // The shortest run of 1…11 months in a row, in days.
        let shortest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
        let (yearDays, a) = years.multipliedReportingOverflow(by: 365)
        let (monthDays, b) = yearDays.addingReportingOverflow(rest < 0 ? -shortest[-rest] : shortest[rest])
        let (days, c) = monthDays.addingReportingOverflow(businessDays)
        let (dayMinutes, d) = days.multipliedReportingOverflow(by: 1440)
        let (sum, e) = dayMinutes.addingReportingOverflow(minutes)
        return a || b || c || d || e ? (isNegative ? .min : .max) : sum
    }
}

/// When a step is due, counted from T0, the activation of the plan. Negative before it.
public struct Offset: Hashable, Comparable, Sendable {
    public var amount: TimeAmount

    public init(_ amount: TimeAmount) { self.amount = amount }

    public static let activation = Offset(.zero)

    /// Minutes from T0; months count as the shortest they can be.
    public var minutes: Int { amount.leastMinutes }

    public static func < (a: Offset, b: Offset) -> Bool { a.minutes < b.minutes }
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Year of the Gregorian calendar.
    public let year: Int
    /// Month of the year, 1 (January) to 12.
    public let month: Int
    /// Day of the month, from 1.
    public let day: Int

    /// nil for a day that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year), (1...9999).contains(year)
        else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// From `2026-11-21`, and nothing else.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// From a count of days since 1970-01-01 (Howard Hinnant's `civil_from_days`).
    public init(dayNumber: Int) {
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01.
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 is Monday, 7 Sunday.
    public var weekday: Int { (dayNumber % 7 + 10) % 7 + 1 }

    /// The same day of another month, or its last day when it has no such day.
    public func adding(months: Int) -> CalendarDate {
        let count = year * 12 + month - 1 + months
        let newYear = count >= 0 ? count / 12 : (count - 11) / 12
        let newMonth = count - newYear * 12 + 1
        let last = Self.days(in: newMonth, of: newYear)
        return CalendarDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
    }

    /// The day so many days later; earlier for a negative number.
    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// ISO 8601: `2026-11-21`.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
