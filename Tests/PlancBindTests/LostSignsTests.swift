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

    @Test(arguments: ["Press [Ctrl]+[Alt]+[Del]", "Read \"it is [sic] open\"", "Write to @OurLibrary"])
    func wordsOfAStep(_ words: String) { #expect(list("- [ ] T0 @director " + words).told == []) }

    /// Below the words of a step, too.
    @Test func bulletsBelowAStep() {
        let bound = list("- [ ] T0 @director Check:\n  • doors\n  • windows")
        #expect(bound.told == ["malformed-list checklists/x.md:• doors\n  • windows"])
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["- ", "- "])
    }

    /// With a small letter it is told, too.
    @Test(arguments: ["@Porter opens the door", "Ring @Boss and wait"]) func aNameOfNoRole(_ words: String) {
        let name = words.split(separator: " ").first { $0.hasPrefix("@") } ?? ""
        #expect(list("- [ ] T0 @director " + words).told == ["unknown-role checklists/x.md:\(name)"])
        #expect(message(words).told == [])
        #expect(list("- [ ] T0 @director Ring \\@Boss and wait").told == [])
    }

    @Test(arguments: [
        ("Dial *21* and the number", "*21*"), ("Dial *#21#* first", "*#21#*"), ("Run __init__ again", "__init__"),
        ("Open web/__start__.py", "__start__"), ("Delete C:/web/__old__/", "__old__"), ("Type _a_b_", "_a_b_"),
        ("Type __Key4711__", "__Key4711__"),
    ]) func marksThatBelongToAName(_ words: String, _ name: String) {
        let bound = list("- [ ] T0 @director " + words)
        #expect(bound.told == ["unprinted-text checklists/x.md:\(name)"])
        let edits = bound.findings.first?.fixes.first?.edits.map(\.replacement) ?? []
        let mark = name.prefix { $0 == "*" || $0 == "_" }.prefix(name.hasPrefix("__") ? 2 : 1)
        #expect(edits == Array(repeating: mark.map { "\\\($0)" }.joined(), count: 2))
    }

    @Test(arguments: ["Call *112*", "Wait *20* minutes", "__Never__ go in", "Bring _H1N1_ tests", "_yes_/_no_"])
    func marksThatMakeWordsStandOut(_ words: String) { #expect(list("- [ ] T0 @director " + words).told == []) }

    /// A line that goes on with the words of a step, and begins with a sign of its number.
    @Test func aSignThatMakesAnItem() {
        func told(_ above: String, _ line: String) -> [String] {
            list("- [ ] T0 @director \(above)\n\(line)\n- [ ] T+1h @press Tell them").told
        }
        #expect(told("Lower the price by", "- 10 % for all") == ["unprinted-text checklists/x.md:-"])
        #expect(told("Cool the room to", "- 10 °C") == ["unprinted-text checklists/x.md:-"])
        #expect(told("Order by telephone", "+ 10 beds") == ["unprinted-text checklists/x.md:+"])
        #expect(told("Lower the prices:", "- 10 % for all") == [])
    }

    @Test func aWordBehindTheSignOfCode() {
        let told = list("- [ ] T0 @director Meet the\n  ~~~ people").told
        #expect(told.contains("unprinted-text checklists/x.md: people"), "\(told)")
    }
}
