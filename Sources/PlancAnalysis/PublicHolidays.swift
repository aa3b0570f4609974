import PlancModel

/// The days on which who receives a notice is closed besides Saturdays and Sundays, by rule, for any year.
enum PublicHolidays {
    /// The days of a year, in any order; those of the plan are its own to say.
    static func days(_ closed: ClosedDays, in year: Int) -> [CalendarDate] {
        switch closed {
        case .usFederal: usFederal(year)
        case .unitedKingdom: englandAndWales(year)
        case .france: france(year)
        case .germany: germany(year)
        case .weekends, .plan: []
        }
    }

    /// Whether a day is closed: a Saturday, a Sunday, a holiday.
    static func isClosed(_ day: CalendarDate, _ closed: ClosedDays, plan: Set<Int>) -> Bool {
        if day.weekday > 5 { return true }
        if closed == .plan { return plan.contains(day.dayNumber) }
        return days(closed, in: day.year).contains(day)
    }

    /// 5 U.S.C. 6103(a), with Juneteenth (Pub. L. 117-17); on a Saturday the Friday before, on a Sunday the Monday after
    /// (6103(b), Executive Order 11582).
    private static func usFederal(_ year: Int) -> [CalendarDate] {
        let fixed = [
            day(1, 1, year), day(6, 19, year), day(7, 4, year), day(11, 11, year), day(12, 25, year),
            day(1, 1, year + 1),
        ]
        return fixed.map { date in
            switch date.weekday {
            case 6: date.adding(days: -1)
            case 7: date.adding(days: 1)
            default: date
            }
        } + [
            .nth(3, 1, of: 1, year), .nth(3, 1, of: 2, year), .last(1, of: 5, year), .nth(1, 1, of: 9, year),
            .nth(2, 1, of: 10, year), .nth(4, 4, of: 11, year),
        ]
    }

    /// Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the early May holiday (royal proclamation);
    /// a weekday takes the place of one that falls on a Saturday or Sunday.
    private static func englandAndWales(_ year: Int) -> [CalendarDate] {
        let easter = easterSunday(year)
        let newYear = day(1, 1, year)
        let christmas = day(12, 25, year)
        var days = [
            newYear.adding(days: newYear.weekday == 6 ? 2 : newYear.weekday == 7 ? 1 : 0), easter.adding(days: -2),
            easter.adding(days: 1), CalendarDate.nth(1, 1, of: 5, year), .last(1, of: 5, year), .last(1, of: 8, year),
        ]
        switch christmas.weekday {
        case 5: days += [christmas, christmas.adding(days: 3)]
        case 6: days += [christmas.adding(days: 2), christmas.adding(days: 3)]
        case 7: days += [christmas.adding(days: 1), christmas.adding(days: 2)]
        default: days += [christmas, christmas.adding(days: 1)]
        }
        return days
    }

    /// Code du travail, article L3133-1.
    private static func france(_ year: Int) -> [CalendarDate] {
        let easter = easterSunday(year)
        return [
            day(1, 1, year), easter.adding(days: 1), day(5, 1, year), day(5, 8, year), easter.adding(days: 39),
            easter.adding(days: 50), day(7, 14, year), day(8, 15, year), day(11, 1, year), day(11, 11, year),
            day(12, 25, year),
        ]
    }

    /// The nine days that are holidays in every Land.
    private static func germany(_ year: Int) -> [CalendarDate] {
        let easter = easterSunday(year)
        return [
            day(1, 1, year), easter.adding(days: -2), easter.adding(days: 1), day(5, 1, year), easter.adding(days: 39),
            easter.adding(days: 50), day(10, 3, year), day(12, 25, year), day(12, 26, year),
        ]
    }

    private static func day(_ month: Int, _ day: Int, _ year: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
    }

    /// Gregorian Easter (the anonymous algorithm of 1876, as in Meeus).
    static func easterSunday(_ year: Int) -> CalendarDate {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return day(n / 31, n % 31 + 1, year)
    }
}
