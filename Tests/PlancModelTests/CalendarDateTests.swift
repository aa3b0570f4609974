import PlancLanguages
import PlancModel
import Testing

/// Days of the Gregorian calendar, by the rules of ISO 8601.
@Suite struct CalendarDateTests {
    /// Every fourth year, not every hundredth, but every four hundredth.
    @Test(arguments: [(2024, true), (2026, false), (1900, false), (2000, true), (2100, false), (2400, true)])
    func leapYears(year: Int, isLeap: Bool) throws {
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
        let january = try #require(CalendarDate(year: year, month: 1, day: 31))
        #expect(january.adding(months: 1).day == (isLeap ? 29 : 28))
        let march = try #require(CalendarDate(year: year, month: 3, day: 1))
        #expect(march.adding(days: -1).day == (isLeap ? 29 : 28))
        #expect(
            try #require(CalendarDate(year: year + 1, month: 1, day: 1)).dayNumber
                - #require(CalendarDate(year: year, month: 1, day: 1)).dayNumber == (isLeap ? 366 : 365))
    }

    /// A day and its number are the same over four centuries.
    @Test func daysAreNumberedWithoutGaps() throws {
        let first = try #require(CalendarDate(year: 1999, month: 12, day: 28))
        var last = first
        for offset in 1...146_100 {
            let next = first.adding(days: offset)
            #expect(next.dayNumber == last.dayNumber + 1)
            #expect(next > last)
            last = next
        }
    }

    /// Baselines and fingerprints know a day by how it is written.
    @Test func aDayIsSaidAsPeopleSayIt() {
        let said = Phrase("last exercised on {date}", ["date": CalendarDate(iso: "2026-01-01")!])
        #expect(said.english == "last exercised on 1\u{A0}January 2026")
        #expect(said.withoutNumbers.english == "last exercised on 2026-01-01")
    }
}
