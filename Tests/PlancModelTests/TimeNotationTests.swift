import PlancModel
import Testing

@Suite struct TimeNotationTests {
    @Test(arguments: [
        ("15min", TimeAmount(minutes: 15)), ("4h", TimeAmount(minutes: 240)), ("3d", TimeAmount(minutes: 4320)),
        ("2w", TimeAmount(minutes: 20_160)), ("6mo", TimeAmount(months: 6)), ("1y", TimeAmount(months: 12)),
        ("4bd", TimeAmount(businessDays: 4)), ("PT4H", TimeAmount(minutes: 240)), ("P1M", TimeAmount(months: 1)),
        ("PT1M", TimeAmount(minutes: 1)), ("P1Y2M3W4DT5H6M", TimeAmount(months: 14, minutes: 36_306)),
        ("PT72H", TimeAmount(minutes: 4320)),
        ("0min", .zero), ("999999h", TimeAmount(minutes: 59_999_940)),
    ]) func reads(_ text: String, _ amount: TimeAmount) {
        #expect(TimeAmount(notation: text) == amount)
        #expect(TimeAmount(notation: amount.notation) == amount)
    }

    @Test(arguments: [
        "", "4", "h", "4 h", "4H", "1h30", "1h30min", "-4h", "+4h", "4.5h", "1000000h", "P", "PT", "P1H", "PT1D",
        "PT30S", "P1M1Y",
        "P1DT", "PT4h", "４h", "1m",
    ]) func refuses(_ text: String) {
        #expect(TimeAmount(notation: text) == nil)
    }

    @Test(arguments: [
        ("T0", 0), ("T+15min", 15), ("T-30d", -43_200), ("T+PT1H30M", 90), ("T+0h", 0), ("T-1mo", -28 * 1440),
    ])
    func offsets(_ text: String, _ minutes: Int) throws {
        let offset = try #require(Offset(notation: text))
        #expect(offset.minutes == minutes)
        #expect(Offset(notation: offset.notation) == offset)
    }

    @Test(arguments: ["", "T", "T+", "T15min", "t0", "T+15mn", "T0min", "T +1h", "T--1h", "0", "T+1h "])
    func refusesOffset(_ text: String) {
        #expect(Offset(notation: text) == nil)
    }

    @Test(arguments: ["fr", "en", "pt-BR", "es-419", "gsw"]) func locales(_ tag: String) {
        #expect(Locale(checking: tag)?.tag == tag)
    }

    @Test(arguments: ["", "f", "FR", "fr-", "fr-fr", "fr_FR", "french", "fr-FRA", "fr-1", "fr-FR-x"])
    func refusesLocale(_ tag: String) {
        #expect(Locale(checking: tag) == nil)
    }

    @Test(arguments: ["2026-11-21", "2024-02-29", "0001-01-01"]) func dates(_ text: String) {
        #expect(CalendarDate(iso: text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-30", "2025-02-29", "2026-1-5", "21/11/2026", "2026-13-01", "0000-01-01", "2026-11-21T00:00", "",
    ])
    func refusesDate(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }
}
