import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// What belongs to all scenarios of a pack is told once in it, and nothing is lost by that.
@Suite struct SharedMessagesTests {
    static let plan = SamplePlan.bound(
        SamplePlan.laid.merging([
            "more.md": """
            ---
            kind: scenarios
            scenarios:
              fire: {title: Fire, disables: [sms-gateway], affects: [staff], activated-by: caretaker}
            ---
            """,
            "checklists/fire.md": """
            ---
            kind: checklist
            title: Fire
            scenarios: fire
            phase: during
            ---

            - [ ] T0 @caretaker Get everyone out
            - [ ] T+1h @director Call in the volunteers: [](../messages/volunteers.md)
            """,
            "checklists/flood-more.md": """
            ---
            kind: checklist
            title: More of the flood
            scenarios: flood
            phase: during
            ---

            - [ ] T+2h @director Call in the volunteers: [](../messages/volunteers.md)
            """,
            "messages/volunteers.md": """
            ---
            kind: message
            title: We need your hands
            audiences: staff
            scenarios: all
            phase: during
            channels: [text-message, mail]
            owner: director
            ---

            Please come and carry books. Next news at {{ next-time }}. Questions: {{ phone }}.
            """,
        ]) { $1 })

    private static let documents = Dictionary(uniqueKeysWithValues: lower(plan).map { ($0.path, $0.document) })

    private func messages(_ document: Document?) -> [MessageText] {
        document?.blocks.flatMap(\.parts).compactMap { if case .message(let message) = $0 { message } else { nil } }
            ?? []
    }

    @Test func everyTextOfTheScenariosIsInThePackOnce() {
        let pack = messages(Self.documents["en/packs/binder"]).map(\.template)
        let sheets = (messages(Self.documents["en/messages/flood"]) + messages(Self.documents["en/messages/fire"])).map(
            \.template)
        #expect(Set(pack) == Set(sheets))
        #expect(Set(pack).count == pack.count)
        #expect(sheets.count > pack.count)
    }

    @Test func eachScenarioPointsToIt() throws {
        let blocks = try #require(Self.documents["en/packs/binder"]).blocks
        #expect(blocks.flatMap(\.anchors).contains("all-message-volunteers"))
        let summaries = blocks.compactMap { block -> Table? in
            if case .table(let table) = block, table.summary == "Order of sending" { table } else { nil }
        }
        #expect(summaries.count == 1)
        for table in summaries {
            let runs = table.rows.flatMap { $0.cells.joined().flatMap(\.runs) }
            let pages = runs.compactMap { run in if case .page(let anchor, _, _) = run.content { anchor } else { nil } }
            #expect(pages.count == table.rows.count { !$0.isGroup })
            #expect(pages.contains("all-message-volunteers"))
        }
    }

    @Test func whatDiffersIsToldWithItsScenario() throws {
        let blocks = try #require(Self.documents["en/packs/binder"]).blocks.flatMap(\.parts)
        let place = try #require(blocks.firstIndex { $0.anchors == ["all-message-volunteers"] })
        let facts = blocks[place + 1].runs.plainText.replacing("\u{A0}", with: " ")
        #expect(blocks[place].runs.plainText.hasSuffix("We need your hands"))
        #expect(facts.contains("T+1 h – scenario 1") && facts.contains("T+2 h – scenario 2"))
        #expect(facts.contains("Text message – out of order – no time known in scenario 1"))
        #expect(facts.contains("E-mail – out of order – not back before T+8 h in scenario 2"))
    }

    @Test func aPackOfOneScenarioTellsThemOnceToo() throws {
        var options = LoweringOptions()
        options.scenarios = ["fire"]
        let pack = try #require(lower(Self.plan, options).first { $0.path == "en/packs/binder" }).document
        let anchors = pack.blocks.flatMap(\.anchors)
        #expect(anchors.count { $0.hasSuffix("message-volunteers") } == 1)
    }

    @Test func linksAndAnchorsHold() {
        var (links, pages) = (0, 0)
        for (path, document) in Self.documents where path.contains("/packs/") {
            let anchors = document.blocks.flatMap(\.anchors)
            #expect(Set(anchors).count == anchors.count, "\(path)")
            for run in document.blocks.flatMap(\.runs) {
                if case .anchor(let name)? = run.link {
                    #expect(anchors.contains(name), "\(path): #\(name)")
                    links += 1
                }
                if case .page(let name, nil, _) = run.content {
                    #expect(anchors.contains(name), "\(path): page of #\(name)")
                    pages += 1
                }
            }
        }
        #expect(links > 0 && pages > 0)
    }
}
