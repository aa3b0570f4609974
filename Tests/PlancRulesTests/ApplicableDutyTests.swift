import Testing

@testable import PlancRules

/// Duties that apply by what a plan states, listed or not.
@Suite struct ApplicableDutyTests {
    private func told(_ rules: [any Rule.Type], plan line: String = "facts: {}", _ scenario: String...) -> [String] {
        let plan = SmallPlan([
            "plan.md": DutyExamples.plan(line),
            "scenarios.md": DutyExamples.flood(scenario),
        ])
        #expect(plan.readingFindings.isEmpty, "\(plan.readingFindings.map(\.message.english))")
        return plan.findings(rules).map(\.message.english)
    }

    @Test func theLawOfTheTimeZoneIsAskedFor() {
        let found = told([MissingObligation.self], "personal-data: true")
        #expect(found.count == 1 && found[0].contains("'Personal data breach"), "\(found)")
        #expect(told([MissingObligation.self], "personal-data: false").isEmpty)
        #expect(told([MissingObligation.self], "danger: people").isEmpty, "nothing is stated")
    }

    @Test func severalAreOneFinding() {
        let found = told([MissingObligation.self], "facts: {personal-data: true, high-risk-to-people: true}")
        #expect(found.count == 1 && found[0].contains("individuals"), "\(found)")
    }

    @Test func whatRefinesOrReplacesItCountsForIt() {
        for (uses, id) in [("uk-gdpr-33", "uk-gdpr-33"), ("uk-ico", "uk-ico")] {
            let found = told(
                [MissingObligation.self], plan: "uses: \(uses)", "personal-data: true", "obligations: \(id)",
                "starts: {awareness:personal-data: T0}")
            #expect(found.isEmpty, "\(found)")
        }
        let french = "subject-to: not-nis2\nuses: fr-cnil-complement\nprofiles: personal-data"
        let found = told(
            [MissingObligation.self], plan: french, "personal-data: true", "obligations: fr-cnil-complement")
        #expect(!found.joined().contains("(GDPR, article 33)"), "\(found)")
    }

    @Test func theReportOfNIS2IsForThoseWhoAreSubjectToIt() {
        let facts = "facts: {significant-incident: true}"
        #expect(told([MissingObligation.self], plan: "subject-to: nis2-important", facts).count == 1)
        #expect(told([MissingObligation.self], plan: "subject-to: not-nis2", facts).isEmpty)
        #expect(told([MissingObligation.self], facts).isEmpty)
        #expect(
            told([MissingObligation.self], plan: "subject-to: nis2-important\nfacts: {dora-entity: true}", facts)
                .isEmpty)
    }

    @Test func whatIsMissingIsNotUnusedAsWell() {
        let rules: [any Rule.Type] = [MissingObligation.self, UnusedObligation.self]
        let found = told(rules, plan: "uses: uk-gdpr-33", "personal-data: true")
        #expect(found.count == 1, "\(found)")
        #expect(told([UnusedObligation.self], plan: "uses: uk-gdpr-33", "personal-data: false").count == 1)
    }

    @Test func whatDoesNotApplyIsToldOnce() {
        let rules: [any Rule.Type] = [InapplicableObligation.self]
        let listed = "obligations: eu-nis2-23"
        #expect(told(rules, plan: "subject-to: not-nis2\nuses: eu-nis2-23", listed).count == 1)
        #expect(told(rules, plan: "subject-to: nis2-essential\nuses: eu-nis2-23", listed).isEmpty)
        #expect(told(rules, plan: "uses: eu-nis2-23", listed, "facts: {significant-incident: false}").count == 1)
        #expect(told(rules, plan: "facts: {dora-entity: true}\nuses: eu-nis2-23", listed).count == 1)
        #expect(told(rules, plan: "uses: uk-gdpr-33", "obligations: uk-gdpr-33", "personal-data: false").count == 1)
    }

    @Test func aStartIsCountedFrom() {
        let scenario = ["obligations: uk-gdpr-33", "personal-data: true"]
        func unused(_ starts: String) -> [String] {
            told([UnusedStart.self], plan: "uses: uk-gdpr-33", scenario[0], scenario[1], "starts: {\(starts)}")
        }
        #expect(unused("awareness:personal-data: T0").isEmpty)
        #expect(unused("awareness:personal-data: T0, awareness:attack: T0, detection: T0").count == 1)
    }

    @Test func notNIS2AndAllThatSaysTheOppositeIsOneContradiction() {
        let line = "subject-to: not-nis2\nprofiles: nis2\nfacts: {nis2-essential-or-important: true}"
        #expect(told([Contradiction.self], plan: line, "personal-data: false").count == 1)
    }

    @Test func aMessageToTheWrongPeopleIsOneFinding() {
        let plan = SmallPlan([
            "plan.md": DutyExamples.plan("uses: [uk-gdpr-33, eu-gdpr-33]"),
            "audiences.md": DutyExamples.audiences,
            "scenarios.md": DutyExamples.flood("obligations: [uk-gdpr-33, eu-gdpr-33]"),
            "messages/notice.md": DutyExamples.notice(
                to: "staff", by: "text-message", satisfies: "[uk-gdpr-33, eu-gdpr-33]"),
        ])
        let found = plan.findings([WrongRecipient.self])
        #expect(found.count == 1 && found[0].labels.count == 2)
    }

    @Test func anAuthorityOfAnotherLawIsNamedWithIt() {
        let plan = SmallPlan([
            "plan.md": DutyExamples.plan("uses: eu-gdpr-33"),
            "audiences.md": DutyExamples.audiences.replacing(
                "authority: data-protection", with: "authority: data-protection, jurisdiction: GB"),
            "scenarios.md": DutyExamples.flood("obligations: eu-gdpr-33"),
            "messages/notice.md": DutyExamples.notice(satisfies: "eu-gdpr-33"),
        ])
        let found = plan.findings([WrongRecipient.self])
        #expect(found.count == 1)
        #expect(found.first?.message.english.contains("the law of GB") == true, "\(found.map(\.message.english))")
    }

    /// What was not understood of facts and starts is told where it is, and not missed as well.
    @Test func whatWasNotUnderstoodIsNotMissed() {
        let council = DutyExamples.council(
            "authority: Riverside Council", "audience: council", "when: [books-lost]",
            "stages: [{name: notice, deadline: 24h, from: awareness}]")
        for lines in [
            ["facts: {books-lost: perhaps}", "starts: {awareness: T0}"],
            ["facts: {books-lost: true}", "starts: {awareness: 2h}"],
        ] {
            let plan = SmallPlan([
                "audiences.md": DutyExamples.audiences, "obligations.md": council,
                "scenarios.md": DutyExamples.flood("obligations: [council]", lines[0], lines[1]),
            ])
            #expect(plan.readingFindings.count == 1)
            #expect(plan.findings([UndecidedFact.self, UnplacedStart.self]).isEmpty)
        }
    }
}
