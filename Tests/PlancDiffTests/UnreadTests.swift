import PlancDiagnostics
import PlancDriver
import PlancModel
import Testing

@testable import PlancDiff

/// A state with errors of reading: they are said first, and nothing is concluded from what they hide.
@Suite struct UnreadTests {
    private static let broken = [Edit("people.md", "people:\n", "people: [\n")]
    private static let misspelt = [Edit("roles.md", "holder: ada,", "holder: adda,")]

    private func diff(_ base: PlanState, _ head: PlanState) -> PlanDiff {
        PlanDiff(from: base, to: head, isReading: isRuleOfReading)
    }

    @Test func whatCannotBeReadIsNotGone() throws {
        let (whole, part) = (try examplePlan(), try examplePlan(Self.broken, isWhole: false))
        for (diff, side) in [(diff(whole, part), PlanDiff.Reported.Side.head), (diff(part, whole), .base)] {
            #expect(diff.isPartial && !diff.isEmpty)
            #expect(diff.unread.contains { $0.side == side && $0.place.path == "example/people.md" })
            #expect(!told(diff).contains { $0.contains("Ada Marsh") || $0.contains("person") }, "\(told(diff))")
            #expect(diff.pages.isEmpty && diff.addedPages.isEmpty && diff.removedPages.isEmpty && diff.settled.isEmpty)
            let text = diff.text(plan: "p", language: .english)
            #expect(text.hasPrefix("p\n\nErrors: what they touch is not compared\n"), "\(text)")
            #expect(text.contains("example/people.md:"))
        }
    }

    @Test func whatAnotherFileSaysIsToldAllTheSame() throws {
        let edits = Self.broken + [Edit("systems.md", "supplier: Northtel", "supplier: Southtel")]
        let said = told(diff(try examplePlan(), try examplePlan(edits, isWhole: false)))
        #expect(said == ["reach changed: Mobile network: supplier: Northtel → Southtel"])
    }

    /// The role that reads an apology is in the file that cannot be read.
    @Test func whatFollowsFromAnUnreadFileIsNoNewFinding() throws {
        let apology = [
            Edit("messages/staff-closed.md", "owner: director", "owner: director\nlegal-review: director"),
            Edit("messages/staff-closed.md", "Please stay", "We apologise. Please stay"),
        ]
        let broken = Edit("roles.md", "roles:\n", "roles: [\n")
        let diff = diff(try examplePlan(apology), try examplePlan(apology + [broken], isWhole: false))
        #expect(diff.isPartial)
        #expect(!diff.appeared.contains { $0.rule == "apology-unreviewed" }, "\(diff.appeared)")
    }

    @Test func aGuessIsNoNothing() throws {
        let diff = diff(try examplePlan(), try examplePlan(Self.misspelt, isWhole: false))
        #expect(!diff.isEmpty)
        #expect(diff.unread.map(\.rule) == ["unknown-person"])
    }

    /// An error that stands in the same file on both sides hides the same from both.
    @Test func aStandingErrorIsToldAndTheRestCompared() throws {
        let base = try examplePlan(Self.misspelt, isWhole: false)
        let head = try examplePlan(
            Self.misspelt + [Edit("systems.md", "supplier: Northtel", "supplier: Southtel")], isWhole: false)
        let diff = diff(base, head)
        #expect(!diff.isPartial)
        #expect(diff.unread.map(\.side) == [.base, .head])
        #expect(told(diff).contains("reach changed: Mobile network: supplier: Northtel → Southtel"))
    }
}
