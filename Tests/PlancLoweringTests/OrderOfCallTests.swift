import Testing

/// Who answers for a role is called in one order on every page: who has a number before who has none.
@Suite struct OrderOfCallTests {
    @Test(arguments: ["en/contacts/cut", "en/checklists/cut--director"])
    func whoHasNoNumberIsCalledLast(_ page: String) throws {
        let people = try #require(TrueAtItsHourTests.files["people.md"])
        let number = "ann: {name: Ann Smith, reach: {mobile: \"+44 7700 900001\"}"
        #expect(people.contains(number))
        // The desk is out in the scenario.
        let away = "ann: {name: Ann Smith, reach: {desk: \"+44 1632 960178\"}"
        let text = TrueAtItsHourTests.text(page, changing: ["people.md": people.replacing(number, with: away)])
        let bob = try #require(text.range(of: "Bob Jones"))
        let ann = try #require(text.range(of: "Ann Smith"))
        #expect(bob.lowerBound < ann.lowerBound, "\(text.prefix(1500))")
    }
}
