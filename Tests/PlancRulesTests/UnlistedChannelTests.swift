import Testing

@testable import PlancRules

@Suite struct UnlistedChannelTests {
    @Test(arguments: [
        ("fax", "fax of the office"), ("faxer", "fax"), ("zufaxen", "fax im sekretariat"),
        ("whatsapp", "groupe whatsapp"),
    ]) func isAChannel(_ name: String, _ title: String) { #expect(UnlistedChannel.isListed(name, among: [title])) }

    @Test(arguments: [("telegram", "tel 04"), ("faxer", "mail"), ("teams", "team of the shop")])
    func isNone(_ name: String, _ title: String) {
        #expect(!UnlistedChannel.isListed(name, among: [title]))
    }
}
