import Testing

@testable import PlancBind

/// Signs that make nothing, or something else, of what was meant, and words that are no slip. Smallest cases of the law
/// *near miss*.
@Suite struct LostSignsTests {
    private func message(_ body: String, channels: String = "[text-message]") -> BoundTexts {
        BoundTexts([
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: all\nphase: during\n"
                + "channels: \(channels)\nowner: director\n---\n\n" + body + "\n"
        ])
    }

    private func list(_ body: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md":
                "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        ])
    }

    @Test(arguments: [
        "\\{\\{ next-time \\}\\}", "\\{{ next-time }}", "{ { next-time } }", "{{ next-\ntime }}",
    ]) func aFieldThatIsNotRead(_ written: String) {
        let bound = message("Next news at \(written).")
        #expect(bound.told == ["malformed-placeholder messages/extra.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["{{ next-time }}"])
    }

    @Test func aBraceBehindAField() {
        #expect(message("News at {{ next-time}} }.").told == ["malformed-placeholder messages/extra.md:}"])
    }

    /// `# Suite` is a title that looks like the channel `site`: what follows would be sent elsewhere.
    @Test func aTitleIsNoChannel() {
        let bound = message("Hello. {{ phone }}\n\n# Suite\n\nMore.", channels: "[text-message, site]")
        #expect(bound.told == ["unknown-channel messages/extra.md:Suite"])
        #expect(bound.findings.first?.fixes.isEmpty == true)
        let slip = message("Hello. {{ phone }}\n\n# sitee\n\nMore.", channels: "[text-message, site]")
        #expect(slip.findings.first?.fixes.first?.edits.map(\.replacement) == ["site"])
    }

    @Test(arguments: ["#StayAtHome", "#stayathome"]) func aTag(_ tag: String) { #expect(message(tag).told == []) }

    @Test(arguments: ["Press [Ctrl]+[Alt]+[Del]", "Read \"it is [sic] open\"", "@Porter opens the door"])
    func wordsOfAStep(_ words: String) { #expect(list("- [ ] T0 @director " + words).told == []) }

    /// Below the words of a step, too.
    @Test func bulletsBelowAStep() {
        let bound = list("- [ ] T0 @director Check:\n  • doors\n  • windows")
        #expect(bound.told == ["malformed-list checklists/x.md:• doors\n  • windows"])
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["- ", "- "])
    }
}
