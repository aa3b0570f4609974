import Foundation
import PlancWords
import Testing

/// The message page counts in a script of its own. These are the same known answers as the browser's test of it reads.
@Suite struct CountingTests {
    static let lines: [[String]] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Browser/counting.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
    }()

    @Test func thereAreAnswers() { #expect(Self.lines.count > 20) }

    @Test(arguments: lines)
    func plancCountsAsThePageDoes(line: [String]) throws {
        try #require(line.count == 5)
        let text = try JSONDecoder().decode(String.self, from: Data(line[0].utf8))
        let sms = smsMeasure(text)
        #expect(
            [sms.segments, sms.units, postLength(text), speechSeconds(text)] == line.dropFirst().compactMap { Int($0) })
    }
}
