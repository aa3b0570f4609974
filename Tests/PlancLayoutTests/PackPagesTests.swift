import PlancDocument
import PlancDriver
import PlancLowering
import PlancModel
import TestSupport
import Testing

@testable import PlancLayout

/// Every pack of the example plans, in each of its locales, on both papers, in normal and large print.
@Suite struct PackPagesTests {
    struct Printing: CustomTestStringConvertible, Sendable {
        var plan: Int
        var paper: Document.Paper
        var isLargePrint: Bool

        var testDescription: String { "plan \(plan), \(paper.rawValue)\(isLargePrint ? ", large print" : "")" }
    }

    static let plans: [Plan] = load([packageFolder + "/Plans"], in: DiskWorld()).plans.compactMap(\.plan)

    static let printings: [Printing] = (0..<2).flatMap { plan in
        [Document.Paper.a4, .letter].flatMap { paper in
            [false, true].map { Printing(plan: plan, paper: paper, isLargePrint: $0) }
        }
    }

    @Test(arguments: printings) func everyPageCanBeRead(_ printing: Printing) throws {
        let plan = try #require(Self.plans.count == 2 ? Self.plans[printing.plan] : nil)
        var options = LoweringOptions()
        options.sections = [.packs]
        options.paper = printing.paper
        options.isLargePrint = printing.isLargePrint
        let packs = lower(plan, options)
        #expect(packs.count >= plan.packs.count)
        let typesetter = try #require(Typesetter())
        for pack in packs {
            var pages: [Page] = []
            let layout = Layout(pack.document, typesetter: typesetter, structure: Structure()) { pages.append($0) }
            for problem in PagePropertyTests.problems(pages, of: layout, typesetter) {
                Issue.record("\(pack.path), \(problem)")
            }
            for problem in Self.brokenNumbers(pages) { Issue.record("\(pack.path), \(problem)") }
        }
    }

    /// Numbers to dial that do not stand whole on a line.
    static func brokenNumbers(_ pages: [Page]) -> [String] {
        var seen: [Int32: Int] = [:]
        var found: [String] = []
        for page in pages {
            for case .link(_, .uri(let address), _, let element) in page.marks
            where address.hasPrefix("tel:") && element >= 0 {
                if seen.updateValue(page.number, forKey: element) != nil {
                    found.append("page \(page.number): \(address) is broken")
                }
            }
        }
        return found
    }
}
