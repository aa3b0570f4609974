import PlancModel

/// The hours of a time zone by the rules in force: its offset from UTC, and when summer time is.
///
/// Of the zones that the library's calendars name, of Europe, North America and the other countries of the library. A zone that is not
/// here has no clock: what depends on it is then told as the shortest that it can be.
struct ZoneClock {
    enum SummerTime {
        case none
        /// Directive 2000/84/EC and the rules of the United Kingdom and Switzerland, which follow it: from the last Sunday of March
        /// to the last Sunday of October, at 01:00 UTC.
        case european
        /// Energy Policy Act of 2005, 15 U.S.C. 260a: from the second Sunday of March to the first Sunday of November, at 02:00.
        case northAmerican
        /// New South Wales, Victoria, Tasmania, the Capital Territory: from the first Sunday of October to the first Sunday of April,
        /// at 02:00 standard time.
        case australian
    }

    /// Minutes from UTC without summer time.
    var standard: Int
    var summerTime: SummerTime

    static func named(_ name: String) -> ZoneClock? {
        for (names, hours, summerTime) in zones where names.split(separator: " ").contains(Substring(name)) {
            return ZoneClock(standard: Int(hours * 60), summerTime: summerTime)
        }
        return nil
    }

    private static let zones: [(names: String, hours: Double, summerTime: SummerTime)] = [
        ("UTC Etc/UTC Atlantic/Reykjavik", 0, .none),
        ("Europe/London Europe/Dublin Europe/Lisbon Europe/Jersey Europe/Guernsey Europe/Isle_of_Man", 0, .european),
        (
            """
            Europe/Paris Europe/Berlin Europe/Zurich Europe/Brussels Europe/Amsterdam Europe/Luxembourg Europe/Madrid Europe/Rome \
            Europe/Vienna Europe/Copenhagen Europe/Stockholm Europe/Oslo Europe/Warsaw Europe/Prague Europe/Budapest \
            Europe/Ljubljana Europe/Zagreb Europe/Bratislava Europe/Malta Europe/Monaco Europe/Vaduz
            """, 1, .european
        ),
        (
            """
            Europe/Athens Europe/Helsinki Europe/Sofia Europe/Bucharest Europe/Tallinn Europe/Riga Europe/Vilnius Asia/Nicosia
            """, 2, .european
        ),
        ("America/New_York America/Toronto America/Montreal America/Detroit", -5, .northAmerican),
        ("America/Chicago America/Winnipeg", -6, .northAmerican),
        ("America/Denver America/Edmonton", -7, .northAmerican), ("America/Phoenix", -7, .none),
        ("America/Los_Angeles America/Vancouver", -8, .northAmerican),
        ("Asia/Tokyo", 9, .none), ("Asia/Singapore Asia/Hong_Kong Australia/Perth", 8, .none),
        ("Asia/Kolkata Asia/Calcutta", 5.5, .none), ("Australia/Brisbane", 10, .none),
        ("Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra", 10, .australian),
    ]

    /// Minutes from UTC at a moment told in minutes since 1970-01-01 00:00 UTC.
    func offset(atUTC minutes: Int) -> Int {
        let date = CalendarDate(dayNumber: Self.day(minutes + standard))
        func moment(_ day: CalendarDate, _ minute: Int) -> Int { day.dayNumber * 1440 + minute }
        func between(_ start: Int, _ end: Int) -> Bool { minutes >= start && minutes < end }
        let isSummer: Bool
        switch summerTime {
        case .none: isSummer = false
        case .european:
            isSummer = between(
                moment(.last(7, of: 3, date.year), 60), moment(.last(7, of: 10, date.year), 60))
        case .northAmerican:
            isSummer = between(
                moment(.nth(2, 7, of: 3, date.year), 120 - standard),
                moment(.nth(1, 7, of: 11, date.year), 60 - standard))
        case .australian:
            isSummer =
                minutes < moment(.nth(1, 7, of: 4, date.year), 120 - standard)
                || minutes >= moment(.nth(1, 7, of: 10, date.year), 120 - standard)
        }
        return standard + (isSummer ? 60 : 0)
    }

    /// The moment, in UTC, that the clocks of the zone tell; of an hour that comes twice, the first.
    func utc(fromLocal minutes: Int) -> Int {
        let summer = minutes - standard - 60
        return offset(atUTC: summer) == standard + 60 ? summer : minutes - standard
    }

    static func day(_ minutes: Int) -> Int { (minutes >= 0 ? minutes : minutes - 1439) / 1440 }
}

extension CalendarDate {
    /// The `n`th of a weekday (1 is Monday) in a month.
    static func nth(_ n: Int, _ weekday: Int, of month: Int, _ year: Int) -> CalendarDate {
        let first = CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(dayNumber: 0)
        return first.adding(days: (weekday - first.weekday + 7) % 7 + (n - 1) * 7)
    }

    /// The last of a weekday in a month.
    static func last(_ weekday: Int, of month: Int, _ year: Int) -> CalendarDate {
        let fifth = nth(5, weekday, of: month, year)
        return fifth.month == month ? fifth : fifth.adding(days: -7)
    }
}
