import PlancDriver
import PlancLanguages
import PlancModel
import PlancSource
import TestSupport
import Testing

@testable import PlancAnalysis

/// The table of hand-computed time limits, `Tests/Fixtures/duty-cases.tsv`: one line a case, for a lawyer and a duty manager to read.
@Suite struct DutyCasesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var line: Int
        var cells: [String]

        var obligation: String { cells[0] }
        var stage: String { cells[1] }
        var zone: String? { cells[3].isEmpty ? nil : cells[3] }
        var testDescription: String { "\(line): \(obligation)/\(stage) – \(cells[6])" }

        static let all: [Case] = {
            let text = String(decoding: readFile(packageFolder + "/Tests/Fixtures/duty-cases.tsv") ?? [], as: UTF8.self)
            return text.split(separator: "\n").enumerated().dropFirst().map { line, row in
                Case(
                    line: line + 1, cells: row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                )
            }
        }()
    }

    private static let library = LibraryPlan(.english)?.plan

    @Test func thereAreManyCases() {
        #expect(Case.all.count >= 73)
        #expect(Case.all.allSatisfy { $0.cells.count == 7 })
    }

    @Test(arguments: Case.all) func isDueWhenTheTableSays(_ one: Case) throws {
        let obligation = try #require(Self.library?.obligations[one.obligation])
        let stage = try #require(obligation.stages.first { $0.name.value == one.stage })
        var facts = FactSheet()
        for fact in one.cells[2].split(separator: ",") {
            let parts = fact.split(separator: "=").map { String($0.drop { $0 == " " }) }
            facts[parts[0]] = FactValue(notation: parts[1])
        }
        let applies = facts.holds(
            (obligation.when + stage.when).map(\.value), unless: (obligation.unless + stage.unless).map(\.value))
        let moments = try one.cells[4].split(separator: ";").map { text in
            let parts = text.drop { $0 == " " }.split(separator: "=", maxSplits: 1).map(String.init)
            return (try #require(ClockStart(notation: parts[0])), try #require(minutes(parts[1])))
        }
        let t0 = CalendarDate(dayNumber: ZoneClock.day(moments.map(\.1).min() ?? 0))
        let zone = one.zone.flatMap(ZoneClock.named)
        func instant(_ local: Int) -> Int { zone?.utc(fromLocal: local) ?? local }
        let origin = instant(t0.dayNumber * 1440)
        let starts = Dictionary(moments.map { ($0.0, instant($0.1) - origin) }, uniquingKeysWith: { first, _ in first })
        let clock = DutyClock(CrisisClock(activation: t0, zone: one.zone), facts: facts, starts: starts)
        var told = stage
        if let with = stage.due?.with?.value { told = try #require(obligation.stages.first { $0.name.value == with }) }
        let reckoned = clock.reckon(told)
        let hasNumber = clock.due(of: told).terms.contains { $0.within != nil }
        let said: String
        if applies == false {
            said = "does not apply"
        } else if let due = reckoned.due {
            let utc = origin + due
            said = text(utc + (zone?.offset(atUTC: utc) ?? 0))
        } else {
            said = hasNumber ? "waits: " + reckoned.waitsFor.map(\.notation).joined(separator: ", ") : "no number"
        }
        #expect(said == one.cells[5], "\(one)")
    }

    /// Minutes since 1970-01-01 of `2027-03-01 08:00`.
    private func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = CalendarDate(iso: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        return day.dayNumber * 1440 + clock[0] * 60 + clock[1]
    }

    private func text(_ minutes: Int) -> String {
        let day = CalendarDate(dayNumber: ZoneClock.day(minutes))
        let rest = minutes - day.dayNumber * 1440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(day) \(two(rest / 60)):\(two(rest % 60))"
    }
}

@Suite struct HolidayTests {
    private func days(_ closed: ClosedDays, _ year: Int) -> Set<String> {
        Set(PublicHolidays.days(closed, in: year).filter { $0.year == year }.map(\.description))
    }

    @Test func thoseOfTheUnitedStatesMoveOffTheWeekend() {
        #expect(
            days(.usFederal, 2027) == [
                "2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06",
                "2027-10-11",
                "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31",
            ])
    }

    @Test func thoseOfEnglandHaveSubstitutes() {
        #expect(
            days(.unitedKingdom, 2027) == [
                "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27",
                "2027-12-28",
            ])
        #expect(days(.unitedKingdom, 2022).isSuperset(of: ["2022-01-03", "2022-12-26", "2022-12-27"]))
    }

    @Test func thoseOfFranceAndGermanyFollowEaster() {
        #expect(days(.france, 2027).isSuperset(of: ["2027-03-29", "2027-05-06", "2027-05-17", "2027-07-14"]))
        #expect(
            days(.germany, 2027).isSuperset(of: ["2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17", "2027-10-03"]))
        #expect(PublicHolidays.easterSunday(2024).description == "2024-03-31")
        #expect(PublicHolidays.easterSunday(2038).description == "2038-04-25")
    }
}
