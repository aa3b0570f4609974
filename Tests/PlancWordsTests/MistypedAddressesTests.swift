import PlancWords
import Testing

/// Addresses that lead nowhere as they are typed, and what is meant.
@Suite struct MistypedAddressesTests {
    @Test(arguments: [
        ("see https:// muster.de", "https://"), ("http:/muster.de", "http://"), ("https//muster.de", "https://"),
        ("htps://muster.de", "https://"), ("www.muster .fr", "www.muster.fr"), ("www .muster.fr", "www.muster.fr"),
        ("contact @muster.fr", "contact@muster.fr"), ("dpo@ muster.fr", "dpo@muster.fr"),
        ("01 99 00 00 1O", "01 99 00 00 10"), ("+49 30 23l25010", "49 30 23125010"),
    ])
    func isMistyped(_ text: String, _ better: String) {
        #expect(mistypedAddresses(in: Array(text.utf8)).map(\.better) == [better])
    }

    @Test(arguments: [
        "https://muster.de", "http://muster.de/a", "www.muster.fr", "www.muster.fr .", "Follow us: @muster.fr",
        "a@b.de",
        "2 of them @ 3 euros", "H2O, 10 litres", "room 100 O", "https is safer than http", "http:// is no address",
    ])
    func isOrdinary(_ text: String) { #expect(mistypedAddresses(in: Array(text.utf8)).isEmpty) }
}
