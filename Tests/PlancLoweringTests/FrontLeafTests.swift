import PlancAnalysis
import PlancDiagnostics
import PlancDocument
import PlancModel
import TestSupport
import Testing

@testable import PlancLowering

/// The first leaf of a pack for roles, and the first pages of its scenarios: what whoever opens it must find.
@Suite struct FrontLeafTests {
    /// A crisis team, two scenarios that share the first steps, seven steps at the time of the fifth in one of them.
    static let files = SamplePlan.laid.merging([
        "more.md": """
        ---
        kind: scenarios
        scenarios:
          fire: {title: Fire, short: Fire!, distrusts: [mail-server], disables: [sms-gateway], affects: [staff], activated-by: caretaker, danger: people, ends-when: {en: The fire brigade has left., fr: Les pompiers sont partis.}}
        ---
        """,
        "checklists/both.md": """
        ---
        kind: checklist
        title: Both
        scenarios: all
        phase: during
        ---

        - [ ] T0 @caretaker Look where the water or the smoke comes from
        - [ ] T+1min @director Open the log
        - [ ] T+4h @press Take out the paper registers
        """,
        "checklists/fire.md": """
        ---
        kind: checklist
        title: Fire
        scenarios: fire
        phase: during
        ---

        - [ ] T+2min @caretaker Get everyone out
        - [ ] T+3min @caretaker Close the doors
        - [ ] T+4min @director Tell the staff: [](../messages/out.md)
        - [ ] T+4min @press Answer the telephone
        - [ ] T+4min @caretaker Count the people
        - [ ] T+4min @director Call the owner of the house
        - [ ] T+9min @press Go home
        """,
        "messages/out.md": """
        ---
        kind: message
        title: Stay outside
        audiences: staff
        scenarios: fire
        phase: during
        channels: [text-message, mobile]
        owner: director
        approver: press
        ---

        Stay outside until {{ next-time }}. Questions: {{ phone }}.
        """,
        "insurer.md": """
        ---
        kind: people
        people:
          insurer: {name: Claims Desk, organisation: Quay Mutual, reach: {mobile: "+44 7700 900777"}, contract: QM-4471}
        ---
        """,
        "leaf-packs.md": """
        ---
        kind: packs
        packs:
          box:
            title: Box
            for: [role:director, role:press, role:caretaker]
            include: [cover, contacts, channels, checklists, messages, log-sheets]
            copies:
              - {to: press, at: Desk}
              - {to: director, at: Office}
              - {to: caretaker, at: Workshop, full: true}
          clock:
            title: Clock
            for: [role:director]
            include: [cover, checklists, timeline]
        ---
        """,
    ]) { $1 }

    private static let documents = documents(numbersCopies: true)

    private static func documents(numbersCopies: Bool) -> [String: Document] {
        var options = LoweringOptions()
        options.sections = [.packs]
        options.numbersCopies = numbersCopies
        return Dictionary(uniqueKeysWithValues: lower(SamplePlan.bound(files), options).map { ($0.path, $0.document) })
    }

    /// The place of a scenario in the plan, whatever pack it is in.
    private static func digit(_ id: String) -> String {
        String((SamplePlan.bound(files).scenarios.index(of: id) ?? -1) + 1)
    }

    private func document(_ name: String) throws -> Document { try #require(Self.documents["en/packs/\(name)"]) }

    private func leaf(_ document: Document) throws -> FrontLeaf {
        guard case .leaf(let leaf)? = document.blocks.first else {
            Issue.record("no leaf")
            throw CancellationError()
        }
        return leaf
    }

    @Test func everyScenarioIsOnItOnceWithItsDigitAndPage() throws {
        let document = try document("box")
        let edge = try #require(document.edge)
        let anchors = document.blocks.flatMap(\.anchors)
        for version in try leaf(document).versions {
            let runs = version.pages.joined().flatMap(\.runs)
            let pages = runs.compactMap { run in if case .page(let anchor, _, _) = run.content { anchor } else { nil } }
            for (id, title) in [("flood", "Flood"), ("fire", "Fire!")] {
                let digit = Self.digit(id)
                #expect(pages.count { $0 == "\(id)-opening" } == 1)
                #expect(anchors.contains("\(id)-opening"))
                #expect(runs.contains { $0.content == .text(title) && $0.link == .anchor("\(id)-opening") })
                #expect(edge.tabs.contains { $0.label == digit && $0.anchor == "\(id)-opening" && $0.isSolid })
            }
        }
    }

    private static func documents(of packs: String, _ more: [String: String] = [:]) -> [String: Document] {
        let files = Self.files.merging(more) { $1 }.merging(
            ["leaf-packs.md": "---\nkind: packs\npacks:\n\(packs)---\n"]) { $1 }
        var options = LoweringOptions()
        options.sections = [.packs]
        options.numbersCopies = true
        return Dictionary(uniqueKeysWithValues: lower(SamplePlan.bound(files), options).map { ($0.path, $0.document) })
    }

    /// What is printed from the file of all lacks nothing, whoever it is for.
    @Test func onlyWhatIsPrintedForEachSaysWhatItLacks() throws {
        func columns(_ document: Document) -> [String] {
            document.blocks.flatMap { block -> [Block] in
                if case .together(let inner) = block { inner } else { [block] }
            }
            .compactMap {
                if case .table(let table) = $0, table.summary == "Copies and their holders" { table } else { nil }
            }
            .flatMap { $0.columns.map(\.title.plainText) }
        }
        #expect(try columns(document("box")).contains("Missing"))
        let box = try #require(Self.documents(numbersCopies: false)["en/packs/box"])
        #expect(!columns(box).isEmpty)
        #expect(!columns(box).contains("Missing"))
    }

    /// Whoever sees what is in none of its scenarios is told so on the front, and whom to call.
    @Test func whatIsNotInItIsSaidOnTheFront() throws {
        let documents = Self.documents(
            of: """
                  box:
                    title: Box
                    for: [role:director]
                    include: [cover, checklists]
                    scenarios: [fire]
                    copies: [{to: director, at: Office}]

                """)
        let digit = Self.digit("flood")
        for (name, words) in [("box", "not in this pack"), ("box--1", "not in this copy")] {
            for version in try leaf(#require(documents["en/packs/\(name)"])).versions {
                let runs = version.pages[0].flatMap(\.all).flatMap(\.runs)
                let front = runs.plainText.replacing("\u{A0}", with: " ")
                let said = "Something else (\(digit)): \(words) – call Ada Marsh 07700 900001"
                #expect(front.contains(said), "\(front)")
            }
        }
        #expect(!(try leaf(document("box")).whole.flatMap(\.runs).plainText.contains("Something else")))
    }

    /// A screen has no back to turn to.
    @Test func onAScreenNothingIsOnTheBack() throws {
        let leaf = try leaf(document("box"))
        #expect(leaf.versions[0].pages[0].flatMap(\.runs).plainText.contains("On the back"))
        #expect(!leaf.whole.flatMap(\.runs).plainText.contains("On the back"))
    }

    /// Who cannot be dialled does not stand above who can.
    @Test func whoHasANumberStandsFirst() throws {
        let people = try #require(ExamplePlan.files["people.md"])
        let documents = Self.documents(
            of: """
                  box:
                    title: Box
                    for: [role:director]
                    include: [cover, checklists]
                    copies: [{to: director, at: Office, private: false}]

                """,
            ["people.md": people.replacing("mobile: \"+44 7700 900001\", ", with: "")])
        let said = call(try leaf(#require(documents["en/packs/box--1"])).versions[0])
        // The director's only number is private, and not in this copy.
        let places = ["Ben Okoro", "Ada Marsh"].compactMap { said.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 2 && places[0] < places[1], "\(said)")
    }

    @Test func everyDeputyIsInTheOrderOfCall() throws {
        let documents = Self.documents(
            of: "  texts: {title: Texts, for: [role:director], include: [cover, messages]}\n")
        let blocks = try #require(documents["en/packs/texts"]).blocks.flatMap(\.all)
        let tables = blocks.compactMap { block in
            if case .table(let table) = block, table.summary == "Order of call" { table } else { nil }
        }
        #expect(!tables.isEmpty)
        for table in tables {
            let said = table.rows.flatMap { $0.cells.joined().flatMap(\.runs) }.plainText
            // Three roles, each with a deputy.
            #expect(said.ranges(of: "No answer?").count == 3, "\(said)")
        }
    }

    /// A file without a number holds no more than the copy that may hold most.
    @Test(arguments: [false, true]) func whatNoCopyMayHoldIsInNoFile(_ isOpen: Bool) throws {
        let copies = "[{to: director, at: Office, private: false}, {to: press, at: Desk, private: \(isOpen)}]"
        let documents = Self.documents(
            of: """
                  box: {title: Box, for: [role:director, role:press], include: [cover, contacts], copies: \(copies)}

                """)
        let text = try #require(documents["en/packs/box"]).blocks.flatMap(\.all).flatMap(\.runs).plainText
        #expect(text.replacing("\u{A0}", with: " ").contains("01632 960001") == isOpen)
        #expect(text.contains("not in this copy") == !isOpen)
    }

    @Test func itSaysWhomToCallAndByWhatNotToWrite() throws {
        let blocks = try leaf(document("box")).whole.flatMap(\.all)
        let call = blocks.compactMap { block in
            if case .callout(let callout) = block, callout.kind == .call { callout } else { nil }
        }
        let plan = SamplePlan.bound(Self.files)
        let duty = try #require(plan.info.owner.flatMap { plan.roles[$0] })
        let names = duty.people.compactMap { plan.people[$0]?.name }
        let text = call.flatMap { $0.blocks.flatMap(\.runs) }.plainText
        var rest = text[...]
        for name in names {
            let found = try #require(rest.firstRange(of: name), "\(name)")
            rest = rest[found.upperBound...]
        }
        let stop = blocks.compactMap { block in
            if case .callout(let callout) = block, callout.kind == .stop { callout } else { nil }
        }
        let told = stop.flatMap { $0.blocks.flatMap(\.runs) }
        let mail = try #require(told.firstIndex { [$0].plainText.contains("E-mail") })
        #expect(told[mail + 1].content == .tab(Self.digit("fire")), "only the fire distrusts it")
        #expect(mail + 2 == told.count || ![told[mail + 2]].contains { $0.content == .tab(Self.digit("flood")) })
        #expect(!told.plainText.contains("Text message"), "what is only out of order is not there")
    }

    @Test func everyVersionHoldsTheSameTitlesAndNumbers() throws {
        func phones(_ version: FrontLeaf.Version) -> Set<String> {
            Set(version.pages.joined().flatMap(\.runs).filter { $0.style.contains(.phone) }.map { [$0].plainText })
        }
        let versions = try leaf(document("box")).versions
        #expect(versions.count > 3 && versions[0].retreats.isEmpty)
        let first = call(versions[0])
        for version in versions { #expect(call(version) == first) }
        #expect(!phones(versions[0]).isEmpty)
    }

    /// Whatever else leaves the front, what must not be used is the last; and nothing is said to be where it is not.
    @Test func whatMustNotBeUsedIsTheLastToLeaveTheFront() throws {
        func stops(_ page: [Block]) -> [Callout] {
            page.flatMap(\.all).compactMap { block in
                if case .callout(let callout) = block, callout.kind == .stop { callout } else { nil }
            }
        }
        let versions = try leaf(document("box")).versions
        let moved = try #require(versions.firstIndex { !stops($0.pages[0]).contains { !$0.blocks.isEmpty } })
        #expect(versions[..<moved].contains { $0.retreats.contains("What to note: on the back") })
        #expect(versions[..<moved].contains { $0.pages.count == 4 }, "a second leaf comes before")
        for version in versions {
            let front = try #require(stops(version.pages[0]).first)
            #expect(front.title.plainText.hasPrefix("STOP"))
            #expect(!front.blocks.isEmpty || stops(version.pages[1]).contains { !$0.blocks.isEmpty })
            let turn = version.pages[0].flatMap(\.runs).plainText
            let isRestOnBack = version.pages[1].flatMap(\.all).flatMap(\.anchors).contains("leaf-rest")
            let isSaid = ["On the back: where the rest is", "On the back: what to do first, where the rest is"].contains
            {
                turn.contains($0)
            }
            #expect(isSaid == isRestOnBack, "\(turn)")
        }
    }

    private func call(_ version: FrontLeaf.Version) -> String {
        for case .callout(let callout) in version.pages.joined().flatMap(\.all) where callout.kind == .call {
            return callout.blocks.flatMap(\.runs).plainText
        }
        return ""
    }

    @Test func theFirstActionsAreFiveAndThoseAtTheSameTime() throws {
        let blocks = try document("box").blocks.flatMap(\.all)
        let first = blocks.compactMap { block -> [String]? in
            guard case .steps(let list) = block, list.title == "First actions" else { return nil }
            return list.steps.map(\.text.plainText)
        }
        #expect(first.count == 2)
        let fire = try #require(first.first { $0.contains("Get everyone out") })
        #expect(fire.count == 7 && fire.last == "Count the people")
        let text = blocks.flatMap(\.runs).plainText
        #expect(text.contains("1 more at T+4"))
    }

    @Test func theTextForStaffHasItsApproval() throws {
        let blocks = try document("box").blocks
        let place = try #require(
            blocks.firstIndex { block in
                guard case .stress(let inner) = block else { return false }
                return inner.flatMap(\.all).flatMap(\.anchors).contains("fire-staff")
            })
        let runs = blocks[place].all.flatMap(\.runs).plainText
        #expect(runs.contains("Stay outside until") && runs.contains("Approved by"))
    }

    @Test func everyMessageIsInThePackOnce() throws {
        let document = try document("box")
        let headings = document.blocks.flatMap(\.all).flatMap(\.anchors).filter { $0.hasPrefix("all-message-") }
        #expect(Set(headings).count == headings.count && headings.contains("all-message-out"))
    }

    @Test func aCopyOfARoleHoldsItsOwnListsAndTexts() throws {
        let own = try document("box--1")
        let text = own.blocks.flatMap(\.all).flatMap(\.runs).plainText
        #expect(text.contains("Answer the telephone"))
        let list = own.blocks.drop { !$0.anchors.contains("fire-checklists") }
        #expect(!list.flatMap(\.all).flatMap(\.runs).plainText.contains("Close the doors"), "a step of another role")
        #expect(text.contains("Lists and texts of other roles. In copies 2 and 3"))
        // What must not be used is on the sheet itself, and on the first page of the scenario.
        let stops = own.blocks.flatMap(\.all).count { block in
            if case .callout(let callout) = block { callout.kind == .stop } else { false }
        }
        #expect(stops >= 4)
        for name in ["box--2", "box--3"] {
            #expect(try document(name).blocks.flatMap(\.all).flatMap(\.runs).plainText.contains("Close the doors"))
        }
    }

    @Test func whatIsDueHoursLaterIsNotWhatToDoFirst() throws {
        let lists = try leaf(document("box")).whole.flatMap(\.all).compactMap { block -> StepList? in
            if case .steps(let list) = block { list } else { nil }
        }
        #expect(lists.map(\.title) == ["You do not know which: do these first"])
        #expect(
            lists[0].steps.map(\.text.plainText) == ["Look where the water or the smoke comes from", "Open the log"])
    }

    @Test func dangerAndEndAreOnTheFirstPagesOfTheirScenarioAlone() throws {
        let blocks = try document("box").blocks.flatMap(\.all)
        let starts = blocks.indices.filter { blocks[$0].anchors.contains { $0.hasSuffix("-opening") } }
        #expect(starts.count == 2)
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : blocks.count
            let text = blocks[start..<end].flatMap(\.runs).plainText
            let isFire = blocks[start].anchors.contains("fire-opening")
            #expect(text.contains("People may be hurt") == isFire)
            #expect(text.contains("The fire brigade has left.") == isFire)
        }
    }

    /// By what the end is seen is there again when something longer has gone; and no page is named that it may not be on.
    @Test func whatHasRoomAgainComesBack() throws {
        let lines = try leaf(document("box")).versions.map(\.retreats)
        let words = "When it is over: at the start of each scenario"
        let gone = try #require(lines.firstIndex { $0.contains(words) })
        let more = try #require(lines.indices.first { $0 > gone && lines[$0] != lines[gone] })
        #expect(!lines[more].contains(words) && lines[more + 1] == lines[gone] + lines[more], "\(lines)")
        #expect(!lines.joined().contains { $0.contains("first page") })
    }

    @Test func everyCopyHasTheHelpFromOutside() throws {
        for name in ["box", "box--1", "box--2", "box--3"] {
            let blocks = try document(name).blocks.flatMap(\.all)
            #expect(blocks.flatMap(\.anchors).contains("all-outside"), "\(name)")
            let text = blocks.flatMap(\.runs).plainText.replacing("\u{A0}", with: " ")
            #expect(text.contains("Quay Mutual") && text.contains("QM-4471") && text.contains("7700 900777"), "\(name)")
        }
    }

    @Test func withoutFilesOfTheirOwnCopiesAreNotSaidToHaveThem() throws {
        let promise = "Each copy is printed from a file of its own"
        #expect(try document("box").blocks.flatMap(\.all).flatMap(\.runs).plainText.contains(promise))
        let alone = try #require(Self.documents(numbersCopies: false)["en/packs/box"])
        let text = alone.blocks.flatMap(\.all).flatMap(\.runs).plainText
        #expect(!text.contains(promise) && text.contains("A copy printed from this file holds everything."))
    }

    @Test func withoutDutiesOfTheLawNoPartIsNamedAfterThem() throws {
        func titles(_ document: Document) -> [String] {
            (document.edge?.tabs ?? []).filter { $0.label == "D" }.map(\.title)
        }
        #expect(try titles(document("binder")) == ["Legal duties"])
        #expect(try titles(document("clock")) == ["Timeline"])
    }

    @Test func linksAndAnchorsHold() {
        var count = 0
        for (path, document) in Self.documents {
            let anchors = document.blocks.flatMap(\.all).flatMap(\.anchors)
            #expect(Set(anchors).count == anchors.count, "\(path)")
            for run in document.blocks.flatMap(\.all).flatMap(\.runs) {
                if case .page(let name, nil, _) = run.content {
                    #expect(anchors.contains(name), "\(path): page of #\(name)")
                    count += 1
                }
            }
        }
        #expect(count > 20)
    }

    /// The list of a scenario goes on from its first page: with everybody's lists, a step is ticked in one place, with all that belongs
    /// to it, and the list says where it began. A copy of a role has its own list whole.
    @Test func aStepIsTickedInOnePlace() throws {
        func steps(_ name: String) throws -> [Landmark] {
            try document(name).blocks.flatMap(\.runs).flatMap(\.landmarks).filter {
                if case .step(let name) = $0 { name.hasPrefix("fire/") } else { false }
            }
        }
        let named = try steps("box")
        #expect(named.count > 8 && Set(named).count == named.count)
        let firstPages = try document("box").blocks.flatMap(\.runs).count { run in
            if case .page("fire-first", nil, _) = run.content { true } else { false }
        }
        #expect(firstPages == 1)
        let own = try steps("box--1")
        #expect(Set(own).count < own.count)
    }

    /// Everybody's place in the order of call is in the table of contacts; a pack without it has the order itself.
    @Test func theOrderOfCallIsToldOnce() throws {
        func orders(_ name: String) throws -> Int {
            try document(name).blocks.flatMap(\.anchors).count { $0.hasSuffix("order-of-call") }
        }
        #expect(try orders("box") == 0)
        #expect(try orders("clock") > 0)
    }

    /// A box stays with who ticks it, and with the room for the time.
    @Test func aBoxStaysWithItsWords() throws {
        let approvals = try document("box").blocks.flatMap(\.all).compactMap { block -> [Run]? in
            guard case .paragraph(let runs, _) = block, runs.plainText.contains("Approved by") else { return nil }
            return runs
        }
        #expect(!approvals.isEmpty)
        for runs in approvals {
            for (run, next) in zip(runs, runs.dropFirst()) where run.content == .tick {
                #expect([next].plainText.hasPrefix("\u{A0}"), "\(runs.plainText)")
            }
            for (run, next) in zip(runs, runs.dropFirst()) {
                if case .blank = next.content { #expect([run].plainText.hasSuffix("\u{A0}"), "\(runs.plainText)") }
            }
        }
    }
}

extension Block {
    /// The block, or those that it keeps together or sets large.
    fileprivate var all: [Block] {
        switch self {
        case .together(let blocks), .stress(let blocks): blocks.flatMap(\.all)
        case .leaf(let leaf): leaf.whole.flatMap(\.all)
        default: [self]
        }
    }
}
