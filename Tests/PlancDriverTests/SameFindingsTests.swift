import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

/// What several translations have in common is one finding, and a time that the source lost is told there.
@Suite struct SameFindingsTests {
    private static let steps = [
        "T0 @caretaker Switch off the power", "T+30min @director Tell the staff: [](../messages/staff-closed.md)",
        "T+1h @press Tell the readers: [](../messages/readers-closed.md)",
    ]
    private static let french = [
        "T0 @caretaker Coupez le courant", "T+30min @director Informez le personnel : [](../messages/staff-closed.md)",
        "T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)",
    ]
    private static let german = [
        "T0 @caretaker Den Strom abschalten",
        "T+30min @director Das Personal informieren: [](../messages/staff-closed.md)",
        "T+1h @press Die Leser informieren: [](../messages/readers-closed.md)",
    ]

    private func findings(
        source: [String] = steps, french: [String] = french, german: [String] = german, rules: String = ""
    ) -> [Finding] {
        func list(_ head: String, _ steps: [String]) -> String {
            "---\nkind: checklist\n\(head)\n---\n\n" + steps.map { "- [ ] \($0)\n" }.joined()
        }
        var files = ExamplePlan.files
        files["plan.md"] = files["plan.md"]?.replacing("locales: [en]", with: "locales: [en, fr, de]\n\(rules)")
        files["audiences.md"] = files["audiences.md"]?.replacing(
            "type: employees,", with: "type: employees, inform-within: 1h,")
        files["checklists/flood.md"] = list("title: Flood\nscenarios: flood\nphase: during", source)
        files["checklists/flood.fr.md"] = list("title: Inondation\ntranslates: \"0000000000000000\"", french)
        files["checklists/flood.de.md"] = list("title: Hochwasser\ntranslates: \"0000000000000000\"", german)
        let bytes = Dictionary(uniqueKeysWithValues: files.map { ("p/" + $0, Array($1.utf8)) })
        let day = CalendarDate(iso: "2026-01-07")!
        return check(load(["p"], in: MemoryWorld(bytes, today: day)), asOf: day).findings
    }

    private let ofTime = ["step-without-time", "late-first-message", "uneven-checklist"]

    @Test func staleTranslationsAreOneFinding() throws {
        let stale = findings().filter { $0.rule == "stale-translation" }
        #expect(stale.count == 1 && stale.first?.counted.count == 2)
        #expect(stale.first?.labels.count == 2)
        #expect(findings().allSatisfy { $0.rule != "uneven-checklist" })
    }

    @Test func aStepThatDiffersFromEachIsOneFinding() {
        var steps = Self.steps
        steps[0] = "T+5min @caretaker Switch off the power"
        let uneven = findings(source: steps).filter { $0.rule == "uneven-checklist" }
        #expect(uneven.count == 1 && uneven.first?.counted.count == 2)
        // Of two that differ otherwise each is told.
        var german = Self.german
        german[0] = "T+9min @caretaker Den Strom abschalten"
        #expect(findings(source: steps, german: german).count { $0.rule == "uneven-checklist" } == 2)
    }

    @Test func aLostTimeIsToldInTheSourceAlone() throws {
        var steps = Self.steps
        steps[1] = "@director Tell the staff: [](../messages/staff-closed.md)"
        let told = findings(source: steps).filter { ofTime.contains($0.rule) }
        #expect(told.map(\.rule) == ["step-without-time"])
        let finding = try #require(told.first)
        #expect(finding.severity == .error)
        #expect(finding.fixes.first?.edits.map(\.replacement) == ["T+30min "])
    }

    /// Whoever turns the rule off hears what follows from it.
    @Test func whereTheRuleIsOffWhatFollowsIsTold() {
        var steps = Self.steps
        steps[1] = "@director Tell the staff: [](../messages/staff-closed.md)"
        steps.append("T+3h @director Tell the staff: [](../messages/staff-closed.md)")
        var (french, german) = (Self.french, Self.german)
        french.append("T+3h @director Informez le personnel : [](../messages/staff-closed.md)")
        german.append("T+3h @director Das Personal informieren: [](../messages/staff-closed.md)")
        let told = findings(source: steps, french: french, german: german, rules: "rules: {step-without-time: off}")
            .map(\.rule).filter { ofTime.contains($0) }
        #expect(Set(told) == ["late-first-message", "uneven-checklist"])
    }
}
