import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// The page from which messages are sent says what the printed sheet says.
@Suite struct SendingPageTests {
    private static let plan = SamplePlan.bound(
        SamplePlan.laid.merging([
            "fields.md": """
            ---
            kind: fields
            fields:
              next-time: {title: Time of the next update, type: time, example: "18:30", longest: "18:30", covers: next-update}
              phone: {title: Number for questions, type: phone, value: "+44 1632 960100", example: "+44 1632 960199", covers: contact}
            ---
            """
        ]) { $1 })
    private static let options = LoweringOptions()

    private func page() throws -> MessagePage {
        try #require(lowerMessagePages(Self.plan, Self.options).first { $0.path == "en/messages/flood" }?.page)
    }

    private func sheet() throws -> String {
        let document = try #require(
            lower(Self.plan, Self.options).first { $0.path == "en/messages/flood" }?.document)
        return String(decoding: emitText(document), as: UTF8.self)
    }

    /// Without spaces and line breaks, which differ.
    private func plain(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "~" } }

    @Test func factsAreThoseOfTheSheet() throws {
        let sheet = plain(try sheet())
        let page = try page()
        #expect(!page.messages.isEmpty)
        for message in page.messages {
            for fact in message.facts + message.checks {
                let value = fact.value.filter { !$0.style.contains(.struck) }
                for line in value.plainText.split(separator: "\n") {
                    #expect(sheet.contains(plain(String(line))), "\(message.title): \(fact.label): \(line)")
                }
            }
        }
        #expect(page.messages.contains { $0.checks.contains { $0.value.plainText.contains("Ada Marsh") } })
    }

    @Test func messagesComeInTheOrderOfSending() throws {
        let page = try page()
        #expect(page.messages.map(\.minutes).prefix(2) == [30, 60])
        #expect(page.messages.first?.title == "Staff: the library is closed")
        #expect(page.messages.allSatisfy { $0.mark.hasPrefix("M") })
        // What is sent before a crisis is never late in one.
        #expect(page.messages.first { $0.title == "Where our news will be" }?.minutes == nil)
    }

    @Test func aValueIsNoBlankAndAnExampleIsNoValue() throws {
        let page = try page()
        #expect(page.fields.map(\.id) == ["next-time"])
        let text = try #require(page.messages.first?.channels.first?.text)
        #expect(text.contains("01632 960100") || text.contains("01632\u{A0}960100"), "\(text)")
        #expect(!text.contains("960199"))
        #expect(text.contains("{{ next-time }}"))
    }

    @Test func whatMustNotBeUsedStandsBesideTheMessages() throws {
        let page = try page()
        #expect(page.stops.map(\.title) == ["Website", "E-mail"])
        #expect(page.stops.first?.state.plainText.contains("do not use") == true)
        #expect(page.messages.first?.channels.first?.access.plainText.contains("Press officer") == true)
    }

    /// An SMS arrives under a name that staff have to know, and each channel needs its systems: as on the sheet.
    @Test func aChannelHasItsSenderAndWhatItNeeds() throws {
        let channels = try page().messages.flatMap(\.channels)
        let sms = try #require(channels.first { $0.title.hasPrefix("Text message") })
        #expect(sms.title.contains("(sender"), "\(sms.title)")
        #expect(plain(try sheet()).contains(plain(sms.title)))
        let plan = Self.plan
        for channel in plan.channels where !channel.dependsOn.isEmpty {
            let title = channel.title.versions.first?.text.value ?? ""
            for shown in channels where shown.title.hasPrefix(title) {
                for system in channel.dependsOn.flatMap(\.references).compactMap({ plan.systems[$0] }) {
                    let name = system.title.versions.first?.text.value ?? ""
                    #expect(shown.access.plainText.contains(name), "\(title): \(name)")
                }
            }
        }
    }
}
