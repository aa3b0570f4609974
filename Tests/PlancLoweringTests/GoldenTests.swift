import Foundation
import PlancLowering
import PlancText
import TestSupport
import Testing

/// What the sample plan prints, as it was read and accepted.
@Suite struct GoldenTests {
    static let names = [
        "en/checklists/flood", "en/checklists/flood--press", "fr/checklists/flood", "en/contacts/flood",
        "en/contacts/call-tree",
        "en/contacts/wallet-cards", "en/messages/flood", "en/packs/binder",
    ]

    private static func file(_ name: String) -> String { name.replacing("/", with: "-") + ".txt" }

    private static let printed: [String: [UInt8]] = Dictionary(
        uniqueKeysWithValues: lower(SamplePlan.plan).map { ($0.path, emitText($0.document)) })

    @Test(arguments: names) func printsWhatWasAccepted(_ name: String) throws {
        expectGolden(try #require(Self.printed[name]), "Texts/" + Self.file(name))
    }

    @Test func noGoldenIsOrphaned() throws {
        let there = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/Tests/Fixtures/Texts")
        #expect(there.filter { $0.hasSuffix(".txt") }.sorted() == Self.names.map(Self.file).sorted())
    }
}
