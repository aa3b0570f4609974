import Testing

@testable import PlancDiff

/// What goes by another id now: told only where there is no doubt which it is.
@Suite struct PairingTests {
    private func activities(_ ids: String...) -> [String: String] {
        let entries = ids.map { "  \($0): {title: Open the reading room, owner: director, mtpd: 1d, rto: 4h}\n" }
            .joined()
        return ["activities-more.md": "---\nkind: activities\nactivities:\n\(entries)---\n"]
    }

    private func renames(_ old: [String: String], _ new: [String: String]) throws -> [String] {
        let (base, head) = (try examplePlan(adding: old), try examplePlan(adding: new))
        return Pairing(base.plan, head.plan).renames.map { "\($0.old.id) → \($0.id)" }
    }

    @Test func oneForOneIsARename() throws {
        #expect(try renames(activities("room"), activities("reading")) == ["room → reading"])
        #expect(try renames(activities("room", "stays"), activities("reading", "stays")) == ["room → reading"])
    }

    @Test func ofSeveralNobodyKnows() throws {
        #expect(try renames(activities("room"), activities("reading", "hall")) == [])
        #expect(try renames(activities("room", "hall"), activities("reading")) == [])
    }
}
