import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@testable import PlancDiff

/// A change of the example plan's files: a piece of one file replaced, which must be there.
struct Edit {
    var path: String
    var old: String
    var new: String

    init(_ path: String, _ old: String, _ new: String) { (self.path, self.old, self.new) = (path, old, new) }
}

/// The example plan with edits made and files added.
///
/// - Parameter isWhole: no error of reading is expected.
func examplePlan(
    _ edits: [Edit] = [], adding files: [String: String] = [:], isWhole: Bool = true
) throws -> PlanState {
    var texts = ExamplePlan.files
    for (path, text) in files { texts[path] = text }
    for edit in edits {
        let text = try #require(texts[edit.path])
        let pieces = text.split(separator: edit.old, omittingEmptySubsequences: false)
        try #require(pieces.count > 1, "\(edit.old) is not in \(edit.path)")
        texts[edit.path] = pieces.joined(separator: edit.new)
    }
    let bytes = Dictionary(uniqueKeysWithValues: texts.map { ("example/" + $0, Array($1.utf8)) })
    let today = try #require(CalendarDate(iso: ExamplePlan.today))
    let loaded = load(["example"], in: MemoryWorld(bytes, today: today))
    let errors = loaded.findings.filter { $0.severity == .error }
    try #require(errors.isEmpty == isWhole, "\(errors.map(\.message.english))")
    let report = check(loaded, asOf: today)
    let scope = report.scopes["example"]
    return PlanState(
        plan: try #require(report.plans.first), findings: report.findings, sources: report.sources, folder: "example",
        notJudged: scope?.words, silenced: report.silenced,
        unreadFiles: Set(loaded.plans.flatMap(\.inventory).filter(\.isLeftUnread).map(\.path)),
        profiles: scope?.profiles ?? [])
}

/// What a reviewer is told, a line a change: `group kind !: text`, the mark for an alarm.
func told(_ diff: PlanDiff, _ language: Language = .english) -> [String] {
    PlanDiff.Group.allCases.flatMap { diff.changes(in: $0) }.map {
        "\($0.group.rawValue) \($0.kind.rawValue)\($0.isAlarm ? " !" : ""): \($0.text.text(language))"
    }
}

func told(_ edits: [Edit], _ language: Language = .english) throws -> [String] {
    told(PlanDiff(from: try examplePlan(), to: try examplePlan(edits)), language)
}

@Suite struct PlanDiffTests {
    @Test func whatDidNotChangeIsNotSaid() throws {
        #expect(try told([]) == [])
    }

    @Test func layoutOfTheSourceIsNoChange() throws {
        let edits = [
            Edit("people.md", "    name: Ada Marsh", "    # who founded it\n    name: \"Ada Marsh\""),
            Edit("checklists/flood.md", "@caretaker Switch off the power", "@caretaker Switch  off the power"),
        ]
        #expect(try told(edits) == [])
    }

    @Test func aNewHolderIsTold() throws {
        let edits = [Edit("roles.md", "holder: cleo, deputies: [ada]", "holder: ada, deputies: [cleo]")]
        #expect(
            try told(edits) == [
                "people changed: Caretaker: holder: Cleo Hart → Ada Marsh; deputies: Ada Marsh → Cleo Hart"
            ])
        #expect(
            try told(edits, .french)
                == [
                    "people changed: Caretaker\u{A0}: titulaire (holder)\u{A0}: Cleo Hart → Ada Marsh\u{A0}; suppléants (deputies)\u{A0}: Ada Marsh → Cleo Hart"
                ])
    }

    @Test func theLastDeputyLostIsAnAlarm() throws {
        let edits = [Edit("roles.md", "holder: cleo, deputies: [ada]", "holder: cleo")]
        #expect(
            try told(edits).filter { $0.hasPrefix("people") } == [
                "people changed !: Caretaker: deputies: Ada Marsh → nothing"
            ])
    }

    @Test func anotherIdIsARenameAndNothingElse() throws {
        let edits = [Edit("people.md", "  ada:", "  ada-marsh:"), Edit("roles.md", "ada", "ada-marsh")]
        #expect(try told(edits) == ["people renamed: person 'Ada Marsh' is now 'ada-marsh' (was 'ada')"])
    }

    @Test func aRenamedChannelIsARenameAndNothingElse() throws {
        let edits = [
            Edit("channels.md", "  site:", "  web-site:"),
            Edit("audiences.md", "text-message, site", "text-message, web-site"),
            Edit("messages/readers-closed.md", "[site, text-message]", "[web-site, text-message]"),
        ]
        #expect(try told(edits) == ["reach renamed: channel 'Website' is now 'web-site' (was 'site')"])
    }

    @Test func aNewTitleIsTold() throws {
        #expect(
            try told([Edit("roles.md", "title: Press officer", "title: Spokesperson")])
                == ["people changed: Spokesperson: title: Press officer → Spokesperson"])
    }

    @Test func aStepMovedInTimeIsTold() throws {
        let steps = try told([Edit("checklists/flood.md", "T0 @caretaker Switch", "T+10min @caretaker Switch")])
        #expect(steps == ["steps changed: Flood: 'Switch off the power in the basement' – when: T0 → T+10\u{A0}min"])
    }

    @Test func aStepGivenToAnotherRoleIsTold() throws {
        let steps = try told([Edit("checklists/flood.md", "T0 @caretaker Switch", "T0 @press Switch")])
        #expect(
            steps == ["steps changed: Flood: 'Switch off the power in the basement' – who: Caretaker → Press officer"])
    }

    @Test func aStepThatNobodyDoesAnyMoreIsAnAlarm() throws {
        let steps = try told([Edit("checklists/flood.md", "T0 @caretaker Switch", "T0 Switch")])
        #expect(steps == ["steps changed !: Flood: 'Switch off the power in the basement' – who: Caretaker → nothing"])
    }

    @Test func stepsAddedAndRemovedAreTold() throws {
        let steps = try told([
            Edit(
                "checklists/flood.md", "- [ ] T0 @caretaker Switch off the power in the basement",
                "- [ ] T+5min @director Call the fire service")
        ])
        #expect(
            Set(steps) == [
                "steps removed: Flood: removed: T0 Switch off the power in the basement",
                "steps added: Flood: new: T+5\u{A0}min Call the fire service",
            ])
    }

    @Test func aStepInOtherWordsIsTheSameStep() throws {
        let steps = try told([
            Edit("checklists/flood.md", "Switch off the power in the basement", "Switch off all power in the basement")
        ])
        #expect(
            steps == [
                "steps changed: Flood: 'Switch off all power in the basement' – worded anew (was 'Switch off the power in the basement')"
            ])
    }

    @Test func stepsOfOneTimeThatChangePlacesAreTold() throws {
        let extra = "- [ ] T0 @caretaker Switch off the power in the basement"
        let base = try examplePlan([Edit("checklists/flood.md", extra, extra + "\n- [ ] T0 @press Close the doors")])
        let head = try examplePlan([Edit("checklists/flood.md", extra, "- [ ] T0 @press Close the doors\n" + extra)])
        let said = told(PlanDiff(from: base, to: head))
        #expect(
            said == ["steps changed: Flood: 'Switch off the power in the basement' – now after 'Close the doors'"])
    }

    @Test func whatAStepIsForIsTold() throws {
        let step = "- [ ] T0 @caretaker Switch off the power in the basement"
        let marked = Edit("checklists/flood.md", step, step.replacing("@caretaker", with: "@caretaker #safety"))
        let there = PlanDiff(from: try examplePlan(), to: try examplePlan([marked]))
        #expect(
            told(there) == ["steps changed: Flood: 'Switch off the power in the basement' – mark: nothing → #safety"])
        let back = PlanDiff(from: try examplePlan([marked]), to: try examplePlan())
        #expect(
            told(back) == ["steps changed: Flood: 'Switch off the power in the basement' – mark: #safety → nothing"])
        let place = try #require(back.changes.first.flatMap(back.place(of:)))
        #expect(place.line > 2, "at the step, not at the title")
    }

    @Test func anEmptyListIsNothing() throws {
        let said = try told([Edit("plan.md", "profiles: []\n", "")])
        #expect(said.contains { $0.hasSuffix("(profiles): nothing → not stated") }, "\(said)")
        let small = PlanDiff(
            from: try examplePlan([Edit("plan.md", "profiles: []", "profiles: small")]), to: try examplePlan())
        #expect(told(small).contains { $0.hasSuffix("(profiles): small organisation → nothing") })
    }

    /// What comes back later than it did cuts somebody off at that hour, though nothing is different at T0.
    @Test func whoIsCutOffLaterIsTold() throws {
        func plan(_ hours: String) throws -> PlanState {
            try examplePlan([
                Edit(
                    "scenarios.md", "disables: [mail-server]",
                    "disables: [mail-server, website, sms-gateway]\n    restores: {mail-server: \(hours), website: 2d, sms-gateway: 2d}"
                )
            ])
        }
        let said = told(PlanDiff(from: try plan("3h"), to: try plan("2d")))
        #expect(said.contains("reach changed !: 'Readers' lose their last channel in 'Flood' at T+3\u{A0}h"), "\(said)")
    }

    @Test func anAudienceThatLosesItsLastChannelIsTheFirstAlarm() throws {
        let said = try told([
            Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, website, sms-gateway]")
        ])
        #expect(said.first == "reach changed !: 'Readers' lose their last channel in 'Flood'")
        #expect(said.contains("reach changed !: 'Staff' lose their last channel in 'Flood'"))
        #expect(
            said.contains(
                "reach changed !: the message 'Readers: the library is closed' can no longer reach 'Readers' in 'Flood' at T+1\u{A0}h"
            ))
        #expect(
            said.contains(
                "plan changed: Flood: what fails (disables): Mail server → Mail server, Website, SMS gateway"
            ))
        let french = try told(
            [Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, website, sms-gateway]")], .french)
        #expect(
            french.first == "reach changed !: «\u{A0}Readers\u{A0}» perd son dernier canal dans «\u{A0}Flood\u{A0}»")
    }

    @Test func aRemovedChannelTakesItsAudienceAlong() throws {
        let withSMSOnly = [
            Edit(
                "audiences.md", "channels: [text-message, mail], inform-within: 1h",
                "channels: [text-message], inform-within: 1h")
        ]
        let base = try examplePlan(withSMSOnly)
        let head = try examplePlan([
            Edit(
                "audiences.md", "channels: [text-message, mail], inform-within: 1h",
                "channels: [mail], inform-within: 1h"),
            Edit("audiences.md", "[mail, text-message, site]", "[mail, site]"),
            Edit(
                "channels.md",
                "  text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: press, sender: LIBRARY}\n",
                ""),
            Edit("messages/staff-closed.md", "channels: [text-message]", "channels: [mail]"),
            Edit("messages/readers-closed.md", "channels: [site, text-message]", "channels: [site]"),
        ])
        let said = told(PlanDiff(from: base, to: head))
        #expect(said.contains("reach changed !: 'Staff' lose their last channel in 'Flood'"))
        #expect(said.contains("reach removed !: removed channel 'Text message'"))
        #expect(
            said.contains {
                $0.hasPrefix("messages changed: Staff: the library is closed: channels: Text message → E-mail")
            })
    }

    @Test func theMarginOfADeadlineIsToldAndALateOneIsAnAlarm() throws {
        let files = CouncilDuty.files()
        let edits = [CouncilDuty.carried, CouncilDuty.called]
        let base = try examplePlan(edits, adding: files)
        let later = try examplePlan(
            edits + [Edit("checklists/flood.md", "T+30min @director Call", "T+1h @director Call")], adding: files)
        #expect(
            told(PlanDiff(from: base, to: later)).filter { $0.hasPrefix("deadlines") }
                == ["deadlines changed: Tell the council – first: margin: 1\u{A0}h\u{A0}30 → 1\u{A0}h, in 'Flood'"])
        let late = try examplePlan(
            edits + [Edit("checklists/flood.md", "T+30min @director Call", "T+3h @director Call")], adding: files)
        #expect(
            told(PlanDiff(from: base, to: late)).filter { $0.hasPrefix("deadlines") }
                == [
                    "deadlines changed !: Tell the council – first: margin: 1\u{A0}h\u{A0}30 → 1\u{A0}h late, in 'Flood'"
                ])
    }

    @Test func aTranslationThatDidNotFollowIsAnAlarm() throws {
        let translation = [
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
        let base = try examplePlan(french, adding: translation)
        let head = try examplePlan(
            french + [Edit("messages/ready.md", "look at our website", "look at our notice board")], adding: translation
        )
        let said = told(PlanDiff(from: base, to: head))
        #expect(said.first == "messages changed !: Where our news will be: the text in French did not follow")
        let text = "messages changed: Where our news will be: text in English: '… look at our website. Your questions:"
        #expect(said.last?.hasPrefix(text) ?? false, "\(said)")
        #expect(said.count == 2)
    }

    @Test func privateNumbersAreMaskedUnlessAskedFor() throws {
        let edits = [
            Edit("people.md", "home: \"+44 1632 960001\"", "home: \"+44 1632 960777\""),
            Edit("people.md", "+44 7700 900002", "+44 7700 900222"),
        ]
        let said = try told(edits)
        #expect(
            said.contains("people changed: Ada Marsh: addresses › Home phone (reach): another value, which is private"))
        #expect(
            said.contains(
                "people changed: Ben Okoro: addresses › Mobile phone (reach): +44 7700 900002 → +44 7700 900222"))
        let open = PlanDiff(from: try examplePlan(), to: try examplePlan(edits), showsPrivateNumbers: true)
        #expect(
            told(open).contains(
                "people changed: Ada Marsh: addresses › Home phone (reach): +44 1632 960001 → +44 1632 960777"))
    }

    @Test func aNumberMadePrivateIsMaskedOnTheSideWhereItIs() throws {
        let base = try examplePlan()
        let head = try examplePlan([
            Edit("people.md", "private: [home]", "private: [home, mobile]"),
            Edit("people.md", "+44 7700 900001", "+44 7700 900111"),
        ])
        for diff in [PlanDiff(from: base, to: head), PlanDiff(from: head, to: base)] {
            let said = told(diff)
            #expect(said.contains { $0.contains("Mobile phone") }, "\(said)")
            #expect(!said.contains { $0.contains("900111") }, "\(said)")
        }
    }

    /// Nobody knows which copies were printed from the file of all: those are stale whoever holds them.
    @Test func copiesPrintedFromTheWholeFileAreStaleToo() throws {
        let files = [
            "checklists/late.md": """
            ---
            kind: checklist
            title: Late
            scenarios: flood
            phase: during
            ---

            - [ ] T+2h @director Look for a room
            - [ ] T+3h @director Call the insurer
            - [ ] T+4h @director Order fans
            - [ ] T+9h @director Write the report
            """,
            "packs.md": """
            ---
            kind: packs
            packs:
              box:
                title: The box
                for: [role:director]
                include: [cover, checklists]
                copies:
                  - {to: press, at: Reception desk}
                  - {to: director}
            ---
            """,
        ]
        let base = try examplePlan(adding: files)
        let head = try examplePlan([Edit("checklists/late.md", "the report", "a report")], adding: files)
        let said = told(PlanDiff(from: base, to: head)).filter { $0.hasPrefix("packs") }
        #expect(said.count == 1)
        #expect(
            said.first?.hasSuffix("; copies with: Director; and every copy that was printed from the whole file")
                == true,
            "\(said)")
    }

    @Test func aStalePackNamesItsHolders() throws {
        let files = [
            "packs.md": """
            ---
            kind: packs
            packs:
              box:
                title: The box
                for: [role:director]
                include: [contacts]
                printed: 2026-01-05
                copies:
                  - {to: caretaker, at: Reception desk}
                  - {to: director}
              letters:
                title: Letters
                for: [role:press]
                include: [messages]
            ---
            """
        ]
        let base = try examplePlan(adding: files)
        let head = try examplePlan([Edit("people.md", "+44 7700 900003", "+44 7700 900333")], adding: files)
        #expect(
            told(PlanDiff(from: base, to: head)).filter { $0.hasPrefix("packs") }
                == [
                    "packs changed: print 'The box' again (Contacts); copies with: Caretaker (Reception desk) and Director"
                ])
        let printed = try examplePlan(
            [
                Edit("people.md", "+44 7700 900003", "+44 7700 900333"),
                Edit("packs.md", "printed: 2026-01-05", "printed: 2026-01-14"),
            ],
            adding: files)
        #expect(!told(PlanDiff(from: base, to: printed)).contains { $0.hasPrefix("packs") })
    }

    @Test func theWayBackTellsTheOpposite() throws {
        let head = try examplePlan([
            Edit("scenarios.md", "disables: [mail-server]", "disables: [mail-server, website, sms-gateway]")
        ])
        let said = told(PlanDiff(from: head, to: try examplePlan()))
        #expect(said.contains("reach changed: 'Staff' can be reached again in 'Flood': Text message"))
        #expect(
            said.contains(
                "plan changed: Flood: what fails (disables): Mail server, Website, SMS gateway → Mail server"
            ))
        #expect(!said.contains { $0.contains("!") })
    }
}
