import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancStarters
import Testing

/// The plan of `planc init` is whole, clean, and survives any name.
@Suite struct StarterPlanTests {
    static let today = CalendarDate(iso: "2026-11-21")!

    static func report(_ plan: StarterPlan) -> Report {
        let files = Dictionary(plan.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        return check(load(["."], in: MemoryWorld(files, today: plan.today)), asOf: plan.today)
    }

    static func told(_ report: Report) -> [String] {
        report.findings.map { "\(report.sources[$0.span.file].path): \($0.rule): \($0.message.english)" }
    }

    /// Networks take eleven letters without accents; a letter that is left out makes another name.
    @Test(arguments: [
        ("Müller & Söhne", "de", "MUELLERSOEH"), ("Épicerie Noël", "fr", "EPICERIENOE"),
        ("Corner Shop", "en", "CORNERSHOP"),
        ("東京", "en", "INFO"),
    ])
    func theSenderIsTheNameInPlainLetters(_ name: String, _ locale: String, _ sender: String) {
        let plan = StarterPlan(
            name: name, locales: [Locale(locale)], trade: .shop, today: CalendarDate(iso: "2026-11-21")!)
        #expect(plan.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("sender: \"\(sender)\"") })
    }

    @Test(arguments: Trade.allCases, [["fr"], ["en"], ["de"], ["fr", "en"], ["en", "fr"], ["de", "en"]])
    func checksClean(_ trade: Trade, _ languages: [String]) throws {
        let plan = StarterPlan(
            name: "Les Halles & Fils", locales: languages.map { Locale($0) }, trade: trade, today: Self.today)
        let report = Self.report(plan)
        // Nobody has tried, played, reviewed or approved anything yet: one finding says so.
        #expect(report.findings.map(\.rule) == ["unconfirmed-plan"], "\(Self.told(report))")
        let bound = try #require(report.plans.first)
        #expect(bound.locales.map(\.tag) == languages)
        #expect(bound.info.approved == nil && bound.info.review.last == nil && bound.drills.isEmpty)
        #expect(bound.people.allSatisfy { $0.verified == nil } && bound.packs.allSatisfy { $0.printed == nil })
        #expect(bound.scenarios.count == 2)
        #expect(!bound.activities.isEmpty && !bound.packs.isEmpty)
        #expect(Set(bound.checklists.map(\.phase.value)) == Set(Phase.allCases))
        let isAnswering = bound.roles.contains { $0.team?.value == .support }
        #expect(bound.messages.contains { $0.inReplyTo?.value == "phishing" } == isAnswering)
        for file in plan.files {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains { "⟨⟩⟦⟧¦$".contains($0) }, "\(file.path)")
        }
    }

    /// The list that a step starts begins when that step is due.
    @Test(arguments: Trade.allCases, ["en", "fr", "de"]) func aListBeginsWhenItIsStarted(
        _ trade: Trade, _ language: String
    ) throws {
        let starter = StarterPlan(name: "Atelier", locales: [Locale(language)], trade: trade, today: Self.today)
        let plan = try #require(Self.report(starter).plans.first)
        let steps = plan.checklists.flatMap { $0.stages.flatMap(\.steps) }
        var seen = 0
        for step in steps {
            for link in step.links where link.target.kind == .checklist {
                let list = try #require(plan.checklists[link.target.id])
                let first = try #require(list.stages.first?.steps.first)
                #expect(step.offset?.value == first.offset?.value, "\(list.id)")
                seen += 1
            }
        }
        #expect(seen == 2)
    }

    @Test func isDatedToday() throws {
        let day = CalendarDate(iso: "2031-03-07")!
        let report = Self.report(StarterPlan(name: "A", locales: [Locale("en")], trade: .office, today: day))
        #expect(report.findings.map(\.rule) == ["unconfirmed-plan"])
        #expect(report.plans.first?.info.date == day)
    }

    @Test func translationsAreStamped() throws {
        let plan = StarterPlan(name: "A", locales: [Locale("fr"), Locale("en")], trade: .factory, today: Self.today)
        let files = Dictionary(plan.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let loaded = load(["."], in: MemoryWorld(files, today: Self.today))
        let states = loaded.plans.compactMap(\.plan).flatMap { translations(of: $0, sources: loaded.sources) }
        #expect(!states.isEmpty)
        #expect(states.allSatisfy { $0.state == .current })
    }

    @Test(arguments: [
        "\"quoted\" 'twice' \\ back", "line\n---\nkind: role\n", "a: b, {c: [d]} # not a comment",
        "--- !!tag &a *a | >",
        "{{ plan.version }} {{> x }} <b>&amp;</b>", "Zoë’s – 日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u{202E}right to left\u{200B}",
        "$place ⟨a¦b⟩ ⟦c¦d⟧ %% x.md", "# planc: allow x: y", "null",
        "\u{1}\u{7F}bell\u{7}",
    ])
    func anyNameIsHarmless(_ name: String) throws {
        for languages in [["fr"], ["fr", "en"]] {
            let plan = StarterPlan(name: name, locales: languages.map { Locale($0) }, trade: .shop, today: Self.today)
            let report = Self.report(plan)
            // Braces in a name are printed as they are, and that is all that is said of them.
            let told = report.findings.map(\.rule).filter { $0 != "printed-marks" }
            #expect(told == ["unconfirmed-plan"], "\(Self.told(report))")
            let bound = try #require(report.plans.first)
            #expect(bound.info.organisation.text(bound.sourceLocale) == oneLine(name))
        }
    }

    @Test func aLineIsWhatPeopleSee() {
        #expect(oneLine("  a \r\n\t b\u{202E}\u{AD}c\u{2028}d ") == "a bc d")
        #expect(oneLine("\u{200B}\n") == "")
    }
}
