import PlancDocument
import PlancLowering
import PlancModel
import TestSupport
import Testing

@testable import PlancLayout

/// The front leaf and the tabs as they are printed, of every pack of both example plans, on both papers, in both sizes of print.
@Suite struct FrontLeafPagesTests {
    @Test func theStressSizeComesFromTheFont() throws {
        let typesetter = try #require(Typesetter())
        let size = typesetter.stressSize
        let font = try #require(
            typesetter.shape("x", .regular).first.map { typesetter.fonts[typesetter.words[$0].font] })
        #expect(size * font.xHeight / 1000 >= 7.2 && (size - 0.11) * font.xHeight / 1000 < 7.2)
        if font.postScriptName == "OpenSans" { #expect(size == 13.5) }
    }

    @Test(arguments: PackPagesTests.printings) func leafAndTabs(_ printing: PackPagesTests.Printing) throws {
        let plan = PackPagesTests.plans[printing.plan]
        var options = LoweringOptions()
        options.sections = [.packs]
        options.paper = printing.paper
        options.isLargePrint = printing.isLargePrint
        let typesetter = try #require(Typesetter())
        for pack in lower(plan, options) {
            guard case .leaf(let leaf)? = pack.document.blocks.first else { continue }
            var pages: [Page] = []
            let layout = Layout(pack.document, typesetter: typesetter, structure: Structure()) { pages.append($0) }
            #expect(!layout.leafOverflows, "\(pack.path)")
            let version = try #require(leaf.versions.first { $0.retreats == layout.retreats })
            #expect(pages.count > version.pages.count)
            expectType(pages[0], layout, typesetter, pack.path)
            expectTabs(pages, of: pack.document, layout, typesetter)
            expectNumbers(pages, typesetter, pack.path)
        }
    }

    /// The digits of every number to dial are a tenth of an inch high, as letters are where they are read under stress.
    private func expectNumbers(_ pages: [Page], _ typesetter: Typesetter, _ path: String) {
        for page in pages {
            let areas = page.marks.compactMap { mark -> Mark.Area? in
                guard case .link(let area, .uri(let address), _, _) = mark, address.hasPrefix("tel:") else {
                    return nil
                }
                return area
            }
            for case .text(let text) in page.marks {
                let isDialled = areas.contains { area in
                    abs(area.x - text.x) < 1 && area.y < text.baseline && text.baseline < area.y + area.height
                }
                guard isDialled, let word = text.words.first else { continue }
                let font = typesetter.fonts[typesetter.words[Int(word)].font]
                #expect(
                    text.size * Double(font.capHeight) / 1000 >= 7.19,
                    "\(path), page \(page.number): \(text.size) pt")
            }
        }
    }

    /// Words of the front are large enough; what is small is the line above the title and the names of blanks, in grey, and what is
    /// below the sign to turn over.
    private func expectType(_ page: Page, _ layout: Layout, _ typesetter: Typesetter, _ path: String) {
        let texts = page.marks.compactMap { mark in
            if case .text(let text) = mark, text.element >= 0 { text } else { nil }
        }
        let turn = texts.first { $0.words.first.map { typesetter.words[Int($0)].text == "▸" } ?? false }?.baseline
        for text in texts where text.tone == .black && text.baseline < (turn ?? .infinity) - 1 {
            #expect(text.size >= layout.sheet.stress - 0.01, "\(path): \(text.size)")
        }
    }

    private func expectTabs(_ pages: [Page], of document: Document, _ layout: Layout, _ typesetter: Typesetter) {
        guard let edge = document.edge else { return }
        let tabs = EdgeTabs(edge, sheet: layout.sheet, typesetter: typesetter)
        let areas = edge.tabs.map { tabs.area($0) }.sorted { $0.y < $1.y }
        for (first, second) in zip(areas, areas.dropFirst()) { #expect(first.y + first.height < second.y) }
        let inside = layout.sheet.pageWidth - EdgeTabs.unprinted
        let begun = pages.flatMap { page in
            page.marks.compactMap { mark in if case .anchor(let name, _) = mark { (name, page) } else { nil } }
        }
        #expect(edge.tabs.contains { tab in begun.contains { $0.0 == tab.anchor } }, "\(document.id)")
        for tab in edge.tabs {
            guard let page = begun.first(where: { $0.0 == tab.anchor })?.1 else { continue }
            let area = tabs.area(tab)
            let digits = page.marks.compactMap { mark -> TextMark? in
                guard case .text(let text) = mark, text.x > area.x, text.element < 0 else { return nil }
                return text
            }
            #expect(digits.count == 1 && digits.allSatisfy { $0.x + $0.width <= inside }, "\(document.id) \(tab.label)")
            #expect(digits.map { typesetter.words[Int($0.words[0])].text } == [tab.label])
            for case .shape(.turned(let words, _, let y, let size, _, let width, _), let element) in page.marks {
                let name = words.map { typesetter.words[$0].text }.joined()
                #expect(!name.isEmpty && tab.title.hasPrefix(name) && size >= layout.sheet.furniture, "\(name)")
                #expect(y - width / 2 > area.y && y + width / 2 < area.y + area.height, "\(name) leaves its tab")
                #expect(element == Structure.artifact)
            }
        }
    }
}
