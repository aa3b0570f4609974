import PlancModel
import Testing

@testable import PlancDiff

@Suite struct LengthTests {
    @Test(arguments: [
        (0, "0\u{A0}min"), (90, "1\u{A0}h\u{A0}30"), (1500, "25\u{A0}h"), (2880, "2\u{A0}days"),
        (5760 + 60, "4\u{A0}days\u{A0}1\u{A0}h"),
    ])
    func saysLengths(_ minutes: Int, _ said: String) {
        #expect(TimeAmount(minutes: minutes).phrase(beside: nil).english == said)
    }
}
