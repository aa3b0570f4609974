import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSource
import TestSupport
import Testing

private let hour = 60
private let day = 24 * 60

@Suite("Timeline")
struct TimelineTests {
    @Test func checklistsAreMergedByTime() {
        var b = PlanBuilder()
        b.scenario("fire")
        b.checklist("z-common", [b.step(0), b.step(90), b.step(nil)])
        b.checklist("a-fire", scenarios: ["fire"], [b.step(0), b.step(60)])
        b.checklist("flood", scenarios: ["flood"], [b.step(5)])
        b.checklist("ready", phase: .before, [b.step(-30 * day)])
        let timeline = Timeline(plan: b.plan, scenario: "fire")
        #expect(
            timeline.entries.map { "\($0.checklist) \($0.minutes.map(String.init) ?? "-")" }
                == ["ready -43200", "a-fire 0", "z-common 0", "a-fire 60", "z-common 90", "z-common -"])
    }

    @Test func aStepThatOpensAListStandsBeforeItsSteps() {
        func told(back: [EntityReference] = []) -> [String] {
            var b = PlanBuilder()
            b.scenario("fire")
            b.checklist("by-hand", [b.step(120), b.step(120, links: back)])
            b.checklist("locked", [b.step(0), b.step(120), b.step(120, links: [.checklist("by-hand")])])
            return Timeline(plan: b.plan, scenario: "fire").entries.map { "\($0.checklist) \($0.path[0])" }
        }
        let order = ["locked 0", "locked 1", "locked 2", "by-hand 0", "by-hand 1"]
        #expect(told() == order)
        #expect(told(back: [.checklist("locked")]) == order)
    }

    @Test func theOrderOfFilesChangesNothing() {
        var b = PlanBuilder()
        b.scenario("fire")
        b.message("m", to: [], on: [])
        for id in ["c", "a", "d", "b"] {
            b.checklist(id, [b.step(30, links: [.message("m")]), b.step(0), b.step(nil, substeps: [b.step(10)])])
        }
        let told = { (plan: Plan) in
            Timeline(plan: plan, scenario: "fire").entries.map { "\($0.checklist) \($0.path) \($0.minutes ?? -1)" }
        }
        let once = told(b.plan)
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<20 {
            b.plan.checklists = Entities(b.plan.checklists.shuffled(using: &generator))
            #expect(told(b.plan) == once)
        }
    }

    @Test func substepsInheritTimeRolesAndRhythm() {
        var b = PlanBuilder()
        b.scenario("fire")
        let sub = b.step(nil)
        let own = b.step(20, ["b"])
        b.checklist("list", [b.step(10, ["a"], every: 30, substeps: [sub, own])])
        let entries = Timeline(plan: b.plan, scenario: "fire").entries
        #expect(entries.map(\.path) == [[0], [0, 0], [0, 1]])
        #expect(entries.map(\.minutes) == [10, 10, 20])
        #expect(entries.map { $0.roles.map(\.id) } == [["a"], ["a"], ["b"]])
        #expect(entries.map(\.rhythm?.minutes) == [30, 30, nil])
    }

    @Test func whatIsSentInOneAnswerAloneIsNotSure() {
        var b = PlanBuilder()
        b.audience("staff", on: [])
        b.scenario("fire", affects: ["staff"])
        for id in ["early", "late", "other"] { b.message(id, to: ["staff"], on: []) }
        b.checklist(
            "list",
            [
                b.step(15, answers: [[.message("early")], []]),
                b.step(240, links: [.message("late"), .message("early")]),
            ])
        let timeline = Timeline(plan: b.plan, scenario: "fire")
        #expect(timeline.sendings(of: "early").map { $0.answer?.place } == [0, nil])
        #expect(timeline.firstSending(of: "early")?.minutes == 15)
        #expect(timeline.sureSending(of: "early")?.minutes == 240)
        #expect(timeline.clock(of: "staff")?.first?.minutes == 240)
        // Whatever is answered, the staff is told.
        b.checklist("second", [b.step(30, answers: [[.message("early")], [.message("other")]])])
        let told = Timeline(plan: b.plan, scenario: "fire").clock(of: "staff")
        #expect(told?.first?.minutes == 30)
        #expect(told?.sendings.map { $0.answer?.place } == [0, nil, nil, nil, nil])
    }

    @Test func aStageMetInOneAnswerAloneIsNotMet() {
        func duty(_ answers: [[EntityReference]]) -> StageStatus? {
            var b = PlanBuilder()
            b.obligation("nis", [("warning", TimeAmount(minutes: 24 * hour), .clock(.awareness))])
            b.scenario("fire", obligations: ["nis"], starts: [.awareness: 0])
            b.audience("authority", on: [], type: .authorities)
            b.message("notice", to: ["authority"], on: [], satisfies: [("nis", "warning")])
            b.message("letter", to: ["authority"], on: [], satisfies: [("nis", "warning")])
            b.checklist("list", [b.step(60, answers: answers)])
            return Timeline(plan: b.plan, scenario: "fire").duties.first
        }
        for one in [EntityReference.message("notice"), .duty("nis", "warning")] {
            #expect(duty([[one], []])?.fulfilment == nil)
            #expect(duty([[one], []])?.conditional?.minutes == 60)
            #expect(duty([[one], [.message("letter")]])?.fulfilment?.minutes == 60)
        }
    }

    @Test func theFirstSendingCountsAndBranchesSendAtTheDecision() {
        var b = PlanBuilder()
        b.scenario("fire")
        b.message("news", to: [], on: [], every: 120)
        b.message("letter", to: [], on: [])
        b.checklist(
            "list",
            [
                b.step(60, every: 240, links: [.message("news")]),
                b.step(15, answers: [[.message("news"), .message("letter")]]),
                b.step(nil, links: [.message("letter")]),
            ])
        let timeline = Timeline(plan: b.plan, scenario: "fire")
        #expect(timeline.firstSending(of: "news")?.minutes == 15)
        #expect(timeline.sendings(of: "news").map(\.rhythm?.minutes) == [120, 120])
        #expect(timeline.sendings(of: "letter").map(\.minutes) == [15, nil])
    }

    @Test func stagesStartWhenTheScenarioSaysOrFromTheEarlierStage() {
        var b = PlanBuilder()
        b.obligation(
            "nis",
            [
                ("warning", TimeAmount(minutes: 24 * hour), .clock(.awareness)),
                ("report", TimeAmount(minutes: 72 * hour), .clock(.awareness)),
                ("final", TimeAmount(months: 1), .stage("report")),
                ("later", nil, .stage("none")),
            ])
        b.audience("authority", on: [], type: .authorities)
        b.message("notice", to: ["authority"], on: [], satisfies: [("nis", nil)])
        b.scenario("attack", obligations: ["nis"], starts: [.awareness: 0])
        b.checklist(
            "list",
            [
                b.step(12 * hour, links: [.message("notice")]),
                b.step(48 * hour, links: [.message("notice"), .duty("nis", "report")]),
                b.step(28 * day, links: [.duty("nis", "final")]),
            ])
        let timeline = Timeline(plan: b.plan, scenario: "attack")
        let duties = timeline.duties
        #expect(duties.map(\.name) == ["warning", "report", "final", "later"])
        #expect(duties.map(\.fulfilment?.minutes) == [12 * hour, 48 * hour, 28 * day, nil])
        #expect(duties.map(\.fulfilment?.message) == ["notice", "notice", nil, nil])
        #expect(duties.map(\.deadline) == [24 * hour, 72 * hour, 48 * hour + 28 * day, nil])
        #expect(duties.map(\.margin) == [12 * hour, 24 * hour, 48 * hour, nil])
        #expect(duties.map(\.wantedMargin) == [6 * hour, 12 * hour, 12 * hour, nil])
    }

    @Test func withADayForT0MonthsAreThoseOfTheCalendar() throws {
        let t0 = try #require(CalendarDate(year: 2026, month: 1, day: 31))
        let clock = CrisisClock(activation: t0)
        #expect(clock.adding(TimeAmount(months: 1), to: 90) == 28 * day + 90)
        #expect(clock.adding(TimeAmount(months: 2), to: 0) == 59 * day)
        #expect(CrisisClock().adding(TimeAmount(months: 2), to: 0) == 59 * day)
    }

    @Test func businessDaysLeaveOutWeekendsAndHolidays() throws {
        // A Thursday; the Monday after is a holiday.
        let t0 = try #require(CalendarDate(iso: "2026-04-02"))
        let holiday = try #require(CalendarDate(iso: "2026-04-06"))
        let clock = CrisisClock(activation: t0, holidays: [holiday])
        #expect(clock.adding(TimeAmount(businessDays: 1), to: 0) == 1 * day)
        #expect(clock.adding(TimeAmount(businessDays: 2), to: 0) == 5 * day)
        #expect(CrisisClock().adding(TimeAmount(businessDays: 2), to: 0) == 2 * day)
    }

    @Test func conditionsOnPersonalDataFollowTheScenario() {
        var b = PlanBuilder()
        b.obligation("gdpr", [("notice", TimeAmount(minutes: 72 * hour), .clock(.awareness))])
        var gdpr = b.plan.obligations["gdpr"]!
        gdpr.when = [Located(.fact("personal-data"), b.span())]
        b.plan.obligations = Entities([gdpr])
        b.scenario("leak", obligations: ["gdpr"])
        #expect(Timeline(plan: b.plan, scenario: "leak").duties.count == 1)
        var leak = b.plan.scenarios["leak"]!
        leak.personalData = Located(false, b.span())
        b.plan.scenarios = Entities([leak])
        #expect(Timeline(plan: b.plan, scenario: "leak").duties.isEmpty)
    }

    @Test func anAudiencesClockStartsWithItsFirstMessage() throws {
        var b = PlanBuilder()
        b.scenario("fire", affects: ["staff", "press"])
        b.audience("staff", on: [], updateEvery: 4 * hour)
        b.audience("press", on: [], updateEvery: 4 * hour)
        b.message("reminder", to: ["staff"], on: [], phase: .before)
        b.message("first", to: ["staff", "press"], on: [])
        b.message("second", to: ["staff"], on: [], every: 3 * hour)
        b.message("over", to: ["staff", "press"], on: [], phase: .after)
        b.checklist(
            "list",
            [
                b.step(-day, links: [.message("reminder")]), b.step(hour, links: [.message("first")]),
                b.step(5 * hour, links: [.message("second")]), b.step(20 * hour),
                b.step(30 * hour, links: [.message("over")]),
            ])
        let timeline = Timeline(plan: b.plan, scenario: "fire")
        let staff = try #require(timeline.clock(of: "staff"))
        #expect(staff.first?.minutes == hour)
        #expect(staff.gap == nil)
        let gap = try #require(timeline.clock(of: "press")?.gap)
        #expect((gap.from, gap.to) == (hour, 30 * hour))
        #expect((gap.after.message, gap.before?.message) == ("first", "over"))
    }

    @Test func rhythmsThatAreTooSlowLeaveASilence() throws {
        var b = PlanBuilder()
        b.scenario("fire", affects: ["staff"])
        b.audience("staff", on: [], updateEvery: 4 * hour)
        b.message("news", to: ["staff"], on: [], every: 6 * hour)
        b.checklist("list", [b.step(0, links: [.message("news")]), b.step(day)])
        let gap = try #require(Timeline(plan: b.plan, scenario: "fire").clock(of: "staff")?.gap)
        #expect((gap.from, gap.to) == (0, 6 * hour))
        #expect(gap.before == nil)
    }
}

@Suite("Hostile plans")
struct HostilePlanTests {
    @Test(.timeLimit(.minutes(1))) func aThousandStagesInAChain() {
        var b = PlanBuilder()
        var stages: [(String, TimeAmount?, Obligation.Stage.Start)] = [
            ("s0", TimeAmount(minutes: 60), .clock(.awareness))
        ]
        for i in 1..<1000 { stages.append(("s\(i)", TimeAmount(minutes: 60), .stage("s\(i - 1)"))) }
        stages.append(("self", TimeAmount(minutes: 60), .stage("self")))
        b.obligation("chain", stages)
        b.audience("a", on: [])
        b.message("m", to: ["a"], on: [], satisfies: [("chain", nil)])
        b.scenario("s", obligations: ["chain"], starts: [.awareness: 0])
        b.checklist("list", [b.step(30, links: [.message("m")])])
        let duties = Timeline(plan: b.plan, scenario: "s").duties
        #expect(duties.count == 1001)
        // What is sent once meets the first of them; the second counts from it, and the others from what nobody sends.
        #expect(duties[0].deadline == 60)
        #expect(duties[1].deadline == 90)
        #expect(duties[1].fulfilment == nil)
        #expect(duties[2...].allSatisfy { $0.deadline == nil && $0.waitsFor.count == 1 })
    }

    @Test func offsetsBeyondYears() {
        var b = PlanBuilder()
        b.scenario("s", affects: ["a"], obligations: ["o"], starts: [.awareness: 0])
        b.audience("a", on: [], updateEvery: 1)
        b.obligation(
            "o",
            [
                ("x", TimeAmount(months: .max, minutes: .max), .clock(.awareness)),
                ("y", TimeAmount(months: .max), .stage("x")),
            ])
        b.message("m", to: ["a"], on: [], every: 2, satisfies: [("o", nil)])
        let far = b.step(
            offset: Offset(TimeAmount(months: .max, businessDays: .max, minutes: .max)), every: 1,
            links: [.message("m")])
        let past = b.step(offset: Offset(TimeAmount(months: .min, minutes: .min)))
        b.checklist("list", [far, past, b.step(0, every: 2, links: [.message("m")])])
        let timeline = Timeline(plan: b.plan, scenario: "s", activation: CalendarDate(year: 9999, month: 12, day: 31))
        #expect(timeline.entries.map(\.minutes) == [-CrisisClock.endOfTime, 0, CrisisClock.endOfTime])
        #expect(timeline.duties.map(\.deadline) == [CrisisClock.endOfTime, CrisisClock.endOfTime])
        #expect(timeline.clock(of: "a")?.gap != nil)
    }

    @Test func everythingDisabledAndNobodyHoldsAnything() {
        var b = PlanBuilder()
        for i in 0..<50 {
            b.system("s\(i)", needs: ["s\((i + 1) % 50)"])
            b.channel("c\(i)", needs: ["s\(i)"], operatedBy: "r")
            b.person("p\(i)", on: ["c\(i)"])
        }
        b.role("r")
        b.audience("a", on: (0..<50).map { "c\($0)" })
        b.message("m", to: ["a"], on: (0..<50).map { "c\($0)" })
        b.scenario("end", disables: (0..<50).map { .system("s\($0)") })
        let reach = Reach(plan: b.plan, situation: Situation(scenario: "end"))
        #expect(reach.systemsOut.count == 50 && reach.channelsOut.count == 50)
        #expect(!reach.isReachable(audience: "a"))
        #expect(reach.routes(of: b.plan.messages["m"]!).map(\.passedOver.count) == [50])
    }
}
