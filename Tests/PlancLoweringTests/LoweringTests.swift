import PlancDiagnostics
import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

@Suite struct LoweringTests {
    static let documents = lower(SamplePlan.plan)

    private func document(_ path: String, _ options: LoweringOptions = LoweringOptions()) throws -> Document {
        try #require(lower(SamplePlan.plan, options).first { $0.path == path }).document
    }

    private func text(_ document: Document) -> String { String(decoding: emitText(document), as: UTF8.self) }

    @Test func theDutyOfficersNumberIsAmongTheFirstLines() {
        let sheets = Self.documents.filter {
            $0.section == .contacts || ($0.section == .checklists && !$0.path.contains("--director"))
        }
        #expect(sheets.count > 10)
        for sheet in sheets {
            let head = text(sheet.document).split(separator: "\n").prefix(20).joined(separator: "\n")
            #expect(head.contains("07700 900001"), "\(sheet.path)")
        }
    }

    @Test func everyLinkLeadsToSomethingPrinted() {
        let byPath = Dictionary(uniqueKeysWithValues: Self.documents.map { ($0.path, $0.document) })
        var count = 0
        for lowered in Self.documents {
            let anchors = Set(lowered.document.blocks.flatMap(\.anchors))
            for run in lowered.document.purpose + lowered.document.blocks.flatMap(\.runs) {
                switch run.link {
                case .anchor(let name):
                    count += 1
                    #expect(anchors.contains(name), "\(lowered.path): #\(name)")
                case .document(let path, let anchor):
                    count += 1
                    let target = byPath["\(lowered.document.locale)/\(path)"]
                    #expect(target != nil, "\(lowered.path): \(path)")
                    if let anchor {
                        #expect(
                            target?.blocks.flatMap(\.anchors).contains(anchor) == true,
                            "\(lowered.path): \(path)#\(anchor)")
                    }
                case .uri, nil: break
                }
            }
        }
        #expect(count > 20)
    }

    @Test func anchorsAreUniqueInADocument() {
        for lowered in Self.documents {
            let anchors = lowered.document.blocks.flatMap(\.anchors)
            #expect(Set(anchors).count == anchors.count, "\(lowered.path)")
        }
        #expect(Self.documents.contains { $0.document.blocks.flatMap(\.anchors).count > 1 })
    }

    @Test func privateNumbersStayInside() throws {
        let inside = text(try document("en/packs/binder"))
        let outside = text(try document("en/packs/visitors"))
        #expect(inside.contains("01632 960001"))
        #expect(outside.contains("Ben Okoro"))
        #expect(!outside.contains("960001"))
    }

    @Test func packsForAudiencesTellOnlyWhatIsForThem() throws {
        let outside = text(try document("en/packs/visitors"))
        #expect(outside.contains("Readers: the library is closed"))
        #expect(!outside.contains("The library is flooded and closed. We do not know"))
    }

    @Test func whatIsDownIsNamedAndNotOffered() throws {
        let contacts = try document("en/contacts/flood")
        let mail = contacts.blocks.flatMap(\.runs).filter { $0.content == .text("ben@library.example") }
        #expect(!mail.isEmpty)
        #expect(mail.allSatisfy { $0.style.contains(.struck) && $0.link == nil })
        let everyday = try document("en/contacts/all").blocks.flatMap(\.runs).filter {
            $0.content == .text("ben@library.example")
        }
        #expect(everyday.allSatisfy { !$0.style.contains(.struck) && $0.link == .uri("mailto:ben@library.example") })
    }

    @Test func stepsOfAllListsStandByTime() throws {
        let steps = try document("en/checklists/flood").blocks.flatMap { block -> [StepRow] in
            if case .steps(let list) = block { list.steps } else { [] }
        }
        let during = steps.prefix(7).map(\.time).map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
        #expect(during == ["T0", "T+10 min", "T+20 min", "T+30 min", "T+45 min", "T+1 h", "T+48 h"])
        #expect(steps[2].detail.flatMap(\.runs).plainText.contains("Lending by hand"))
    }

    /// A checklist with a text in every place that takes one; their first letters are in the order of the alphabet.
    private static let alphabet = """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        Alpha before all.

        # Bravo

        Charlie below the title.

        ## Delta

        | Echo |
        |---|
        | Foxtrot |

        ## Golf

        Hotel above the steps.

        - [ ] T0 @caretaker India
          - [ ] Juliet
          - Kilo
          - [ ] Lima
          - Mike

          November below.

        ### Oscar

        - [ ] T+10min @director Papa

        ## Quebec

        Romeo.

        ***

        Sierra.
        """

    /// The text that stands in stages without steps, before and between steps, on the list and on a role's sheet.
    @Test func textsOfAListStandInTheirOrder() throws {
        let plan = SamplePlan.bound(SamplePlan.laid.merging(["checklists/flood.md": Self.alphabet]) { $1 })
        let printed = lower(plan)
        let words = [
            "Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliet", "Kilo", "Lima",
            "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo", "* * *", "Sierra",
        ]
        func places(_ path: String, _ words: [String]) throws -> [Int] {
            let document = try #require(printed.first { $0.path == path }).document
            let text = String(decoding: emitText(document), as: UTF8.self)
            return try words.map { word in
                text.distance(from: text.startIndex, to: try #require(text.firstRange(of: word), "\(word)").lowerBound)
            }
        }
        let all = try places("en/checklists/flood", words)
        #expect(all == all.sorted())
        // What introduces a stage is on the sheet of whoever has a step of it, or of a stage within it.
        let own = words.filter { !["India", "Juliet", "Kilo", "Lima", "Mike", "November"].contains($0) }
        let director = try places("en/checklists/flood--director", own)
        #expect(director == director.sorted())
    }

    /// A heading that says in which case steps are done is on every sheet that has one of them; others are on the list alone.
    @Test(arguments: [("Only if the brigade has left", true), ("Falls Daten fehlen", true), ("The day", false)])
    func aConditionIsOnTheSheetOfWhoeverHasItsSteps(_ heading: String, _ isPrinted: Bool) throws {
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "checklists/flood.md":
                    "---\nkind: checklist\ntitle: Flood\nscenarios: flood\nphase: during\n---\n\n## At once\n\n"
                    + "- [ ] T0 @caretaker Close the main tap\n\n## \(heading)\n\n- [ ] T+1h @press Open the doors\n"
            ]) { $1 })
        let document = try #require(lower(plan).first { $0.path == "en/checklists/flood--press" }).document
        let text = String(decoding: emitText(document), as: UTF8.self)
        #expect(text.contains(heading) == isPrinted)
    }

    /// A case holds for the steps of its own list, and is said beside those of them that are among the first actions.
    @Test func aConditionIsOfItsOwnStepsAlone() throws {
        func list(_ title: String, _ body: String) -> String {
            "---\nkind: checklist\ntitle: \(title)\nscenarios: flood\nphase: during\n---\n\n\(body)\n"
        }
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "checklists/flood.md": list(
                    "Flood",
                    "## At once\n\n- [ ] T0 @caretaker Close the main tap\n\n## Only if the cellar is wet\n\n"
                        + "- [ ] T+1h @press Open the doors\n- [ ] T+3h @press Close the doors"),
                "checklists/hand.md": list("By hand", "- [ ] T+2h @caretaker Fetch the slips"),
            ]) { $1 })
        let printed = lower(plan)
        let sheet = try #require(printed.first { $0.path == "en/checklists/flood" }).document
        let lines = String(decoding: emitText(sheet), as: UTF8.self).split(separator: "\n").map(String.init)
        func line(_ words: String) throws -> Int { try #require(lines.firstIndex { $0.contains(words) }, "\(words)") }
        let between = try lines[line("Open the doors")..<line("Fetch the slips")]
        #expect(between.contains { $0.contains("By hand") }, "\(lines)")
        let again = try lines[line("Fetch the slips")..<line("Close the doors")]
        #expect(again.contains { $0.contains("Only if the cellar is wet") }, "\(lines)")
        let scene = try #require(printings(of: plan, LoweringOptions()).first?.scenes.first)
        let actions = scene.firstFive.steps.map { scene.actionRow($0).text.plainText }
        #expect(actions.contains { $0.contains("Only if the cellar is wet: Open the doors") }, "\(actions)")
    }

    /// A case is named by when it is, too, and holds for the stages below its heading.
    @Test(arguments: ["Only at night", "At night", "Nur nachts", "Nachts", "La nuit", "Seulement le week-end"])
    func aCaseHoldsForTheStagesBelow(_ words: String) throws {
        let list = "## \(words)\n\n### Gate\n\n- [ ] T+1min @caretaker Wake the porter\n"
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "checklists/by-hand.md":
                    "---\nkind: checklist\ntitle: Nights\nscenarios: flood\nphase: during\n---\n\n\(list)"
            ]) { $1 })
        let scene = try #require(printings(of: plan, LoweringOptions()).first?.scenes.first)
        let actions = scene.firstFive.steps.map { scene.actionRow($0).text.plainText }
        #expect(actions.contains("\(words): Wake the porter"), "\(actions)")
        let sections = scene.sections(.during)
        let place = try #require(sections.firstIndex { $0.rows.contains { $0.text.plainText == "Wake the porter" } })
        #expect(sections[place].heading.plainText == "Nights · \(words) · Gate" && sections[place].rows.count == 1)
    }

    @Test func longListsPauseBeforeTheTenthStep() throws {
        let many = (0..<25).map { "- [ ] T+\($0)min @press Step \($0)" }.joined(separator: "\n")
        let plan = SamplePlan.bound([
            "checklists/flood.md":
                "---\nkind: checklist\ntitle: Flood\nscenarios: flood\nphase: during\n---\n\n\(many)\n"
        ])
        let sheet = try #require(lower(plan).first { $0.path == "en/checklists/flood" }).document
        let lists = sheet.blocks.compactMap { block -> Int? in
            if case .steps(let list) = block { list.steps.count } else { nil }
        }
        #expect(lists.prefix(3) == [8, 8, 9])
    }

    @Test func marksStandOnEveryPageAndInEveryMessage() throws {
        var options = LoweringOptions()
        options.isExercise = true
        options.isDraft = true
        var messages = 0
        for lowered in lower(SamplePlan.plan, options) {
            let isFrench = lowered.path.hasPrefix("fr")
            #expect(lowered.document.watermark == (isFrench ? "BROUILLON · EXERCICE" : "DRAFT · EXERCISE"))
            for block in lowered.document.blocks {
                guard case .message(let message) = block else { continue }
                #expect(message.template.contains(isFrench ? "EXERCICE" : "EXERCISE"), "\(message.identifier)")
                #expect(message.blocks.flatMap(\.runs).plainText.contains("EXERC"), "\(message.identifier)")
                messages += 1
            }
        }
        #expect(messages > 1)
    }

    @Test func copiesAreNumberedAndNamed() throws {
        var options = LoweringOptions()
        options.numbersCopies = true
        let packs = lower(SamplePlan.plan, options).filter { $0.path.hasPrefix("en/packs/binder") }
        #expect(packs.map(\.path) == ["en/packs/binder", "en/packs/binder--1", "en/packs/binder--2"])
        #expect(packs[2].document.stamp.copy == "copy 2 of 2 – Caretaker, Workshop")
        #expect(Set(packs.map(\.document.id)).count == 3)
    }

    @Test func noCodeToScanHoldsWhatACopyLeavesOut() throws {
        var options = LoweringOptions()
        options.numbersCopies = true
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "people.md": """
                ---
                kind: people
                people:
                  ada: {name: Ada Marsh, reach: {home: "+44 1632 960001"}, private: [home]}
                  ben: {name: Ben Okoro, reach: {mobile: "+44 7700 900002", mail: ben@library.example}}
                  cleo: {name: Cleo Hart, reach: {mobile: "+44 7700 900003"}}
                ---
                """,
                "packs.md": """
                ---
                kind: packs
                packs:
                  binder:
                    title: Binder
                    for: [role:director]
                    include: everything
                    copies: [{to: director, at: Office}, {to: director, at: Desk, private: false}]
                ---
                """,
            ]) { $1 })
        let packs = Dictionary(uniqueKeysWithValues: lower(plan, options).map { ($0.path, $0.document) })
        func payloads(_ name: String) throws -> [String] {
            try #require(packs["en/packs/\(name)"]).blocks.flatMap(\.payloads)
        }
        #expect(try payloads("binder--1").contains { $0.contains("1632960001") })
        #expect(try !payloads("binder--2").contains { $0.contains("960001") })
    }

    @Test func onlyWhatIsAskedForIsPrinted() {
        var options = LoweringOptions()
        options.locales = [Locale("fr")]
        options.sections = [.contacts]
        options.scenarios = []
        #expect(
            lower(SamplePlan.plan, options).map(\.path) == [
                "fr/contacts/all", "fr/contacts/wallet-cards", "fr/contacts/call-tree",
            ])
    }

    @Test func templatesKeepTheirFieldsAndPaperGetsBlanks() throws {
        let messages = try document("en/messages/flood").blocks.flatMap(\.parts).compactMap { block -> MessageText? in
            if case .message(let message) = block { message } else { nil }
        }
        let sms = try #require(messages.first { $0.identifier == "readers-closed.text-message" })
        #expect(sms.template.hasSuffix("News on our website at {{ next-time }}. Questions: {{ phone }}"))
        let blanks = sms.blocks.flatMap(\.runs).compactMap { run in
            if case .blank(let label, _) = run.content { label } else { nil }
        }
        #expect(blanks == ["Time of the next update", "Number for questions"])
        #expect(sms.measure == "1 part, 114 of 160 characters with the longest values")
    }

    @Test func nobodyCallsMoreThanTen() throws {
        let people = (0..<230).map {
            "  p\($0): {name: Person Number\($0), reach: {mobile: \"+44 7700 \(900_100 + $0)\"}}"
        }
        let roles = (0..<230).map {
            "  r\($0): {title: Role \($0), holder: p\($0), team: \($0 % 3 == 0 ? "technical" : "business")}"
        }
        let plan = SamplePlan.bound([
            "more-people.md": "---\nkind: people\npeople:\n\(people.joined(separator: "\n"))\n---\n",
            "more-roles.md": "---\nkind: roles\nroles:\n\(roles.joined(separator: "\n"))\n---\n",
        ])
        let scene = try #require(printings(of: plan, LoweringOptions()).first).everyday
        let root = try #require(CallTree(scene).root)
        func check(_ caller: CallTree.Caller) {
            #expect(caller.calls.count <= 10)
            caller.calls.forEach(check)
        }
        check(root)
        #expect(root.count == 233)
    }

    /// What was promised of the first news is no limit of the next.
    @Test func theLimitOfTheFirstNewsIsThatOfTheFirstMessage() throws {
        let list = SamplePlan.laid["checklists/flood.md"]!
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "checklists/flood.md": list + "\n- [ ] T+6h @press Tell them more: [](../messages/readers-again.md)\n",
                "messages/readers-again.md": ExamplePlan.files["messages/readers-closed.md"]!.replacing(
                    "Readers: the library is closed", with: "Readers: how it stands"),
            ]) { $1 })
        let scene = try #require(printings(of: plan, LoweringOptions()).first?.scenes.first)
        for (id, isFirst) in [("readers-closed", true), ("readers-again", false)] {
            let facts = scene.facts(of: try #require(plan.messages[id])).map(\.value.plainText)
            #expect(facts.contains { $0.contains("Readers: told within") } == isFirst, "\(id): \(facts)")
        }
    }

    /// Readers outside get their texts: nothing of who reads along, whom to call here, and how the plan is used.
    @Test func aPackForOutsidersTellsNothingOfTheInside() throws {
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "scenarios.md": SamplePlan.laid["scenarios.md"]!.replacing(
                    "title: {en: Flood", with: "title: {en: \"Flood, dark\""),
                "outside.md":
                    "---\nkind: packs\npacks:\n  texts: {title: Texts, for: [audience:readers], include: everything}\n"
                    + "  ours: {title: Ours, for: [audience:staff], include: everything}\n---\n",
            ]) { $1 })
        let printed = Dictionary(uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document.allWords) })
        let (outside, inside) = (try #require(printed["en/packs/texts"]), try #require(printed["en/packs/ours"]))
        for words in ["the attacker can read it", "How the library goes on"] {
            #expect(!outside.contains(words) && inside.contains(words), "\(words)")
        }
        #expect(outside.contains("Director") && !outside.contains("07700 90000"))
        #expect(outside.contains("The library is flooded"))
    }
}
