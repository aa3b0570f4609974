import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// What a page needs from elsewhere in the plan is on it, and what is true of one scenario alone is not.
@Suite struct NeededHereTests {
    private func text(_ path: String, _ laid: [String: String]) -> String {
        let document = lower(SamplePlan.bound(SamplePlan.laid.merging(laid) { $1 })).first { $0.path == path }?.document
        return (document.map { String(decoding: emitText($0), as: UTF8.self) } ?? "")
            .replacing("\u{A0}", with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    private func laid(_ path: String, _ old: String, _ new: String) throws -> [String: String] {
        let text = try #require(SamplePlan.laid[path])
        #expect(text.contains(old))
        return [path: text.replacing(old, with: new)]
    }

    private let another = [
        "more.md": """
        ---
        kind: scenarios
        scenarios:
          fire: {title: Fire, affects: [staff], activated-by: caretaker}
        ---
        """
    ]

    /// A list that several scenarios share has the name of none of them.
    @Test func aSharedListNamesNoScenario() {
        let list = [
            "checklists/before.md": """
            ---
            kind: checklist
            title: Getting ready
            scenarios: all
            phase: before
            ---

            - [ ] T-30d @press Rehearse {{ scenario.title }} at a table
            """
        ]
        let one = text("en/packs/binder", list)
        #expect(one.contains("Rehearse Flood at a table"))
        let several = text("en/packs/binder", list.merging(another) { $1 })
        #expect(several.contains("Rehearse [Name of the scenario] at a table"), "\(several)")
        #expect(!several.contains("Rehearse Flood"))
        #expect(text("en/checklists/flood", list.merging(another) { $1 }).contains("Rehearse Flood at a table"))
    }

    /// Where not one role activates all scenarios, the plan's owner leads, and the leaf names the others with their numbers.
    @Test func whoElseActivatesIsOnTheLeaf() {
        #expect(!text("en/packs/binder", [:]).contains("Activation also by"))
        let binder = text("en/packs/binder", another)
        #expect(binder.contains("Activation also by: [1] Cleo Hart 07700 900003"), "\(binder.prefix(3000))")
    }

    /// What introduces people and roles reaches whoever has a pack alone.
    @Test func introductionsOfPeopleAndRolesAreInThePack() {
        let registries = [
            "people-more.md": """
            ---
            kind: people
            people:
              dora: {name: Dora Ives, reach: {mobile: "+44 7700 900009"}}
            ---

            At night the porter knows where everybody is.
            """,
            "roles-more.md": """
            ---
            kind: roles
            roles:
              porter: {title: Porter, holder: dora, team: support}
            ---

            Whoever takes a role writes the hour into the log.
            """,
        ]
        let binder = text("en/packs/binder", registries)
        #expect(binder.contains("At night the porter knows where everybody is."), "\(binder)")
        #expect(binder.contains("Whoever takes a role writes the hour into the log."))
    }

    /// The contract of somebody with a role is named where that person is called.
    @Test func theContractOfARoleIsWhereItIsCalled() {
        let support = [
            "support.md": """
            ---
            kind: people
            people:
              desk: {name: Hal Fixit, organisation: Servers Ltd, contract: SV-2207, reach: {mobile: "+44 7700 900010"}}
            ---
            """,
            "roles-more.md": """
            ---
            kind: roles
            roles:
              supplier: {title: Supplier, holder: desk, team: technical}
            ---
            """,
            "checklists/supplier.md": """
            ---
            kind: checklist
            title: Supplier
            scenarios: flood
            phase: during
            ---

            - [ ] T+5min @supplier Move the servers upstairs
            """,
        ]
        for path in ["en/checklists/flood", "en/contacts/flood", "en/packs/binder"] {
            #expect(text(path, support).contains("contract SV-2207"), "\(path)")
        }
        #expect(!text("en/packs/visitors", support).contains("SV-2207"))
    }

    /// A duty without a number stands where it is planned, and not below what is due in a month.
    @Test func aDutyWithoutANumberStandsWhereItIsPlanned() throws {
        let stages = try laid(
            "obligations.md", "- {name: final-report, deadline: 1mo, from: notification}",
            "- {name: final-report, deadline: 1mo, from: notification}\n      - {name: word, deadline: undue-delay, from: awareness}"
        )
        let calling = try laid(
            "checklists/flood.md", "- [ ] T+2d @director",
            "- [ ] T+3h @director Say a word ([](obligation:data-loss/word))\n- [ ] T+2d @director")
        let binder = text("en/packs/binder", stages.merging(calling) { $1 })
        let word = try #require(binder.firstRange(of: "data – word –"), "\(binder)")
        let notice = try #require(binder.firstRange(of: "notification – The data"), "\(binder)")
        #expect(word.lowerBound < notice.lowerBound)
    }

    /// An objective that a scenario does not keep says so.
    @Test func anObjectiveSaysWhereAScenarioIsSlower() throws {
        #expect(!text("en/packs/binder", [:]).contains("[1] not before T+3 d"))
        let slow = try laid(
            "scenarios.md", "distrusts: [website]", "distrusts: [website]\n    restores: {system:website: 3d}")
        let binder = text("en/packs/binder", slow)
        #expect(binder.contains("[1] not before T+3 d"), "\(binder)")
    }
}
