import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@testable import PlancDiff

/// What a reviewer must not be spared, and must not be told: the smallest case of each.
@Suite struct ReviewTests {
    private static let packs = [
        "packs.md": """
        ---
        kind: packs
        packs:
          box:
            title: The box
            for: [role:director]
            include: [cover, contacts, checklists, messages]
            printed: 2026-01-05
            copies:
              - {to: director, at: Office}
              - {to: press, at: Front desk}
          card:
            title: The card
            for: [role:director]
            include: [contacts]
            copies: [{to: press, at: Drawer}]
        ---
        """
    ]

    private func diff(
        _ edits: [Edit], from base: [Edit] = [], adding files: [String: String] = packs
    ) throws -> PlanDiff {
        PlanDiff(from: try examplePlan(base, adding: files), to: try examplePlan(base + edits, adding: files))
    }

    private func lines(_ diff: PlanDiff, _ language: Language = .english) -> [String] {
        diff.text(plan: "p", language: language).split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
    }

    // MARK: Copies

    /// The pack itself does not change: only in the copy for somebody else the number was left out.
    @Test func aNumberMadePublicIsAnAlarmWithTheCopiesThatHoldIt() throws {
        let said = told(try diff([Edit("people.md", "    private: [home]\n", "")]))
        #expect(
            said.contains(
                "people changed !: Ada Marsh: Home phone is no longer private, and is now printed in 'The box' (copy 2) and 'The card' (copy 1)"
            ), "\(said)")
        #expect(
            said.contains { $0.hasPrefix("packs changed: print 'The box' again") && $0.contains("Front desk") },
            "\(said)")
        #expect(said.contains { $0.hasPrefix("packs changed: print 'The card' again") }, "\(said)")
    }

    @Test func aCopyThatShowsPrivateNumbersNowIsAnAlarm() throws {
        let said = told(
            try diff([Edit("packs.md", "{to: press, at: Drawer}", "{to: press, at: Drawer, private: true}")]))
        #expect(
            said.contains(
                "packs changed !: copy 1 of 'The card' (Press officer (Drawer)) now holds private numbers"), "\(said)")
    }

    /// The master shows the number, none of the copies does.
    @Test func aPackNoneOfWhoseCopiesChangedIsNotPrintedAgain() throws {
        let said = told(try diff([Edit("people.md", "home: \"+44 1632 960001\"", "home: \"+44 1632 960777\"")]))
        #expect(!said.contains { $0.contains("print 'The card'") }, "\(said)")
        #expect(said.contains { $0.contains("print 'The box'") && !$0.contains("Front desk") }, "\(said)")
    }

    /// What other packs there are is on the front leaf.
    @Test func copiesThatNameAnotherPackDifferWhenItGoes() throws {
        let box = String((Self.packs["packs.md"] ?? "").split(separator: "  card:")[0]) + "---\n"
        let said = told(
            PlanDiff(from: try examplePlan(adding: Self.packs), to: try examplePlan(adding: ["packs.md": box])))
        #expect(
            said.contains {
                $0.contains("print 'The box' again") && $0.contains("Office") && $0.contains("Front desk")
            },
            "\(said)")
    }

    @Test func onlyALaterDayOfPrintingSaysThatAPackIsPrinted() throws {
        let number = Edit("people.md", "+44 7700 900003", "+44 7700 900333")
        for (day, isStale) in [("2026-01-04", true), ("2026-01-14", false)] {
            let said = told(try diff([number, Edit("packs.md", "printed: 2026-01-05", "printed: \(day)")]))
            #expect(said.contains { $0.contains("print 'The box'") } == isStale, "\(day): \(said)")
        }
    }

    @Test func aStalePackNamesTheChapterInWhichItDiffers() throws {
        let said = told(try diff([Edit("checklists/flood.md", "Switch off the power", "Switch off all power")]))
        let box = try #require(said.first { $0.contains("print 'The box'") })
        #expect(box.contains("Flood"), "\(box)")
    }

    /// The register changes on every copy; what one of them holds from now on, on that one alone.
    @Test func aCopyThatHoldsLessIsPrintedAgainForItsChapters() throws {
        let said = told(
            try diff([Edit("packs.md", "{to: director, at: Office}", "{to: director, at: Office, private: false}")]))
        let box = try #require(said.first { $0.contains("print 'The box' again") }, "\(said)")
        #expect(box.contains("Contacts"), "\(box)")
    }

    /// Whoever prints by the list needs each chapter.
    @Test func allChaptersThatDifferAreNamed() throws {
        let everything = [Edit("packs.md", "include: [cover, contacts, checklists, messages]", "include: everything")]
        let said = told(
            try diff(
                [
                    Edit("plan.md", "title: Library continuity plan", "title: Library plan"),
                    Edit("roles.md", "title: Press officer", "title: Press"),
                ], from: everything))
        let box = try #require(said.first { $0.contains("print 'The box' again") }, "\(said)")
        #expect(box.contains("Messages") && box.contains("Contacts") && box.contains("Flood"), "\(box)")
    }

    // MARK: Promises

    @Test func aPromiseThatIsHardlyKeptIsAnAlarm() throws {
        let said = told(try diff([Edit("audiences.md", "inform-within: 4h", "inform-within: 65min")]))
        #expect(
            said.contains { $0.hasPrefix("deadlines changed !: Readers: left of the promised time: 3\u{A0}h → 5") },
            "\(said)")
    }

    @Test func aTextThatNobodyReadsForTheLawAnyMoreIsAnAlarm() throws {
        let reviewed = Edit("messages/staff-closed.md", "owner: director", "owner: director\nlegal-review: director")
        let said = told(try diff([Edit("messages/staff-closed.md", "\nlegal-review: director", "")], from: [reviewed]))
        #expect(said.contains { $0.hasPrefix("messages changed !: ") && $0.contains("legal") }, "\(said)")
    }

    // MARK: Findings

    @Test(arguments: ["exception", "rule"]) func aFindingThatIsHiddenIsNotSettled(by what: String) throws {
        let silencing =
            what == "rule"
            ? Edit("plan.md", "profiles: []", "profiles: []\nrules: {stale-contact: off}")
            : Edit("people.md", "  ada:", "  # planc: allow stale-contact: later\n  ada:")
        let old = Edit(
            "people.md", "private: [home]\n    verified: 2026-01-05", "private: [home]\n    verified: 2024-01-05")
        let diff = try diff([silencing], from: [old])
        #expect(diff.settled.isEmpty)
        #expect(!diff.hidden.isEmpty && diff.hidden.allSatisfy { !$0.isNew && $0.finding.rule == "stale-contact" })
        #expect(lines(diff).contains { $0.contains("no longer judged: ") && $0.contains("[stale-contact]") })
        if what == "exception" {
            #expect(told(diff).contains("plan added: new exception for 'stale-contact': later"), "\(told(diff))")
            #expect(diff.hidden.allSatisfy { $0.place.path == "example/people.md" && $0.place.line == 4 })
            // The line on the covers says so too.
            #expect(diff.pages.contains { $0.new?.contains("allowed by an exception") ?? false })
        }
        // And the way back.
        let back = PlanDiff(from: try examplePlan([old, silencing]), to: try examplePlan([old]))
        #expect(back.appeared.contains { $0.rule == "stale-contact" } && back.settled.isEmpty)
        if what == "exception" {
            #expect(told(back).contains("plan removed: exception for 'stale-contact' removed: later"))
        }
    }

    @Test func anExceptionThatComesWithItsFindingIsTold() throws {
        let diff = try diff([
            Edit("people.md", "  ada:", "  # planc: allow stale-contact: on leave\n  ada:"),
            Edit("people.md", "private: [home]\n    verified: 2026-01-05", "private: [home]\n    verified: 2024-01-05"),
        ])
        #expect(diff.hidden.map(\.isNew) == [true])
        #expect(lines(diff).contains { $0.contains("new, and not judged: ") && $0.contains("'on leave'") })
    }

    /// Nothing but a line on the covers says that a file is not read.
    @Test func whatTheCoversSayIsNotJudgedIsCompared() throws {
        let base = try examplePlan(adding: Self.packs)
        let head = try examplePlan(
            adding: Self.packs.merging(["notes.md": "A note without front matter.\n"]) { first, _ in first })
        let diff = PlanDiff(from: base, to: head)
        #expect(!diff.isEmpty)
        #expect(diff.pages.contains { $0.new?.contains("1 file not read") ?? false })
        #expect(told(diff).contains { $0.contains("print 'The box' again") })
    }

    // MARK: Places

    private func place(_ diff: PlanDiff, _ text: String) -> SourcePlace? {
        diff.changes.first { $0.text.english.contains(text) }.flatMap(diff.place(of:))
    }

    private func line(_ path: String, _ text: String) -> Int? {
        ExamplePlan.files[path]?.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains(text) }.map { $0 + 1 }
    }

    @Test func whatIsGoneIsWhereItStood() throws {
        let step = try diff([
            Edit("checklists/flood.md", "- [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)\n", "")
        ])
        let wanted = SourcePlace(
            path: "example/checklists/flood.md", line: try #require(line("checklists/flood.md", "Tell the staff")),
            isOfBase: true)
        #expect(place(step, "removed: ") == wanted)
        #expect(step.pages.first { $0.new == nil && $0.old?.contains("Tell the staff") ?? false }?.cause == wanted)
        let key = try diff([Edit("audiences.md", ", inform-within: 1h", "")])
        #expect(place(key, "inform-within")?.line == line("audiences.md", "  staff:"))
        #expect(place(key, "inform-within")?.path == "example/audiences.md")
    }

    @Test func aKeyIsAtItsOwnLine() throws {
        let number = try diff([Edit("people.md", "+44 7700 900002", "+44 7700 900222")])
        #expect(place(number, "Mobile phone")?.line == line("people.md", "900002"))
    }

    @Test func aTranslationIsInItsOwnFile() throws {
        let files = [
            "messages/ready.fr.md": """
            ---
            kind: message
            title: Où lire nos nouvelles
            subject: Où nous trouver
            translates: 0000000000000000
            ---

            ## Ce que vous pouvez faire

            Regardez notre site. Vos questions : {{ phone }}.
            """
        ]
        let french = [Edit("plan.md", "locales: [en]", "locales: [en, fr]")]
        let base = try examplePlan(french, adding: files)
        for (old, new) in [("Regardez notre site", "Consultez notre site"), ("Où lire", "Où trouver")] {
            let head = try examplePlan(french + [Edit("messages/ready.fr.md", old, new)], adding: files)
            let diff = PlanDiff(from: base, to: head)
            let change = try #require(diff.changes.first)
            #expect(diff.place(of: change)?.path == "example/messages/ready.fr.md", "\(told(diff))")
            #expect(diff.pages.allSatisfy { $0.cause?.path == "example/messages/ready.fr.md" })
        }
    }

    // MARK: Alarms

    @Test func whatGoesIsAnAlarm() throws {
        let affects = try diff([Edit("scenarios.md", "affects: [readers, staff]", "affects: [staff]")])
        #expect(
            told(affects).contains { $0.hasPrefix("plan changed !: Flood: audiences affected (affects): ") },
            "\(told(affects))")
        let distrusts = try diff(
            [Edit("scenarios.md", "    distrusts: [website]\n", "")],
            from: [Edit("scenarios.md", "    affects:", "    distrusts: [website]\n    affects:")])
        #expect(
            told(distrusts).contains { $0.hasPrefix("plan changed !: Flood: what cannot be trusted (distrusts): ") },
            "\(told(distrusts))")
    }

    @Test func whoActsForAPersonThatIsNotThereIsTold() throws {
        let said = told(
            try diff([Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, person:ada]")]))
        #expect(
            said.contains("reach changed !: Ada Marsh is not there in 'Flood': Ben Okoro acts as 'Director'"), "\(said)"
        )
    }

    @Test func aLinkToAnotherMessageIsToldByTheMessage() throws {
        let linked = [
            Edit(
                "checklists/flood.md", "Tell the staff: [](../messages/staff-closed.md)",
                "[Tell them](../messages/staff-closed.md)")
        ]
        let said = told(
            try diff(
                [
                    Edit(
                        "checklists/flood.md", "[Tell them](../messages/staff-closed.md)",
                        "[Tell them](../messages/reopened.md)")
                ],
                from: linked))
        #expect(
            said.contains {
                $0.hasPrefix("steps changed: Flood: 'Tell them' – sends: 'Staff: the library is closed' → ")
            },
            "\(said)")
    }

    @Test func aStepThatMovedToAnotherListIsOneLine() throws {
        let step = "- [ ] T0 @caretaker Switch off the power in the basement\n"
        let said = told(
            try diff([
                Edit("checklists/flood.md", step, ""),
                Edit("checklists/after.md", "- [ ] T+7d", step + "- [ ] T+7d"),
            ]))
        #expect(
            said.filter { $0.hasPrefix("steps") } == [
                "steps changed: Afterwards: 'Switch off the power in the basement' – moved here from 'Flood'"
            ])
    }

    @Test func whatTheLawAsksWithoutANumberIsSaid() throws {
        let files = CouncilDuty.files(deadline: "undue-delay")
        let edits = [CouncilDuty.carried, CouncilDuty.called]
        let said = told(
            try diff([Edit("obligations.md", "deadline: undue-delay", "deadline: 4h")], from: edits, adding: files))
        #expect(
            said.contains { $0.hasSuffix("time limit (stages › deadline): without undue delay → 4\u{A0}h") }, "\(said)")
        #expect(
            said.contains { $0.contains("Tell the council – first: margin: no number → 3\u{A0}h\u{A0}30") }, "\(said)")
    }

    // MARK: Words

    @Test func copiesAreSaidByTheirNumbers() throws {
        let said = told(
            try diff([
                Edit(
                    "packs.md", "      - {to: press, at: Front desk}\n",
                    "      - {to: press, at: Front desk}\n      - {to: caretaker, at: Cellar}\n")
            ]))
        #expect(
            said.contains { $0.hasSuffix("The box: copy 3: nothing → held by: Caretaker, place: Cellar") },
            "\(said)")
    }

    @Test func kindsHaveNoGenderInFrench() throws {
        let said = try told(
            [
                Edit("people.md", "  cleo:\n    name: Cleo Hart", "  clio:\n    name: Clio Harte"),
                Edit("roles.md", "cleo", "clio"),
            ],
            .french)
        #expect(said.contains { $0.contains("retrait\u{A0}: personne «\u{A0}Cleo Hart\u{A0}»") }, "\(said)")
    }

    // MARK: Comments

    @Test func alarmsOfALaterPlanAreReadBeforeTheRestOfTheFirst() throws {
        let quiet = try diff(
            ["name: ", "+44 7700 9000"].map { Edit("people.md", $0, $0 == "name: " ? "name: New " : "+44 7700 9007") }
                + ["roles.md", "channels.md", "audiences.md", "systems.md"].map { Edit($0, "title: ", "title: New ") }
                + [Edit("messages/readers-closed.md", " the ", " that ")])
        let loud = try diff([
            Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, website, sms-gateway]")
        ])
        let comment = PlanDiff.markdown([("a", quiet), ("b", quiet), ("c", loud)], language: .english)
        let later = comment.split(separator: "## c\n")[1]
        let open = String(later).split(separator: "<details>").first ?? ""
        #expect(open.contains("lose their last channel"), "\(comment)")
        let alarms = loud.changes.filter(\.isAlarm).count
        #expect(open.split(separator: "⚠️").count > alarms)
    }
}
