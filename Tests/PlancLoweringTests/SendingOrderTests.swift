import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// One order of sending for all scenarios of a pack breaks that of none of them.
@Suite struct SendingOrderTests {
    private static func message(_ id: String, phase: String = "during") -> String {
        """
        ---
        kind: message
        title: Text \(id)
        audiences: staff
        scenarios: all
        phase: \(phase)
        channels: [text-message]
        owner: director
        ---

        News of \(id) at {{ next-time }}. Questions: {{ phone }}.
        """
    }

    private static func list(_ scenario: String, _ sendings: [(time: String, message: String)]) -> String {
        "---\nkind: checklist\ntitle: Sendings\nscenarios: \(scenario)\nphase: during\n---\n\n"
            + sendings.map { "- [ ] \($0.time) @director Send [](../messages/\($0.message).md)\n" }.joined()
    }

    private static func files(
        _ flood: [(time: String, message: String)], _ fire: [(time: String, message: String)], after: Set<String> = []
    ) -> [String: String] {
        var files = SamplePlan.laid
        files["more.md"] =
            "---\nkind: scenarios\nscenarios:\n  fire: {title: Fire, affects: [staff], activated-by: caretaker}\n---\n"
        files["checklists/fire.md"] = list("fire", fire)
        files["checklists/flood-more.md"] = list("flood", flood)
        for id in Set((flood + fire).map(\.message)) {
            files["messages/\(id).md"] = message(id, phase: after.contains(id) ? "after" : "during")
        }
        return files
    }

    private func blocks(_ files: [String: String]) throws -> [Block] {
        try #require(lower(SamplePlan.bound(files)).first { $0.path == "en/packs/binder" }).document.blocks.flatMap(
            \.parts)
    }

    private func order(_ files: [String: String], of ids: [String]) throws -> [String] {
        for case .table(let table) in try blocks(files) where table.summary == "Order of sending" {
            let rows = table.rows.map { $0.cells.joined().flatMap(\.runs).plainText }
            return rows.flatMap { row in ids.filter { row.contains("Text \($0)") } }
        }
        Issue.record("no order of sending")
        return []
    }

    /// The recall leaves before the farms are told in the flood, though the fire tells the farms at the same hour.
    @Test func noScenariosOwnOrderIsBroken() throws {
        let files = Self.files(
            [("T+1h", "recall"), ("T+90min", "farms")], [("T+1h", "farms"), ("T+75min", "shops"), ("T+2h", "last")])
        #expect(try order(files, of: ["farms", "last", "recall", "shops"]) == ["recall", "farms", "shops", "last"])
    }

    /// Where two scenarios contradict each other, all messages are still there once.
    @Test func scenariosThatContradictEachOtherLoseNothing() throws {
        let files = Self.files(
            [("T+1h", "one"), ("T+2h", "two")], [("T+1h", "two"), ("T+3h", "one"), ("T+4h", "three")])
        #expect(try order(files, of: ["one", "two", "three"]) == ["one", "two", "three"])
    }

    /// A message for afterwards that a step of the crisis sends stands with those of the crisis.
    @Test func whatIsSentInMidCrisisIsNotUnderAfterwards() throws {
        let blocks = try blocks(Self.files([("T+3d", "letter")], [("T+1h", "note")], after: ["letter"]))
        func place(_ anchor: String) throws -> Int {
            try #require(blocks.firstIndex { $0.anchors == [anchor] }, "\(anchor)")
        }
        #expect(try place("all-messages-during") < place("all-message-letter"))
        #expect(try place("all-message-letter") < place("all-messages-after"))
    }
}
