import Testing

@testable import PlancDiff

/// Times that count: of what arrives.
@Suite struct ReachedDeadlineTests {
    /// The text message to the staff reaches nobody without its gateway: they hear by what is sent later, or never.
    @Test func aSendingThatReachesNobodyTellsNobody() throws {
        let said = try told([Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, sms-gateway]")])
        #expect(
            said.contains(
                "deadlines changed !: Staff: first message: T+30\u{A0}min → never (promised within 1\u{A0}h), in 'Flood'"
            ),
            "\(said)")
    }

    @Test func aDutyMetByWhatReachesNobodyIsNotMet() throws {
        let files = CouncilDuty.files(more: "audience: staff")
        let edits = [
            CouncilDuty.carried,
            Edit("messages/staff-closed.md", "phase: during", "phase: during\nsatisfies: council"),
        ]
        let base = try examplePlan(edits, adding: files)
        let head = try examplePlan(
            edits + [Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, sms-gateway]")],
            adding: files)
        #expect(
            told(PlanDiff(from: base, to: head)).contains(
                "deadlines changed !: nothing meets Tell the council – first any more, in 'Flood'"))
    }

    @Test func whatIsSoInSeveralScenariosIsToldOnce() throws {
        let other = Edit(
            "scenarios.md", "    activated-by: director",
            "    activated-by: director\n  storm:\n    title: Storm\n    disables: [mail-server]\n    affects: [readers, staff]\n    activated-by: director"
        )
        let base = try examplePlan([other])
        let head = try examplePlan([
            other,
            Edit("audiences.md", "channels: [text-message, mail], inform", "channels: [mail], inform"),
        ])
        let said = told(PlanDiff(from: base, to: head)).filter { $0.contains("last channel") }
        #expect(said == ["reach changed !: 'Staff' lose their last channel in 'Flood' and 'Storm'"])
    }
}
