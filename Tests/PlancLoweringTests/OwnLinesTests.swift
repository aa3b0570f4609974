import Testing

/// The line on the front leaf and the cards, to call when nobody answers.
@Suite struct OwnLinesTests {
    private func text(_ path: String, _ channels: String, clients: String = "hot") throws -> String {
        let list = try #require(TrueAtItsHourTests.files["channels.md"])
        let audiences = try #require(TrueAtItsHourTests.files["audiences.md"])
        let packs = try #require(TrueAtItsHourTests.files["packs.md"])
        let cards = "  cards: {title: Cards, for: [role:director], include: [wallet-cards]}\n  wall: "
        let end = "  desk: "
        #expect(list.contains(end))
        return TrueAtItsHourTests.text(
            path,
            changing: [
                "packs.md": packs.replacing("  wall: ", with: cards),
                "channels.md": list.replacing(end, with: channels + end),
                "audiences.md": audiences.replacing(
                    "channels: [mail, sms]}", with: "channels: [mail, sms, \(clients)]}"),
            ])
    }

    private let hot = "  hot: {title: Customer line, type: voice, address: \"+44 1632 960188\"}\n"
    private let crew = "  crew: {title: Crew line, type: voice, address: \"+44 1632 960199\"}\n"

    @Test func theCustomersLineIsNoneOfTheTeams() throws {
        let card = try text("en/packs/cards", hot + crew)
        #expect(card.contains("Crew line") && !card.contains("Customer line"))
        // Better that than none.
        #expect(try text("en/packs/cards", hot).contains("Customer line"))
    }

    @Test func aLineThatWorksEverywhereSaysSo() throws {
        let leaf = try text("en/packs/binder", hot + crew)
        #expect(leaf.contains("A line that works in every scenario: Crew line"), "\(leaf.prefix(2000))")
        #expect(!leaf.contains("works in most scenarios"))
    }
}
