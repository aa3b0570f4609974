import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// Who helps from outside is on contact sheets and cards, with the contract to name; not for readers outside.
@Suite struct OutsideHelpTests {
    static let plan = SamplePlan.bound(
        SamplePlan.laid.merging([
            "outside.md": """
            ---
            kind: people
            people:
              insurer:
                name: Claims Desk
                organisation: Quay Mutual
                reach: {mobile: "+44 7700 900777", mail: claims@quay.example}
                contract: QM-4471
            ---
            """,
            "authority.md": """
            ---
            kind: audiences
            audiences:
              river:
                title: River authority
                type: authorities
                channels: [mail, mobile]
                reach: {mail: duty@river.example, mobile: "+44 1632 960200"}
            ---
            """,
            "messages/river.md": """
            ---
            kind: message
            title: The basement is flooded
            audiences: river
            scenarios: flood
            phase: during
            channels: [mail, mobile]
            owner: director
            ---

            Our basement is flooded. Our {{ channel.mail.title }} is silent. Questions: {{ person.insurer.name }}, {{ person.insurer.phone }}, {{ person.insurer.contract }}.
            """,
            "checklists/river.md": """
            ---
            kind: checklist
            title: River
            scenarios: flood
            phase: during
            ---

            - [ ] T+1h @director Tell the river authority: [](../messages/river.md); insurer: {{ person.insurer.phone }}
            - [ ] T+2h @director Read {{ channel.mail.title }} on [the server](system:mail-server)
            - [ ] T+10h @director Write by {{ channel.mail.title }} again
            """,
        ]) { $1 })

    private func text(_ path: String, reader: String? = nil) -> String {
        var options = LoweringOptions()
        options.reader = reader
        let document = lower(Self.plan, options).first { $0.path == path }?.document
        return (document.map { String(decoding: emitText($0), as: UTF8.self) } ?? "")
            .replacing("\u{A0}", with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test func contactSheetsHaveThemWithTheStateOfTheirNumbers() {
        let sheet = text("en/contacts/flood")
        #expect(sheet.contains("Help from outside"))
        for words in ["Quay Mutual", "QM-4471", "07700 900777", "River", "01632 960200"] {
            #expect(sheet.contains(words), "\(words) in \(sheet)")
        }
        #expect(text("en/contacts/wallet-cards").contains("07700 900777 Quay Mutual – contract QM-4471"))
    }

    @Test func stepsHaveTheNumberToDialBesideTheWay() {
        let list = text("en/checklists/flood")
        #expect(list.contains("by Mobile phone to: River authority – 01632 960200"), "\(list)")
        #expect(list.contains("insurer: 07700 900777"))
        #expect(text("en/messages/flood").contains("Claims Desk, 07700 900777, QM-4471"))
    }

    /// What a text of the plan names is marked where it cannot be used at that hour; a text that is sent stays as it is.
    @Test func whatATextNamesHasItsStateBesideIt() throws {
        let list = text("en/checklists/flood")
        let out = "(out of order – not back before T+8 h)"
        #expect(list.contains("Read E-mail \(out) on the server \(out)"), "\(list)")
        #expect(list.contains("Write by E-mail (once restored, not before T+8 h) again"), "\(list)")
        let message = text("en/messages/flood")
        #expect(message.contains("Our E-mail is silent"), "a text that is sent stays as it is")
        #expect(message.contains("Named in the text E-mail: out of order – not back before T+8 h"), "\(message)")
    }

    /// The words of a page of the plan with other bodies outside.
    private func text(_ path: String, laid: [String: String]) -> String {
        let texts = SamplePlan.laid.merging(laid) { $1 }
        let document = lower(SamplePlan.bound(texts)).first { $0.path == path }?.document
        return (document.map { String(decoding: emitText($0), as: UTF8.self) } ?? "")
            .replacing("\u{A0}", with: " ").split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    @Test func whoHasARoleIsNoHelpFromOutside() {
        let page = text(
            "en/contacts/flood",
            laid: [
                "outside.md": """
                ---
                kind: people
                people:
                  guard: {name: Gil Ward, organisation: Night Guards, reach: {mobile: "+44 7700 900778"}}
                ---
                """,
                "guards.md": """
                ---
                kind: roles
                roles:
                  guard: {title: Guard, holder: guard, team: support}
                ---
                """,
            ])
        #expect(page.contains("Gil Ward") && !page.contains("Help from outside"))
    }

    /// One number on two channels is there once, on the channel that is up; a number that is out is said to be.
    @Test func aNumberIsThereOnceOnTheChannelThatIsUp() {
        let page = text(
            "en/contacts/flood",
            laid: [
                "authority.md": """
                ---
                kind: audiences
                audiences:
                  river:
                    title: River authority
                    type: authorities
                    channels: [text-message, mobile]
                    reach: {text-message: "+44 1632 960200", mobile: "+44 1632 960200", mail: duty@river.example}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood: {title: Flood, disables: [sms-gateway, mail-server], affects: [readers, staff], activated-by: director}
                ---
                """,
            ])
        // The channel is how it is called, and says nothing of whose number it is.
        #expect(page.contains("01632 960200 (call it from: Mobile phone)"), "\(page)")
        #expect(page.contains("duty@river.example – by E-mail – out of"), "\(page)")
        #expect(page.ranges(of: "01632 960200").count == 1)
    }

    @Test func sixAreOnACardAndTheRestOnTheNext() {
        let people = (1...7).map {
            "  helper-\($0): {name: Helper \($0), organisation: Firm \($0), reach: {mobile: \"+44 7700 90080\($0)\"}}\n"
        }.joined()
        let page = text(
            "en/contacts/wallet-cards", laid: ["outside.md": "---\nkind: people\npeople:\n\(people)---\n"])
        #expect(page.contains("Help from outside 1/2") && page.contains("Help from outside 2/2"))
        for place in 1...7 { #expect(page.contains("07700 90080\(place) Firm \(place)"), "\(page)") }
    }

    @Test func contractsAreForThoseInside() {
        #expect(!text("en/contacts/flood", reader: "readers").contains("QM-4471"))
    }
}
