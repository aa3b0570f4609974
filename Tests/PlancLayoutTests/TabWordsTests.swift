import PlancDocument
import TestSupport
import Testing

@testable import PlancLayout

/// What tabs say: the mark of a part always, its name where all of it has room, by the width that it has in its type.
@Suite struct TabWordsTests {
    private struct Said {
        var mark: TextMark
        var markText: String
        /// What is turned, and the room that it takes.
        var name: (text: String, size: Double, area: Mark.Area)?
        var tab: Mark.Area
    }

    private func said(
        _ title: String, label: String = "1", slots: Int = 9, isLeft: Bool = false, isCut: Bool = false,
        _ sheet: StyleSheet = StyleSheet(paper: .a4, isLargePrint: false)
    ) throws -> Said {
        let typesetter = try #require(Typesetter())
        let tab = Edge.Tab(label: label, title: title, anchor: "a", slot: 0, isSolid: true)
        let edge = EdgeTabs(
            Edge(slots: slots, shared: 6, tabs: [tab], isTwoSided: isLeft, isCut: isCut), sheet: sheet,
            typesetter: typesetter)
        let marks = edge.marks(tab, on: isLeft ? 2 : 1, isBehind: false)
        var result: Said?
        for case .text(let text) in marks {
            let words = text.words.map { typesetter.words[Int($0)].text }.joined()
            result = Said(mark: text, markText: words, tab: edge.area(tab, isLeft: isLeft))
        }
        for case .shape(.turned(let words, let x, let y, let size, let angle, let width, _), let element) in marks {
            #expect(element == Structure.artifact, "a repeat is not listened to")
            #expect(angle == (isLeft ? 90 : -90), "tops of letters to the edge")
            // The line with its accents above and its tails below, seen from the page.
            let foot = x + size * (isLeft ? 0.6 : -0.6)
            let top = x + size * (isLeft ? -0.6 : 0.6)
            result?.name = (
                words.map { typesetter.words[$0].text }.joined(), size,
                .init(x: min(foot, top), y: y - width / 2, width: abs(top - foot), height: width)
            )
        }
        return try #require(result)
    }

    @Test func aNameThatFitsIsThereInFull() throws {
        #expect(try said("Ransomware").name?.text == "Ransomware")
        #expect(try said("Data leak").name?.text == "Data leak")
    }

    /// Eighteen parts on one edge leave no room for names; a title that is too long has none anywhere.
    @Test func withoutRoomTheMarkStandsAlone() throws {
        let alone = try said("Ransomware", slots: 18)
        #expect(alone.name == nil && alone.markText == "1" && alone.mark.size == 20)
        let long = try said("Supplier of the customer file and of text messages attacked")
        #expect(long.name == nil && long.mark.size == 20)
        #expect(try said("").name == nil)
    }

    /// No count of characters: as many narrow letters as fit, and half as many wide ones.
    @Test func theWidthDecidesNotTheNumberOfCharacters() throws {
        #expect(try said(String(repeating: "il", count: 15)).name != nil)
        #expect(try said(String(repeating: "WM", count: 8)).name == nil)
    }

    /// Up to its first comma, "Place closed: fire, water or no access" is another scenario.
    @Test func aNameIsThereWholeOrNotAtAll() throws {
        #expect(try said("Ort geschlossen: Brand, Wasser oder kein Zutritt").name == nil)
        #expect(try said("Ransomware – files are locked on several computers").name == nil)
        #expect(try said("Files are locked on several computers of the company").name == nil)
    }

    /// Of any length, on either side, cut or not, in both prints: inside the tab, inside what printers print, off the cut, and beside
    /// the mark.
    @Test(arguments: [false, true], [false, true]) func nothingLeavesItsTab(_ isLeft: Bool, _ isLarge: Bool) throws {
        let letters = Array("Wil mÉgÄ")
        var named = 0
        for paper in [Document.Paper.a4, .letter] {
            let sheet = StyleSheet(paper: paper, isLargePrint: isLarge)
            for length in 1...40 {
                let title = "Ä" + String((0..<length).map { letters[($0 * 7 + length) % letters.count] }) + "g"
                for (label, slots, isCut) in [("1", 11, false), ("12", 18, true), ("D", 11, true)] {
                    let said = try said(title, label: label, slots: slots, isLeft: isLeft, isCut: isCut, sheet)
                    let edge = isLeft ? 0 : sheet.pageWidth
                    let cut = sheet.marginRight - 3 * StyleSheet.millimetre
                    #expect(said.markText == label && said.mark.size >= 15)
                    let mark = Mark.Area(
                        x: said.mark.x, y: said.tab.y, width: said.mark.width, height: said.tab.height)
                    for area in [mark] + (said.name.map { [$0.area] } ?? []) {
                        let reach = [abs(area.x - edge), abs(area.x + area.width - edge)].sorted()
                        #expect(reach[0] >= EdgeTabs.unprinted - 0.01 && reach[1] <= cut + 0.01, "\(title) \(label)")
                        #expect(area.y >= said.tab.y && area.y + area.height <= said.tab.y + said.tab.height)
                    }
                    guard let name = said.name else { continue }
                    named += 1
                    #expect(name.size >= sheet.furniture - 0.001)
                    let isBeside =
                        isLeft
                        ? name.area.x >= mark.x + mark.width - 0.01 : mark.x >= name.area.x + name.area.width - 0.01
                    #expect(isBeside, "\(title) lies on its mark")
                }
            }
        }
        #expect(named > 20)
    }

    /// Scenarios have longer tabs than what they share, those of one pack are where those of another are, and none meets the next.
    @Test(arguments: [8, 9, 11, 18, 24]) func tabsFollowOneAnother(_ slots: Int) throws {
        let typesetter = try #require(Typesetter())
        let tabs = (0..<slots).map {
            Edge.Tab(label: "\($0)", title: "", anchor: "\($0)", slot: $0, isSolid: $0 < slots - 6)
        }
        for paper in [Document.Paper.a4, .letter] {
            let sheet = StyleSheet(paper: paper, isLargePrint: false)
            let edge = EdgeTabs(Edge(slots: slots, shared: 6, tabs: tabs), sheet: sheet, typesetter: typesetter)
            let areas = tabs.map { edge.area($0) }
            for (first, second) in zip(areas, areas.dropFirst()) { #expect(first.y + first.height < second.y) }
            #expect(areas[0].y > 0 && areas[slots - 1].y + areas[slots - 1].height < sheet.pageHeight)
            #expect(areas[0].height >= areas[slots - 1].height - 0.01)
        }
    }
}
