import PlancSource
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("été", 3), ("e\u{301}", 1), ("日本", 4), ("🚒", 2), ("👩‍🚒", 2), ("☎️", 2), ("\u{200B}", 0),
        ("ｶ", 1),
    ])
    func cells(_ text: String, _ width: Int) {
        #expect(displayWidth(of: text) == width)
    }
}
