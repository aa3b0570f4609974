import PlancDiagnostics
import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// Who is offered to be called: by whose number everything begins, who is there at that hour, and who is called at all.
@Suite struct CalledFirstTests {
    /// The sample plan with other words in some of its files, kept by its press officer.
    private func plan(_ changes: [String: String] = [:]) throws -> Plan {
        let info = try #require(SamplePlan.laid["plan.md"])
        let own = ["plan.md": info.replacing("owner: director", with: "owner: press")]
        return SamplePlan.bound(SamplePlan.laid.merging(own) { $1 }.merging(changes) { $1 })
    }

    private func documents(_ plan: Plan) -> [String: Document] {
        Dictionary(uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document) })
    }

    private func list(_ steps: String) -> String {
        "---\nkind: checklist\ntitle: Flood\nscenarios: flood\nphase: during\n---\n\n\(steps)\n"
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

    /// Two of three scenarios are the director's.
    private var third: [String: String] {
        another.merging([
            "third.md":
                "---\nkind: scenarios\nscenarios:\n  storm: {title: Storm, affects: [staff], activated-by: director}\n---\n"
        ]) { $1 }
    }

    @Test func whoActivatesMostScenariosLeads() throws {
        for (changes, leader, name) in [
            ([:], "Director", "Ada Marsh"), (another, "Press officer", "Ben Okoro"), (third, "Director", "Ada Marsh"),
        ] {
            let plan = try plan(changes)
            let documents = documents(plan)
            guard case .leaf(let leaf)? = documents["en/packs/binder"]?.blocks.first else {
                Issue.record("no leaf")
                return
            }
            #expect(wordsOfAll(leaf.whole).contains("Call first: \(leader)"))
            let cards = documents["en/contacts/wallet-cards"]?.blocks.compactMap { block in
                if case .cards(let cards) = block { cards } else { nil }
            }
            let line = try #require(cards?.first?.first?.lines.first).plainText.replacing("\u{A0}", with: " ")
            #expect(line.contains(name) && line.contains(leader), "\(line)")
            let home = try #require(lowerHomePages(plan, LoweringOptions(), documents: [], files: []).first).page
            #expect(home.callers.first?.title == leader)
            #expect(documents["en/contacts/call-tree"]?.allWords.contains("\(name) calls") == true)
        }
    }

    /// At three in the morning nobody is offered who is there by day, without a word.
    @Test func officeHoursAreSaidBesideTheNumber() throws {
        let people = try #require(ExamplePlan.files["people.md"])
        let plan = try plan([
            "people.md": people.replacing("name: Ben Okoro", with: "name: Ben Okoro\n    hours: office")
        ])
        let words = "(office hours only)"
        let documents = documents(plan)
        guard case .leaf(let leaf)? = documents["en/packs/binder"]?.blocks.first else {
            Issue.record("no leaf")
            return
        }
        #expect(wordsOfAll(leaf.whole).contains("Ben Okoro  07700 900002 \(words)"))
        for path in ["en/contacts/flood", "en/contacts/call-tree", "en/checklists/flood"] {
            #expect(documents[path]?.allWords.contains("07700 900002 \(words)") == true, "\(path)")
        }
        let cards = documents["en/contacts/wallet-cards"]?.blocks.flatMap(\.runs).plainText.replacing(
            "\u{A0}", with: " ")
        #expect(cards?.contains("07700 900002 \(words) Ben Okoro") == true)
        #expect(documents["en/packs/binder"]?.allWords.contains("07700 900001 \(words)") == false)
    }

    /// Who has no hours of their own has those of their roles.
    @Test func theHoursOfARoleAreThoseOfItsPeople() throws {
        let roles = try #require(ExamplePlan.files["roles.md"])
        let some = roles.replacing("title: Caretaker,", with: "title: Caretaker, hours: office,")
        let said = "07700 900003 (office hours only)"
        #expect(documents(try plan(["roles.md": some]))["en/contacts/call-tree"]?.allWords.contains(said) == false)
        let both = some.replacing("title: Press officer,", with: "title: Press officer, hours: office,")
        let documents = documents(try plan(["roles.md": both]))
        #expect(documents["en/contacts/call-tree"]?.allWords.contains(said) == true)
        #expect(documents["en/contacts/all"]?.allWords.contains("Caretaker – office hours only") == true)
    }

    @Test func whoIsAwayIsSaidToBe() throws {
        let scenarios = try #require(SamplePlan.laid["scenarios.md"])
        let plan = try plan([
            "scenarios.md": scenarios.replacing(
                "disables: [mail-server]", with: "disables: [mail-server, \"person:ada\"]")
        ])
        let words = try #require(documents(plan)["en/contacts/flood"]).allWords
        #expect(words.contains("Ada Marsh – not there in this scenario"), "\(words)")
        #expect(!words.contains("no number works here"))
    }

    /// A role whose only step is part of another is called, too, on every page.
    @Test func whoHasAPartOfAStepIsCalled() throws {
        let steps =
            "- [ ] T0 @caretaker Switch off the power\n  - [ ] @press Count the books\n- [ ] T+30min @director Go"
        let hand = SamplePlan.laid["checklists/by-hand.md"]!.replacing("@press", with: "@director")
        let plan = try plan(["checklists/flood.md": list(steps), "checklists/by-hand.md": hand])
        let scene = try #require(printings(of: plan, LoweringOptions()).first?.scenes.first)
        #expect(scene.callOrderRoles.map(\.id) == ["director", "caretaker", "press"])
        #expect(scene.rolesInOrder.map(\.id) == ["director", "caretaker", "press"])
    }

    /// A call sign says by what it is called; what is cut out of a binder names scenarios, whose digits only the binder explains.
    @Test func whatStandsByItselfExplainsItself() throws {
        let people = try #require(ExamplePlan.files["people.md"])
        let channels = try #require(ExamplePlan.files["channels.md"])
        let scenarios = try #require(SamplePlan.laid["scenarios.md"])
        let plan = try plan(
            another.merging([
                "people.md": people.replacing("mail: cleo@library.example", with: "radio: Library 3"),
                "channels.md": channels.replacing(
                    "\n---", with: "\n  radio: {title: Hand radio, type: radio, operated-by: director}\n---"),
                "scenarios.md": scenarios.replacing(
                    "disables: [mail-server]", with: "disables: [mail-server, mobile-network]"),
                "more-packs.md": """
                ---
                kind: packs
                packs:
                  box: {title: Box, for: [role:director], include: [cover, contacts, checklists, wallet-cards]}
                ---
                """,
            ]) { $1 })
        let blocks = try #require(documents(plan)["en/packs/box"]).blocks.flatMap(\.parts)
        let cards = blocks.flatMap { block -> [Card] in if case .cards(let cards) = block { cards } else { [] } }
        let said = cards.flatMap(\.lines).map(\.plainText).joined(separator: "\n")
        #expect(said.contains("except Flood") && !said.contains("except scenario"), "\(said)")
        #expect(wordsOfAll(blocks).contains("Library 3 Hand radio"))
    }
}
