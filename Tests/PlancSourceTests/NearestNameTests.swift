import Testing

@testable import PlancSource

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("hodler", "holder"), ("deputys", "deputies"), ("Title", "title"), ("titel", "title"), ("chanels", "channels"),
        ("kind ", "kind"), ("organization", "organisation"),
    ]) func aSlipIsRecognised(_ written: String, _ meant: String) {
        let names = ["kind", "title", "holder", "deputies", "channels", "organisation"]
        #expect(nearestName(to: written, among: names) == meant)
    }

    @Test func withinAThirdOfTheNamesLength() {
        #expect(nearestName(to: "abcdef", among: ["abcdxy"]) == "abcdxy")
        #expect(nearestName(to: "abcdef", among: ["abcxyz"]) == nil)
        #expect(nearestName(to: "ab", among: ["ac"]) == "ac")
        #expect(nearestName(to: "ab", among: ["cd"]) == nil)
        #expect(nearestName(to: "xyz", among: []) == nil)
    }

    @Test func theNearestWinsAndAmongEqualsTheFirst() {
        #expect(nearestName(to: "paris-1", among: ["paris-33", "paris-2", "paris-3"]) == "paris-2")
        #expect(nearestName(to: "mobile", among: ["mobbile", "mobile"]) == "mobbile")
    }

    @Test func amongEqualsTheOneThatBeginsLikeIt() {
        #expect(nearestName(to: "rsi", among: ["dsi", "rssi"]) == "rssi")
        #expect(nearestName(to: "rsi", among: ["rssi", "dsi"]) == "rssi")
        #expect(nearestName(to: "Dirco", among: ["firco", "dirca", "dirno"]) == "dirca")
    }

    @Test(arguments: [("abc", "acb", 1), ("kitten", "sitting", 3), ("", "ab", 2), ("é", "e", 1), ("ca", "abc", 3)])
    func distanceCountsEditsOfOneCharacter(_ a: String, _ b: String, _ edits: Int) {
        #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars), atMost: 9) == edits)
        #expect(editDistance(Array(b.unicodeScalars), Array(a.unicodeScalars), atMost: 9) == edits)
    }

    @Test func distanceStopsAtItsLimit() {
        #expect(editDistance(Array("kitten".unicodeScalars), Array("sitting".unicodeScalars), atMost: 2) == 3)
    }
}
