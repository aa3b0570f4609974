import PlancDocument
import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

@testable import PlancLowering

/// What is printed once for several scenarios holds in each of them, or says where it does not.
@Suite struct SharedPagesTests {
    /// A shop: in one scenario nothing is out, in the other a thief reads what goes by the mobile network.
    private static let shop: [String: String] = [
        "channels.md": """
        ---
        kind: channels
        channels:
          mobile: {title: Mobile, type: voice, depends-on: [net], operated-by: joe}
          text: {title: Text, type: sms, depends-on: [net], operated-by: till}
          land: {title: Land line, type: voice, operated-by: joe}
          tape: {title: Recorded news, type: hotline, address: "+44 1632 960199", two-way: false, operated-by: joe}
        ---
        """,
        "people.md": """
        ---
        kind: people
        people:
          joe: {name: Joe Field, reach: {mobile: "+44 7700 900001", land: "+44 1632 960001"}}
          ann: {name: Ann Field, reach: {mobile: "+44 7700 900002"}}
        ---
        """,
        "roles.md": """
        ---
        kind: roles
        roles:
          joe: {title: Owner, holder: joe, deputies: [ann]}
          till: {title: Till, holder: ann, deputies: [joe]}
          voice: {title: Voice, holder: joe}
        ---
        """,
        "audiences.md": """
        ---
        kind: audiences
        audiences:
          staff: {title: Staff, type: employees, channels: [text, land], inform-within: 1h}
          press: {title: Press, type: press, channels: [land]}
        ---
        """,
        "scenarios.md": """
        ---
        kind: scenarios
        scenarios:
          power: {title: No power, affects: [staff], activated-by: till}
          spy: {title: Thief, distrusts: [net], affects: [staff], activated-by: till}
        ---
        """,
        "list.md": """
        ---
        kind: checklist
        title: Both
        scenarios: all
        phase: during
        ---

        - [ ] T+20min @joe Close the door
        - [ ] T+30min @till [Tell](news.md)
        - [ ] T+3h @till [Tell again](news.md)
        - [ ] T+4h @voice [Answer the press](press.md)
        """,
        "fire.md": """
        ---
        kind: checklist
        title: Power
        scenarios: power
        phase: during
        ---

        - [ ] T0 @till Count everyone
        """,
        "after.md": """
        ---
        kind: checklist
        title: After
        scenarios: all
        phase: after
        ---

        - [ ] T+7d @till [Thank all](thanks.md)
        """,
        "news.md": SmallShop.message("Shop closed", "during"),
        "thanks.md": SmallShop.message("Thanks", "after"),
        "press.md": SmallShop.message("Answer", to: "press", "during", by: "land", owner: "till"),
        "packs.md": """
        ---
        kind: packs
        packs:
          all: {title: The folder, for: [role:joe, role:till], include: [everything]}
          forms: {title: Forms, for: [role:joe], include: [cover, media-log]}
          voice: {title: Voice, for: [role:voice], include: [cover, role-sheets, messages]}
        ---
        """,
    ]

    private static func documents(_ changes: [String: String] = [:]) throws -> [String: Document] {
        let files = SmallShop.files.merging(shop) { $1 }.merging(changes) { $1 }
        let bytes = Dictionary(uniqueKeysWithValues: files.map { ("shop/" + $0, Array($1.utf8)) })
        let loaded = load(["shop"], in: MemoryWorld(bytes, today: CalendarDate(iso: "2026-11-21")!))
        let plan = try #require(loaded.plans.first?.plan, "\(loaded.findings)")
        return Dictionary(uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document) })
    }

    /// Numbers to dial that are offered without a word, in the order of the page.
    private func unmarked(_ number: String, in runs: [Run]) -> Int {
        runs.indices.count { place in
            guard runs[place].style.contains(.phone), !runs[place].style.contains(.struck),
                [runs[place]].plainText.replacing("\u{A0}", with: " ") == number
            else { return false }
            return place + 1 >= runs.count || !CollectionOfOne(runs[place + 1]).plainText.contains("except")
        }
    }

    /// The blocks from a heading on to the next of the same level.
    private func chapter(_ anchor: String, of document: Document) throws -> [Block] {
        let start = try #require(
            document.blocks.firstIndex { if case .heading(1, _, anchor) = $0 { true } else { false } })
        let rest = document.blocks[(start + 1)...]
        return Array(rest.prefix { if case .heading(1, _, _) = $0 { false } else { true } })
    }

    @Test func whoIsCalledFirstIsCalledByWhatWorksInAll() throws {
        let pack = try #require(try Self.documents()["en/packs/all"])
        guard case .leaf(let leaf)? = pack.blocks.first else {
            Issue.record("no leaf")
            return
        }
        let words = leaf.versions[0].pages[0].flatMap(\.runs).plainText.replacing("\u{A0}", with: " ")
        #expect(words.contains("01632 960001"))
        #expect(!words.contains("07700 900001"))
        // Who has no other number is told with it, and where it is not to be dialled.
        #expect(words.contains("07700 900002 (except scenario 2)"))
    }

    @Test func aNumberThatFailsInOneScenarioSaysSoOnSharedPages() throws {
        let documents = try Self.documents()
        let pack = try #require(documents["en/packs/all"])
        let shared = try ["contacts", "channels"].flatMap { try chapter("chapter-\($0)", of: pack) }
        let sheets = ["en/contacts/wallet-cards", "en/contacts/call-tree"].compactMap { documents[$0] }.flatMap(
            \.blocks)
        #expect(sheets.count > 1)
        for number in ["07700 900001", "07700 900002"] {
            #expect(unmarked(number, in: shared.flatMap(\.runs)) == 0)
            #expect(unmarked(number, in: sheets.flatMap(\.runs)) == 0)
        }
        #expect(wordsOfAll(shared).contains("07700 900002 (except scenario 2)"))
    }

    @Test func theMarkInTheChartOfCallsIsExplained() throws {
        let note = "* Not always: the list below says when not."
        #expect(try Self.documents()["en/contacts/call-tree"]?.allWords.contains(note) == true)
        let calm = Self.shop["scenarios.md"]!.replacing("distrusts: [net], ", with: "")
        #expect(try Self.documents(["scenarios.md": calm])["en/contacts/call-tree"]?.allWords.contains("*") == false)
    }

    @Test func aLineThatOnlyAnnouncesIsNoLineToCall() throws {
        let documents = try Self.documents()
        #expect(documents["en/packs/all"]?.allWords.contains("A line that works") == false)
    }

    @Test func whatScenariosSendByDifferentWaysIsToldForEach() throws {
        let words = try #require(try Self.documents()["en/packs/all"]).allWords
        #expect(words.components(of: "→ by Text").count > 1)
        let part = try chapter("chapter-preparation", of: try #require(try Self.documents()["en/packs/all"]))
        let headings = part.compactMap { if case .heading(2, let runs, _) = $0 { runs.plainText } else { nil } }
        #expect(headings.count { $0.hasPrefix("Afterwards") } == 2, "\(headings)")
    }

    @Test func nothingIsToBeDoneFirstThatAScenarioBeginsBefore() throws {
        let first = "You do not know which"
        #expect(try Self.documents()["en/packs/all"]?.allWords.contains(first) == false)
        let later = Self.shop["fire.md"]!.replacing("T0 ", with: "T+20min ")
        #expect(try Self.documents(["fire.md": later])["en/packs/all"]?.allWords.contains(first) == true)
    }

    @Test func everySendingIsInTheOrderOfSending() throws {
        let documents = try Self.documents()
        let sheet = try #require(documents["en/messages/power"]).allWords
        #expect(sheet.contains("T+30 min\n") && sheet.contains("T+3 h\n"))
        #expect(documents["en/packs/all"]?.allWords.contains("T+30 min, T+3 h") == true)
    }

    @Test func whoeverSendsToThePressAnswersIt() throws {
        let words = try #require(try Self.documents()["en/packs/forms"]).allWords
        let place = try #require(words.range(of: "Answers the press\n"))
        #expect(words[place.upperBound...].hasPrefix("Voice"))
    }

    @Test func theSheetOfWhoActivatesSaysWhomToCall() throws {
        let words = try #require(try Self.documents()["en/checklists/power--till"]).allWords
        #expect(words.contains("Call first: Owner"))
    }

    @Test func aPackThatIsSomebodysOwnNamesWhatScenariosAreNotInIt() throws {
        let quiet = Self.shop["list.md"]!.replacing("scenarios: all", with: "scenarios: spy")
        let press = Self.shop["press.md"]!.replacing("scenarios: all", with: "scenarios: spy")
        let words = try #require(
            try Self.documents(["list.md": quiet, "press.md": press])["en/packs/voice"]
        ).allWords
        #expect(words.contains("Scenarios that ask nothing of this role: 1 No power"))
    }

    @Test func anAudienceIsToldWhenSomethingCanReachIt() throws {
        // By text alone, which nobody may use in the second scenario; the land line comes later.
        let news = SmallShop.message("Shop closed", "during", by: "text")
        let later = SmallShop.message("More", "during", by: "land")
        let list = Self.shop["list.md"]! + "\n- [ ] T+5h @till [More](later.md)\n"
        let documents = try Self.documents(["news.md": news, "later.md": later, "list.md": list])
        let part = try chapter("chapter-deadlines", of: try #require(documents["en/packs/all"]))
        let row = part.compactMap { block -> [String]? in
            guard case .table(let table) = block else { return nil }
            return table.rows.first { $0.cells.first.map { wordsOfAll($0) } == "Staff" }?.cells.map { wordsOfAll($0) }
        }.first
        #expect(row?[1] == "T+30 min")
        #expect(row?[2].hasPrefix("T+5 h") == true, "\(row ?? [])")
    }

    @Test func whoStandsInActsWhereTheHolderCannot() throws {
        let scenarios = Self.shop["scenarios.md"]!.replacing("distrusts: [net]", with: "disables: [\"person:ann\"]")
        let documents = try Self.documents(["scenarios.md": scenarios])
        let there = try #require(documents["en/checklists/power"]).allWords
        let away = try #require(documents["en/checklists/spy"]).allWords
        #expect(there.contains("Till\nAnn Field") && !there.contains("for Ann Field"))
        #expect(away.contains("Till\nJoe Field (for Ann Field)"))
    }

    @Test func whatNobodyWorksIsNotAmongWhatCanBeUsed() throws {
        let scenarios = Self.shop["scenarios.md"]!.replacing("distrusts: [net]", with: "disables: [\"person:ann\"]")
        let roles = Self.shop["roles.md"]!.replacing("\n---", with: "\n  solo: {title: Solo, holder: ann}\n---")
        let channels = Self.shop["channels.md"]!.replacing(
            "\n---", with: "\n  crier: {title: Town crier, type: in-person, operated-by: solo}\n---")
        let sheet = Self.shop["packs.md"]!.replacing(
            "  forms:", with: "  sheet: {title: Sheet, for: [role:joe], include: [channels]}\n  forms:")
        let documents = try Self.documents([
            "scenarios.md": scenarios, "roles.md": roles, "channels.md": channels, "packs.md": sheet,
        ])
        let blocks = try #require(documents["en/packs/sheet"]).blocks
        let rows = blocks.compactMap { if case .table(let table) = $0 { table.rows } else { nil } }
        // One table a scenario; where nobody can work it, it is told as that alone.
        let told = rows.map { table in
            table.enumerated().filter { wordsOfAll($0.element.cells.flatMap { $0 }).contains("Town crier") }.map {
                place, _ in
                wordsOfAll(table[..<place].last { $0.isGroup }?.cells.flatMap { $0 } ?? [])
            }
        }
        #expect(told.count == 2 && told[0].count == 1 && told[1].count == 1, "\(told)")
        #expect(told.first != told.last, "\(told)")
    }

    @Test func whatFallsDueFirstStandsFirst() throws {
        func duty(_ id: String, _ limit: String) -> String {
            "  \(id): {title: Law of \(limit), law: Article 1, authority: Office, "
                + "stages: [{name: notice, deadline: \(limit), from: awareness}]}\n"
        }
        let obligations = "---\nkind: obligations\nobligations:\n" + duty("slow", "72h") + duty("fast", "24h") + "---\n"
        let scenarios = Self.shop["scenarios.md"]!.replacing(
            "distrusts: [net]", with: "obligations: [slow, fast], starts: {awareness: T0}")
        let packs = Self.shop["packs.md"]!.replacing(
            "  forms:", with: "  duties: {title: Duties, for: [role:joe], include: [deadlines]}\n  forms:")
        let documents = try Self.documents([
            "obligations.md": obligations, "scenarios.md": scenarios, "packs.md": packs,
        ])
        let words = try #require(documents["en/packs/duties"]).allWords
        let (fast, slow) = (
            try #require(words.range(of: "Law of 24h")), try #require(words.range(of: "Law of 72h"))
        )
        #expect(fast.lowerBound < slow.lowerBound)
    }

    @Test func whatIsSentBeforeACrisisIsSentByWhoIsThereThen() throws {
        let scenarios = Self.shop["scenarios.md"]!.replacing("distrusts: [net]", with: "disables: [\"person:ann\"]")
        let before = SmallShop.message("Where our news will be", "before", by: "land")
        let list = Self.shop["after.md"]!.replacing("phase: after", with: "phase: before")
            .replacing("T+7d @till [Thank all](thanks.md)", with: "T-7d @till [Say it](before.md)")
        let documents = try Self.documents(["scenarios.md": scenarios, "before.md": before, "before-list.md": list])
        let words = try #require(documents["en/messages/spy"]).allWords
        let place = try #require(words.range(of: "T−7 d – Where our news will be"))
        let own = words[place.upperBound...].prefix(400)
        #expect(own.contains("Till – Ann Field"), "\(own)")
    }
}

extension String {
    fileprivate func components(of part: String) -> [Substring] {
        split(separator: part, omittingEmptySubsequences: false)
    }
}
