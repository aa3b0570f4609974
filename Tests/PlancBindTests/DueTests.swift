import PlancDiagnostics
import Testing

/// By when stages are due: what says no time, or counts from nothing, is told at its place.
@Suite struct DueTests {
    /// What is told of an obligation with these stages.
    private func told(_ stages: String, when: String = "always", beside: [String: String?] = [:]) -> [String] {
        let text =
            "---\nkind: obligations\nobligations:\n  reg: {title: Reg, authority: Us, when: [\(when)], source: us, "
            + "verified: 2026-01-01, stages: [\(stages)]}\n---\n"
        return BoundTexts(beside.merging(["obligations.md": text]) { $1 }).told
    }

    @Test func aStageSaysATime() {
        #expect(told("{name: early, deadline: undue-delay}") == [])
        for stage in [
            "{name: early}", "{name: early, from: awareness}",
            "{name: early, cases: [{when: [dora-entity], due: {within: 1h, after: awareness}}]}",
        ] {
            #expect(told(stage) == ["missing-key obligations.md:early"])
        }
        #expect(told("{name: early, due: }") == ["missing-key obligations.md:due"])
        #expect(told("{name: early, due: {earliest: []}}") == ["missing-key obligations.md:{earliest: []}"])
        #expect(
            told("{name: early, due: {earliest: [{within: 24h, after: awareness}, {}]}}") == [
                "missing-key obligations.md:{}"
            ])
    }

    @Test func aNumberCountsFromAnEvent() {
        #expect(told("{name: early, due: {within: 24h}}") == ["missing-key obligations.md:24h"])
        #expect(told("{name: early, due: {latest: [{within: 24h}]}}") == ["missing-key obligations.md:24h"])
        #expect(told("{name: early, deadline: 24h}") == ["missing-key obligations.md:24h"])
        #expect(told("{name: early, due: {no-number: promptly}}") == [])
    }

    @Test func whatATimeHangsOnIsThere() {
        #expect(told("{name: early, due: {same-as: eu-dora-91}}") == ["unknown-obligation obligations.md:eu-dora-91"])
        #expect(told("{name: early, due: {same-as: reg}}") == ["missing-key obligations.md:{same-as: reg}"])
        #expect(told("{name: early, due: {with: early}}") == ["missing-key obligations.md:{with: early}"])
        #expect(told("{name: a, due: {with: b}}, {name: b, due: {with: a}}").count == 2)
        #expect(told("{name: early, due: {no-number: soonish}}") == ["unknown-value obligations.md:soonish"])
    }

    @Test func aComparisonIsNoName() {
        let stage = "{name: early, deadline: 1h, from: awareness}"
        for (written, meant) in [
            ("people-affected > 500", "{people-affected: {more-than: 500}}"),
            ("people-affected >= 500", "{people-affected: {at-least: 500}}"), ("dora-entity = true", "dora-entity"),
            ("dora-entity = false", "{not: dora-entity}"), ("people-affected = 5", nil),
        ] as [(String, String?)] {
            let text =
                "---\nkind: obligations\nobligations:\n  reg: {title: Reg, authority: Us, when: ['\(written)'], "
                + "source: us, verified: 2026-01-01, stages: [\(stage)]}\n---\n"
            let bound = BoundTexts(["obligations.md": text])
            #expect(bound.findings.map(\.rule) == ["wrong-type"])
            #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == meant)
        }
        #expect(told(stage, when: "{nott: personal-data}") == ["unknown-key obligations.md:nott"])
    }

    /// A fact that is nearly one of the library's is that one, unless the plan states it as its own.
    @Test func aMistypedFactIsTheOneThatIsNear() {
        let stage = "{name: early, deadline: 1h, from: awareness}"
        #expect(told(stage, when: "dora-entty") == ["unknown-value obligations.md:dora-entty"])
        #expect(told(stage, when: "{not: personal-dta}") == ["unknown-value obligations.md:personal-dta"])
        #expect(told(stage, when: "our-own-tower-is-hit") == [])
    }

    @Test func onlyAnAuthoritySaysWhich() {
        func audience(_ type: String) -> [String] {
            let text = (ExamplePlan.files["audiences.md"] ?? "").replacing(
                "audiences:\n",
                with: "audiences:\n  extra: {title: Extra, type: \(type), channels: [mail], authority: health}\n")
            return BoundTexts(["audiences.md": text]).told
        }
        #expect(audience("customers") == ["unknown-key audiences.md:authority"])
        #expect(audience("authorities") == [])
    }

    @Test func whatAScenarioAssumesIsWaitedFor() {
        func scenario(_ line: String) -> [String: String?] {
            [
                "scenarios.md":
                    "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, disables: [mail-server], affects: "
                    + "[readers, staff], activated-by: director, \(line)}\n---\n"
            ]
        }
        let stage = "{name: early, deadline: 1h, from: 'awareness:damp'}"
        #expect(told(stage, beside: scenario("starts: {'awareness:damp': T0}")) == [])
        #expect(
            told(stage, beside: scenario("starts: {'awareness:atack': T0}")) == [
                "unknown-value scenarios.md:'awareness:atack'"
            ])
        #expect(
            told(stage, when: "high-risk-to-people", beside: scenario("facts: {high-risk-to-people: 5}")) == [
                "wrong-type scenarios.md:5"
            ])
        #expect(
            told(
                stage, when: "{people-affected: {more-than: 500}}", beside: scenario("facts: {people-affected: 5}"))
                == [])
    }
}
