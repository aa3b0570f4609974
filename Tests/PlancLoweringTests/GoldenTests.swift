import Foundation
import PlancLowering
import PlancText
import Testing

/// What the sample plan prints, as it was read and accepted. `PLANC_UPDATE=1 swift test` writes it anew, and fails.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/Texts")

    static let names = [
        "en/checklists/flood", "en/checklists/flood--press", "fr/checklists/flood", "en/contacts/flood", "en/contacts/call-tree",
        "en/contacts/wallet-cards", "en/messages/flood", "en/packs/binder",
    ]

    private static func file(_ name: String) -> URL {
        folder.appendingPathComponent(name.replacingOccurrences(of: "/", with: "-") + ".txt")
    }

    private static let printed: [String: String] = Dictionary(
        uniqueKeysWithValues: lower(SamplePlan.plan).map { ($0.path, String(decoding: emitText($0.document), as: UTF8.self)) })

    @Test(arguments: names) func printsWhatWasAccepted(_ name: String) throws {
        let text = try #require(Self.printed[name])
        let file = Self.file(name)
        guard ProcessInfo.processInfo.environment["PLANC_UPDATE"] == nil else {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) is written: read it, and run the tests again")
            return
        }
        let accepted = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(text.split(separator: "\n", omittingEmptySubsequences: false), accepted.split(separator: "\n", omittingEmptySubsequences: false))
            .enumerated().first { $0.element.0 != $0.element.1 }
        #expect(
            text == accepted, "\(name), line \((difference?.offset ?? 0) + 1): '\(difference?.element.0 ?? "")' was '\(difference?.element.1 ?? "")'")
    }

    @Test func noGoldenIsOrphaned() throws {
        let there = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        #expect(there == Self.names.map { Self.file($0).lastPathComponent }.sorted())
    }
}
