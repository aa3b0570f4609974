import PlancWords
import Testing

@Suite struct PostTests {
    @Test(arguments: [
        ("Bonjour", 7), ("été", 3), ("e\u{301}te\u{301}", 3), ("🔴", 2), ("👩🏽‍🚒", 2), ("🇫🇷", 2), ("1️⃣", 2), ("日本", 4),
        ("«a»—", 4),
        ("https://valmereau-info.example/point", 23), ("Voir https://a.fr.", 29), ("Voir valmereau.fr", 28),
        ("https:// seul", 13), ("écrire à a@b.example", 20), ("€", 2),
    ])
    func lengthsAsXCounts(text: String, length: Int) {
        #expect(postLength(text) == length)
    }

    @Test func aNetworkIsKnownByItsName() {
        #expect(PostLimit.named(in: "linkedin LinkedIn Valmereau").limit == 3000)
        #expect(PostLimit.named(in: "reseau Réseaux sociaux").network == "X")
        #expect(PostLimit.named(in: "Bluesky").length("🔴日") == 2)
    }

    @Test func aNotificationIsMeasuredInBytes() {
        #expect(pushLength("été") == (5, 3))
    }
}
