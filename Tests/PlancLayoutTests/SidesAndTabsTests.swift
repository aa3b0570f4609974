import PlancDocument
import TestSupport
import Testing

@testable import PlancLayout

/// Packs printed on both sides of a leaf, and tabs that are cut in steps.
@Suite struct SidesAndTabsTests {
    /// Three scenarios, the second of three pages, and a part that they share.
    private static let anchors = ["one", "two", "three", "shared"]

    private func laid(isTwoSided: Bool, isCut: Bool) throws -> (pages: [Page], edge: EdgeTabs, tabs: [Edge.Tab]) {
        let tabs = Self.anchors.enumerated().map { place, anchor in
            Edge.Tab(label: "\(place + 1)", title: anchor, anchor: anchor, slot: place, isSolid: anchor != "shared")
        }
        let edge = Edge(slots: 8, tabs: tabs, isTwoSided: isTwoSided, isCut: isCut, notes: "Notes")
        var blocks: [Block] = [.paragraph([.text("The front")], .body)]
        for anchor in Self.anchors {
            blocks += [.pageBreak, .heading(level: 1, [.text(anchor)], anchor: anchor)]
            if anchor == "two" { blocks += [.writingLines(20), .pageBreak, .writingLines(20), .pageBreak] }
            blocks.append(.paragraph([.text("What it says")], .body))
        }
        var lottery = DocumentLottery(seed: 1)
        var document = lottery.document(paper: .a4, isLargePrint: false)
        (document.title, document.purpose, document.blocks, document.edge) = ("Pack", [], blocks, edge)
        let typesetter = try #require(Typesetter())
        var pages: [Page] = []
        let layout = Layout(document, typesetter: typesetter, structure: Structure()) { pages.append($0) }
        for problem in PagePropertyTests.problems(pages, of: layout, typesetter) { Issue.record("\(problem)") }
        return (pages, EdgeTabs(edge, sheet: layout.sheet, typesetter: typesetter), tabs)
    }

    private func page(of anchor: String, in pages: [Page]) -> Int? {
        pages.first { page in
            page.marks.contains { if case .anchor(anchor, _) = $0 { true } else { false } }
        }?.number
    }

    /// Frames of tabs, without the lines where the edge is cut.
    private func frames(_ page: Page) -> [Mark.Area] {
        page.marks.compactMap { mark in
            guard case .shape(.rectangle(let area, _, _, _), _) = mark else { return nil }
            return area.x == 0 || area.x + area.width == page.width ? area : nil
        }
    }

    private func cuts(_ page: Page) -> [(x1: Double, y1: Double, x2: Double, y2: Double)] {
        page.marks.compactMap { mark in
            guard case .shape(.line(let x1, let y1, let x2, let y2, let stroke), _) = mark, stroke.isDashed else {
                return nil
            }
            return (x1, y1, x2, y2)
        }
    }

    @Test func onOneSideNothingIsFilledUp() throws {
        let pages = try laid(isTwoSided: false, isCut: false).pages
        #expect(Self.anchors.map { page(of: $0, in: pages) } == [2, 3, 6, 7])
        #expect(pages.allSatisfy { cuts($0).isEmpty })
        #expect(pages.dropFirst().allSatisfy { frames($0).map { $0.x + $0.width } == [$0.width] })
    }

    /// The front is a page on the right; a scenario follows on the left, the shared part wherever it comes.
    @Test func onTwoSidesAScenarioOpensOnTheLeft() throws {
        let (pages, edge, _) = try laid(isTwoSided: true, isCut: false)
        let opened = Self.anchors.compactMap { page(of: $0, in: pages) }
        #expect(opened == [2, 4, 8, 9])
        for page in pages.dropFirst() {
            #expect(frames(page).map(\.x) == [page.number.isMultiple(of: 2) ? 0 : page.width - edge.depth])
        }
        // The page between two scenarios is one of notes, of the scenario that it ends.
        for number in [3, 7] {
            let lines = pages[number - 1].marks.count { mark in
                guard case .shape(.line(let x1, let y1, let x2, let y2, _), _) = mark else { return false }
                return y1 == y2 && x2 - x1 > 400
            }
            #expect(lines > 20, "page \(number)")
        }
    }

    /// A leaf is cut for one part: none begins on the back of another.
    @Test func whatIsCutBeginsOnALeafOfItsOwn() throws {
        let (pages, edge, tabs) = try laid(isTwoSided: true, isCut: true)
        let opened = Self.anchors.compactMap { page(of: $0, in: pages) }
        #expect(opened == [3, 5, 9, 11])
        #expect(cuts(pages[0]).map(\.y1) == [0], "the whole edge of the front")
        for (number, tab) in zip(opened, tabs) {
            let area = edge.area(tab)
            let lines = cuts(pages[number - 1])
            #expect(lines.count == 2)
            for line in lines {
                // Below the tab, above the next, and outside the text.
                #expect(line.y1 > area.y + area.height && line.y1 < area.y + area.height + EdgeTabs.between)
                #expect(min(line.x1, line.x2) >= pages[0].width - edge.cut - 0.01)
            }
        }
    }

    /// Type of nine points in a column of ten and a half stands as close as in a column of its own.
    @Test func smallTypeTakesTheLeadingOfSmallType() throws {
        let long = String(repeating: "what is known of a message ", count: 12)
        func height(_ run: Run) throws -> Double {
            let (pages, _, _) = try FootnoteTests.pages([.paragraph([run], .body), .paragraph([.text("end")], .body)])
            let lines = pages[0].marks.compactMap { mark -> Double? in
                if case .text(let text) = mark, text.element >= 0 { text.baseline } else { nil }
            }.reduce(into: [Double]()) { lines, line in if lines.last != line { lines.append(line) } }
            // The title, then the lines of the paragraph.
            return lines[2] - lines[1]
        }
        let sheet = StyleSheet(paper: .a4, isLargePrint: false)
        #expect(abs(try height(.text(long)) - sheet.body * sheet.leading) < 0.01)
        #expect(abs(try height(.text(long, .small)) - sheet.small * sheet.leading) < 0.01)
    }
}
