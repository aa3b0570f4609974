import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// The form of a notice says by whose closed days its limit is counted, and what happens on one.
@Suite struct ClosedDaysTests {
    /// The words of the notice of a duty whose one stage has these keys.
    private func notice(_ keys: String, locale: String = "en") -> String {
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "plan.md": SamplePlan.laid["plan.md"]!.replacing(
                    "timezone: Europe/London", with: "timezone: Europe/London\nholidays: [2026-12-24, 2026-12-31]"),
                "duty.md": """
                ---
                kind: obligations
                obligations:
                  leak:
                    title: Tell the river authority
                    authority: River authority
                    stages: [{name: notice, due: {within: 2bd, after: awareness}, \(keys), contents: [facts]}]
                    source: https://law.example/leak
                    verified: 2026-01-05
                ---
                """,
            ]) { $1 })
        return String(
            decoding: emitText(obligationDocument("leak", in: plan, locale: Locale(locale))), as: UTF8.self
        ).replacing("\u{A0}", with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test(arguments: [
        ("US-federal", "the federal holidays of the United States"),
        ("UK", "the bank holidays of the United Kingdom"), ("FR", "the public holidays of France"),
        ("DE", "the public holidays of Germany"), ("weekends", "Saturdays and Sundays"),
        ("plan", "our own holidays: 24 December 2026, 31 December 2026"),
    ]) func everyCalendarIsNamed(_ closed: String, _ words: String) {
        #expect(notice("calendar: {closed: \(closed)}").contains("Closed days \(words)"))
    }

    @Test func zoneAndStartAreBesideIt() {
        let page = notice(
            "calendar: {closed: US-federal, zone: America/New_York, start-on-closed-day: next-business-day-counts}")
        #expect(
            page.contains(
                "the federal holidays of the United States; days end in the time of America/New_York; "
                    + "a start on a closed day counts from the next open day"), "\(page)")
    }

    @Test func aLimitThatMovesSaysWhereTo() {
        let roll = "roll: {on: weekend-or-holiday-of-entity-state, to: next working day 12:00}"
        #expect(notice(roll).contains("Closed days on a closed day it moves to noon of the next working day"))
        #expect(notice("strength: limit").contains("Closed days") == false)
    }

    @Test func germanSaysItOfTheLimit() {
        let page = notice("calendar: {closed: weekends, start-on-closed-day: next-business-day-counts}", locale: "de")
        #expect(
            page.contains(
                "Arbeitsfreie Tage Samstage und Sonntage; beginnt die Frist an einem arbeitsfreien Tag, zählt sie ab dem nächsten Arbeitstag"
            ), "\(page)")
        #expect(page.contains("2 Arbeitstage"), "\(page)")
    }
}
