import PlancDocument
import PlancModel
import PlancPDF
import TestSupport
import Testing

@testable import PlancDriver
@testable import PlancLowering

/// How often a pack has to be opened until something is found.
@Suite struct OpeningsTests {
    private func page(
        _ landmarks: Set<Landmark> = [], anchors: [String] = [], references: Set<String> = []
    ) -> FinishedPage {
        var page = FinishedPage()
        (page.landmarks, page.anchors, page.references) = (landmarks, anchors, references)
        return page
    }

    /// A leaf, eight pages of lists, and the message behind them.
    private func pages(last: FinishedPage, listed: Set<String> = []) -> [FinishedPage] {
        [page()]
            + (0..<8).map { place in
                page(place == 3 ? [.step("fire/list/0/0")] : [], references: place == 3 ? listed : [])
            } + [page(), last]
    }

    private func opened(_ turning: Turning, from view: Int, _ landmark: Landmark) -> Int? {
        let reached = turning.reached(from: view)
        return reached.nearest(turning.places(landmark)).flatMap { reached.openings[$0] }
    }

    @Test func pagesAreTurnedOneByOneWhereNothingLeadsThere() {
        let turning = Turning(pages(last: page([.text(of: "m")])), tabs: [])
        #expect(opened(turning, from: 4, .text(of: "m")) == 6)
        #expect(opened(turning, from: 4, .text(of: "other")) == nil)
    }

    @Test func aPrintedPageIsOneOpening() {
        let last = page([.text(of: "m")], anchors: ["message-m"])
        let turning = Turning(pages(last: last, listed: ["message-m"]), tabs: [])
        #expect(opened(turning, from: 4, .text(of: "m")) == 1)
        #expect(turning.reached(from: 4).way(to: 10) == [4, 10])
        // From elsewhere the way leads over the step.
        #expect(opened(turning, from: 3, .text(of: "m")) == 2)
    }

    @Test func aTabAndTheLeafAreOneOpeningFromEverywhere() {
        let turning = Turning(
            pages(last: page([.text(of: "m")], anchors: ["chapter-messages"])), tabs: ["chapter-messages"])
        for view in 0..<10 { #expect(opened(turning, from: view, .text(of: "m")) == 1) }
        #expect(turning.reached(from: 9).openings[0] == 1)
    }

    @Test func onTwoSidesTwoPagesAreSeenAtOnce() {
        let pages = pages(last: page([.text(of: "m")]))
        let turning = Turning(pages, tabs: [], isTwoSided: true)
        #expect(turning.views == [[1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11]])
        #expect(opened(turning, from: 2, .text(of: "m")) == 3)
        #expect(Turning(Array(pages.prefix(4)), tabs: [], isTwoSided: true).views == [[1], [2, 3], [4]])
    }

    private func pack(
        _ path: String, _ pages: [FinishedPage], role: String, at place: String, system: String? = nil
    ) -> TurnedPack {
        let need = StepNeeds.Need(kind: .text, landmark: .text(of: "m"), title: "Message", role: nil)
        let step = StepNeeds(
            scenario: "fire", scenarioTitle: "Fire", title: "Tell them", places: [.step("fire/list/0/0")],
            roles: ["press"], needs: [need])
        let use = PackUse(
            holders: [.init(role: role, place: place, system: system)], isFull: false, withholdsNumbers: false,
            isLargePrint: false, isTwoSided: false,
            tabs: [], tasks: [], steps: [step])
        return TurnedPack(path: path, locale: "en", use: use, pages: pages)
    }

    @Test func anotherPackAtTheSamePlaceIsTakenAndOneElsewhereIsNot() throws {
        let list = [page(), page([.step("fire/list/0/0")])]
        let texts = [page(references: ["message-m"]), page(), page([.text(of: "m")], anchors: ["message-m"])]
        func worst(_ place: String) -> Opening? {
            OpeningsCount(packs: [
                pack("en/packs/lists", list, role: "press", at: "Desk"),
                pack("en/packs/texts", texts, role: "lead", at: place),
            ]).counted()[0].steps.first
        }
        let near = try #require(worst("desk"))
        #expect((near.openings, near.packs, near.other) == (2, 2, "en/packs/texts"))
        #expect(near.pages == [1, 3])
        let far = try #require(worst("Home"))
        #expect(far.openings == nil)
        #expect(far.isTooFar)
        #expect(
            OpeningsReport([
                PackOpenings(path: "en/packs/lists", views: 2, cold: [], steps: [far], searched: 1)
            ]).warnings.map(\.english) == [
                "warning[too-far-to-turn]: en/packs/lists: a text in a step, 'Message', 'Tell them', 'Fire' is in none of the packs at that place"
            ])
    }

    /// Of a build of some packs, nobody knows what lies beside them.
    @Test func packsThatAreNotPrintedMayHaveIt() throws {
        let list = [page(), page([.step("fire/list/0/0")])]
        func steps(isPartial: Bool) -> [Opening] {
            let packs = [pack("en/packs/lists", list, role: "press", at: "Desk")]
            return OpeningsCount(packs: packs, isPartial: isPartial).counted()[0].steps
        }
        #expect(steps(isPartial: false).map(\.openings) == [nil])
        #expect(steps(isPartial: true).isEmpty)
    }

    @Test func aPageSaidOfAnotherPackIsOneOpening() throws {
        var list = page([.step("fire/list/0/0")])
        list.elsewhere = [("packs/texts", "message-m")]
        let texts = [page(), page(), page(), page([.text(of: "m")], anchors: ["message-m"])]
        let found = OpeningsCount(packs: [
            pack("en/packs/lists", [page(), list], role: "press", at: "Desk"),
            pack("en/packs/texts", texts, role: "press", at: "Desk"),
        ]).counted()[0].steps.first
        #expect(found?.openings == 1)
        #expect(found?.pages == [4])
    }

    /// The packs of both example plans serve: nothing is further away than a reader under stress can take.
    @Test(arguments: ["harbour-dairy", "valmereau"], [false, true])
    func nothingIsTooFarInThePacksOfTheRepository(_ name: String, isByCopy: Bool) throws {
        let today = try #require(CalendarDate(iso: "2026-11-21"))
        let report = check(load([packageFolder + "/Plans"], in: DiskWorld()), asOf: today)
        let plan = try #require(report.plans.first { $0.name == name })
        var options = BuildOptions()
        options.parts = [.packs]
        options.formats = [.pdf]
        options.lowering.numbersCopies = isByCopy
        let compiled = compile(plan, options)
        #expect(!compiled.openings.isEmpty)
        #expect(compiled.openings.reduce(0) { $0 + $1.searched } > 30)
        #expect(OpeningsReport(compiled.openings).warnings.map(\.english) == [])
    }
}
