import Testing

@testable import PlancDiff

@Suite struct MaskingTests {
    @Test(arguments: [("+33 6 39 98 00 01", "+3••••01"), ("1234", "••••"), ("", "••••")])
    func hides(_ number: String, _ hidden: String) {
        #expect(masked(number) == hidden)
    }

    @Test(arguments: [(0, "0 min"), (90, "1 h 30 min"), (1500, "1 d 1 h"), (2881, "2 d 1 min")])
    func saysLengths(_ minutes: Int, _ said: String) {
        #expect(length(minutes).english == said)
    }
}
