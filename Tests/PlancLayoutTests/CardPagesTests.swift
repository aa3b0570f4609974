import PlancDocument
import TestSupport
import Testing

@testable import PlancLayout

@Suite struct CardPagesTests {
    private func titles(_ count: Int) throws -> (told: [String], all: [String]) {
        let cards = (1...count).map { Card(title: "Card \($0)", lines: [[.text("Somebody")]], footer: "Dairy") }
        let (pages, _, typesetter) = try FootnoteTests.pages([.cards(cards)])
        var result: (told: [String], all: [String]) = ([], [])
        for case .text(let text) in pages.flatMap(\.marks) {
            let words = text.words.map { typesetter.words[Int($0)].text }.joined()
            guard words.hasPrefix("Card ") else { continue }
            result.all.append(words)
            if text.element >= 0 { result.told.append(words) }
        }
        return result
    }

    /// A card more would be cut from a page of its own, or from beside an empty place: the first is printed twice.
    @Test func noCardStandsAlone() throws {
        let odd = try titles(9)
        #expect(odd.all.count == 10)
        #expect(odd.all.last == "Card 1")
        // Those who listen hear each once.
        #expect(odd.told.count == 9)
        #expect(try titles(8).all.count == 8)
        #expect(try titles(1).all == ["Card 1"])
    }
}
