import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancDiff

/// What a change means for those who act is said at the change that brings it.
@Suite struct ConsequenceTests {
    /// A message of an ordinary day, or of afterwards, had no way in the crisis that it could lose.
    @Test func aMessageOfAnotherPhaseLosesNoWay() throws {
        let phase = Edit("messages/ready.md", "phase: before", "phase: during")
        let said = try told([phase])
        #expect(said.contains { $0.contains("phase: Before: getting ready → During the crisis") }, "\(said)")
        #expect(!said.contains { $0.hasPrefix("reach") }, "\(said)")
    }

    @Test func aPersonWhoIsCutOffIsToldWithWhoStandsIn() throws {
        let down = Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, mobile-network]")
        let gone = Edit("people.md", ", home: \"+44 1632 960001\"}\n    private: [home]", "}")
        let also = Edit("people.md", "mail: ben@library.example", "home: \"+44 1632 960002\"")
        let said = told(PlanDiff(from: try examplePlan([down, also]), to: try examplePlan([down, also, gone])))
        #expect(
            said.contains(
                "reach changed !: Ada Marsh (Director and Caretaker) can no longer be reached in 'Flood'; Ben Okoro stands in"
            ),
            "\(said)")
    }

    @Test func aMessageThatNobodyApprovesIsAnAlarm() throws {
        let said = try told([Edit("messages/readers-closed.md", "approver: director\n", "")])
        #expect(
            said.contains(
                "messages changed !: Readers: the library is closed: nobody approves it any more (before: Director)"),
            "\(said)")
    }

    @Test func aLaterFirstMessageIsToldWithThePromise() throws {
        let said = try told([Edit("checklists/flood.md", "T+1h @press", "T+230min @press")])
        #expect(
            said.contains(
                "deadlines changed !: Readers: first message: T+1\u{A0}h → T+3\u{A0}h\u{A0}50 (promised within 4\u{A0}h: 10\u{A0}min left), in 'Flood'"
            ), "\(said)")
    }

    @Test func aChannelWithoutItsOwnTextCarriesTheCommonOne() throws {
        let own =
            "The library is flooded and closed today. Keep your books. News on our website at {{ next-time }}. Questions: {{ phone }}"
        let said = try told([Edit("messages/readers-closed.md", "# sms\n\n" + own, "")])
        #expect(
            said.contains {
                $0.hasPrefix(
                    "messages changed !: Readers: the library is closed: Text message carries the common text now (")
            }, "\(said)")
    }

    /// What stands in another file is no reason to say nothing of the plan's own keys.
    @Test func keysOfThePlanAreToldBesideErrorsElsewhere() throws {
        let edits = [
            Edit("plan.md", "version: 1.0", "version: 1.1"), Edit("messages/ready.md", "owner: press", "owner: pres"),
        ]
        let diff = PlanDiff(
            from: try examplePlan(), to: try examplePlan(edits, isWhole: false), isReading: { $0.hasPrefix("unknown-") }
        )
        #expect(told(diff).contains { $0.contains("1.0 → 1.1") }, "\(told(diff))")
    }

    @Test func anEmptiedFileIsNamed() throws {
        let texts = try examplePlan()
        let head = try examplePlan([Edit("people.md", ExamplePlan.files["people.md"] ?? "", "\n")], isWhole: false)
        let diff = PlanDiff(from: texts, to: head, isReading: { $0.hasPrefix("unknown-") })
        let text = diff.text(plan: "p", language: .english)
        #expect(
            text.contains(
                "is not compared\n  ! example/people.md is no longer read: nothing in it is part of the plan"),
            "\(text)")
    }

    @Test func aFileThatIsGoneIsNamedWhereErrorsFollow() throws {
        let base = try examplePlan(adding: [
            "more.md":
                "---\nkind: people\npeople:\n  dan: {name: Dan Ekow, reach: {mobile: \"+44 7700 900004\"}}\n---\n"
        ])
        let head = try examplePlan(
            [Edit("roles.md", "holder: cleo", "holder: dan")], isWhole: false)
        let diff = PlanDiff(from: base, to: head, isReading: { $0.hasPrefix("unknown-") })
        let text = diff.text(plan: "p", language: .english)
        #expect(text.contains("is not compared\n  ! more.md is gone"), "\(text)")
    }

    @Test func defaultsAreSaid() throws {
        #expect(
            try told([Edit("plan.md", "version: 1.0", "version: 1.0\npaper: Letter")]).contains {
                $0.hasSuffix("paper: A4 → Letter")
            })
    }
}
