import PlancDiagnostics
import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// Codes to scan: whom they call, which card they keep, which page they open, and where that does not hold.
@Suite struct ScanCodesTests {
    /// The payloads of a contact sheet's codes, with the words below each.
    private func codes(
        _ path: String, _ changes: [String: (String, String)] = [:], reader: String? = nil
    ) -> [(payload: String, caption: String)] {
        let texts = ExampleTexts.changed(changes)
        var options = LoweringOptions()
        options.reader = reader
        let document = lower(SamplePlan.bound(texts), options).first { $0.path == path }?.document
        return document?.blocks.flatMap(\.codes) ?? []
    }

    @Test func whoeverIsCalledFirstIsDialledAndKept() throws {
        let found = codes("en/packs/binder")
        try #require(found.count == 2, "the website has no address")
        #expect(found[0].payload == "tel:+447700900001" && found[0].caption == "Call Ada Marsh")
        let card = found[1].payload.split(separator: "\r\n").map(String.init)
        #expect(card.first == "BEGIN:VCARD" && card.last == "END:VCARD")
        #expect(card.contains("FN:Ada Marsh") && card.contains("TITLE:Director"))
        #expect(card.contains("TEL;TYPE=VOICE:+447700900001"))
        #expect(found[1].caption == "Keep the card of Ada Marsh")
    }

    @Test func aNumberThatIsOutIsNotDialled() {
        let found = codes(
            "en/packs/binder",
            ["scenarios.md": ("disables: [mail-server]", "disables: [mail-server, mobile-network]")])
        #expect(found.first?.payload == "tel:+441632960001", "the second number of the same person")
    }

    @Test func whereNobodyCanBeDialledThereIsNoCode() {
        let found = codes(
            "en/packs/binder",
            ["scenarios.md": ("disables: [mail-server]", "disables: [mail-server, mobile-network, landline]")])
        #expect(found.isEmpty)
    }

    @Test func thePageIsOneThatWorks() {
        let address = (
            "type: web, depends-on: [website]", "type: web, address: \"https://library.example\", depends-on: [website]"
        )
        let trusted = ("distrusts: [website]", "distrusts: [sms-gateway]")
        let found = codes("en/packs/binder", ["channels.md": address, "scenarios.md": trusted])
        #expect(found.last?.payload == "https://library.example" && found.last?.caption == "Website")
        // The attacker may forge it.
        #expect(!codes("en/packs/binder", ["channels.md": address]).contains { $0.payload.hasPrefix("https:") })
        let everywhere = codes("en/packs/binder", ["channels.md": address])
        #expect(!everywhere.contains { $0.payload.hasPrefix("https:") }, "it works in none of the scenarios")
    }

    @Test func whatHoldsOnlyInSomeScenariosSaysSo() {
        let found = codes(
            "en/packs/binder",
            [
                "scenarios.md": (
                    "scenarios:\n",
                    "scenarios:\n  dark: {title: Dark, disables: [mobile-network, landline], activated-by: director}\n  hot: {title: Hot, disables: [mail-server], activated-by: director}\n"
                )
            ])
        #expect(found.first?.caption.hasPrefix("Call Ada Marsh (except") == true, "\(found.map(\.caption))")
    }

    @Test func aLongCardIsLeftOut() {
        let found = codes(
            "en/packs/binder",
            ["people.md": ("name: Ada Marsh", "name: \(String(repeating: "Ada ", count: 50))Marsh")])
        #expect(found.map(\.payload) == ["tel:+447700900001"])
    }
}

/// The texts of the sample plan, with one passage of some of them changed.
enum ExampleTexts {
    static func changed(_ changes: [String: (String, String)]) -> [String: String] {
        var texts = SamplePlan.laid
        for (name, change) in changes {
            let text = texts[name] ?? ExamplePlan.files[name] ?? ""
            #expect(text.contains(change.0), "\(name) has no \(change.0)")
            texts[name] = text.replacing(change.0, with: change.1, maxReplacements: 1)
        }
        return texts
    }
}

extension Block {
    /// Its codes to scan, with their words.
    fileprivate var codes: [(payload: String, caption: String)] {
        switch self {
        case .qrCode(let payload, let caption): [(payload, caption.plainText)]
        case .together(let blocks), .stress(let blocks): blocks.flatMap(\.codes)
        case .table(let table): table.rows.flatMap { $0.cells.joined().flatMap(\.codes) }
        default: []
        }
    }
}
