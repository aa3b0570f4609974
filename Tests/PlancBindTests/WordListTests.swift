import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import Testing

@testable import PlancBind

/// Lists, tables and drafts of a word processor, pasted into a plan: each was once read as words of the step above, or sent as it
/// stood, without a word.
@Suite struct WordListTests {
    private func list(_ body: String, _ files: [String: String?] = [:]) -> BoundTexts {
        var laid = files
        laid["checklists/x.md"] =
            "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        return BoundTexts(laid)
    }

    private func message(_ body: String) -> BoundTexts {
        BoundTexts([
            "messages/x.md":
                "---\nkind: message\ntitle: X\naudiences: staff\nscenarios: flood\nphase: after\n"
                + "channels: [text-message, mail]\nowner: director\n---\n\n" + body + "\n"
        ])
    }

    private func steps(_ bound: BoundTexts) -> [Step] { bound.plan?.checklists["x"]?.stages.flatMap(\.steps) ?? [] }

    /// What the body is once every fix is made.
    private func fixed(_ bound: BoundTexts, _ path: String = "checklists/x.md") -> String {
        guard let file = bound.sources.files.first(where: { $0.path == path }) else { return "" }
        var bytes = file.bytes
        let edits = bound.findings.filter { bound.sources[$0.span.file].path == path }.compactMap(\.fixes.first)
            .flatMap(\.edits).sorted { $0.span.lower > $1.span.lower }
        for edit in edits { bytes.replaceSubrange(edit.span.range, with: edit.replacement.utf8) }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.firstRange(of: "---\n\n").map { String(text[$0.upperBound...]) } ?? text
    }

    @Test(arguments: [
        "a) ", "A. ", "a. ", "i) ", "iv) ", "1° ", "(5) ", "5.1 ", "Nr. 5: ", "Schritt 5: ", "Étape 1 : ", "Step 3: ",
        "Étape n° 3 : ", "=> ", "→ ", "§ ", "Ø ", "■ ", "\u{F0B7} ", "\u{F0A7}\t", "\\- \\[ \\] ", "– a) ",
    ]) func numberingOfAWordProcessor(_ mark: String) {
        let bound = list("- [ ] T0 @press Wait\n\(mark)T+2h @director Close the doors")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(steps(bound).map { $0.offset?.value.notation } == ["T0", "T+2h"])
        #expect(fixed(bound) == "- [ ] T0 @press Wait\n- [ ] T+2h @director Close the doors\n")
    }

    @Test(arguments: [
        "At T+2h @director will know more.", "Avant T+2h @director appelle.", "The lead calls at T+2h, a) or b).",
        "See 5.1 for T+2h and what @director does.", "(a) Doors, (b) windows.",
        "Room 3 is open until T+2h for @director.",
        "Step 3 takes until T+2h.", "Vers T-1h @director regarde.", "A T+2h step of @director follows.",
    ]) func wordsOfARemark(_ words: String) {
        let bound = list("- [ ] T0 @press Wait\n  \(words)\n\n  \(words)")
        #expect(bound.told == [])
        #expect(steps(bound).count == 1)
    }

    @Test func twoStepsOnOneLine() {
        let bound = list("- [ ] T0 @press Wait - [ ] T+3h @director Call the mayor")
        #expect(bound.told == ["malformed-step checklists/x.md:- [ ] "])
        #expect(fixed(bound) == "- [ ] T0 @press Wait\n- [ ] T+3h @director Call the mayor\n")
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["press"], ["director"]])
    }

    @Test(arguments: [
        "| When | Who | What |\n|---|---|---|\n| T+5h | @director | Order taxis |",
        "- [ ] T0 @press Wait\n| When | Who | What |\n|---|---|---|\n| T+5h | @director | Order taxis |",
    ]) func steps(inATable body: String) {
        let bound = list(body)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(steps(bound).last?.text.plainText == "Order taxis")
        #expect(steps(bound).dropLast().allSatisfy { $0.text.plainText == "Wait" })
        #expect(fixed(bound).hasSuffix("- [ ] T+5h @director Order taxis\n"))
        #expect(list(fixed(bound)).told == [])
    }

    private static let other = "| Pumps | stop after | five hours |"
    private static let taxis = "| T+5h | @director | Order taxis |"

    /// Also what is no step is printed: the whole table as it is.
    @Test(arguments: [
        ["| When | Who | What |", "|---|---|---|", taxis, other],
        ["| When | Who | What |", "|---|---|---|", other, taxis],
    ]) func aTableWithStepsAndOtherRows(_ lines: [String]) {
        let bound = list("- [ ] T0 @press Wait\n\n" + lines.joined(separator: "\n"))
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(bound.findings.flatMap(\.fixes).isEmpty)
        #expect(steps(bound).count == 1)
        let table = steps(bound).first?.parts.compactMap { part -> Table? in
            guard case .detail(let block) = part, case .table(let table) = block.content else { return nil }
            return table
        }.first
        #expect(table?.rows.count == 2)
    }

    @Test(arguments: [
        [other, taxis], [taxis, other], ["| When | Who | What |", "|---|---|---|", taxis, other],
        ["| When | Who | What |", "|---|---|---|", other, taxis],
    ]) func linesBetweenPipesWithStepsAndOthers(_ lines: [String]) {
        let bound = list("- [ ] T0 @press Wait\n" + lines.joined(separator: "\n"))
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(bound.findings.flatMap(\.fixes).isEmpty)
        #expect(steps(bound).count == 1)
        let words = steps(bound).first?.text.plainText ?? ""
        for word in lines.joined().split(whereSeparator: { " |".contains($0) }) {
            #expect(words.contains(word), "\(word) in \(words)")
        }
    }

    @Test func aTableOfOtherThings() {
        let bound = list("- [ ] T0 @press Wait\n\n| When | What |\n|---|---|\n| T+5h | The pumps stop |")
        #expect(bound.told == [])
    }

    @Test(arguments: [
        "```\n- [ ] T+2h @director Close\n```", "\n    - [ ] T+2h @director Close",
    ]) func stepsInCode(_ code: String) {
        let bound = list("- [ ] T0 @press @director Wait\n\nText.\n\n" + code)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(list(fixed(bound)).told == [])
    }

    @Test(arguments: ["      - [ ] Fetch the key", "\u{A0}\u{A0}- [ ] Fetch the key"]) func aSubstepTooFarIn(
        _ line: String
    ) {
        let bound = list("- [ ] T0 @press Wait\n" + line)
        #expect(bound.told.count == 1)
        #expect(steps(bound).first?.substeps.map(\.text.plainText) == ["Fetch the key"])
        #expect(fixed(bound) == "- [ ] T0 @press Wait\n  - [ ] Fetch the key\n")
    }

    @Test(arguments: [
        "or @director", "ou @director", "oder @director", ", then @director", "puis @director", "; @director",
        "(@director if away)", "(or @director)", "dann @director",
    ]) func aSecondOwner(_ words: String) {
        let bound = list("- [ ] T+5min @press \(words) Meet them")
        #expect(bound.told == ["malformed-step checklists/x.md:@director"])
        #expect(steps(bound).first?.roles.map(\.id) == ["press", "director"])
    }

    @Test func aSecondOwnerBehindASlash() {
        let bound = list("- [ ] T+5min @press/director Meet them")
        #expect(bound.told == ["malformed-step checklists/x.md:director"])
        for sign in ["/", "+"] {
            let joined = list("- [ ] T+5min @press\(sign)@director Meet them")
            #expect(joined.told == ["unknown-role checklists/x.md:@director"])
            #expect(fixed(joined) == "- [ ] T+5min @press, @director Meet them\n")
        }
    }

    @Test(arguments: ["@press tells @director", "@press Meet @director or @caretaker at the gate"])
    func otherNamesOfAStep(_ words: String) { #expect(list("- [ ] T+5min \(words)").told == []) }

    @Test func aTickInTheSource() {
        let bound = list("- [x] T0 @press Wait")
        #expect(bound.told == ["malformed-step checklists/x.md:[x]"])
        #expect(fixed(bound) == "- [ ] T0 @press Wait\n")
    }

    @Test func aChecklistWithoutSteps() { #expect(list("Wait.").told == ["malformed-step checklists/x.md:X"]) }

    // MARK: Messages

    @Test(arguments: [
        ("# phone call", "voice"), ("# Mail version", "mail"), ("# Telephone script", "voice"),
        ("# For the website", "web"), ("# Twitter", "social"), ("E-mail:", "email"), ("**Email version**", "email"),
    ]) func aHeadingThatNearlyNamesAChannel(_ line: String, _ channel: String) {
        let bound = message("Thank you.\n\n\(line)\n\nSpeak slowly and say who you are.")
        #expect(bound.told.count == 1)
        #expect(bound.plan?.messages["x"]?.versions.first?.variants.map(\.name.value) == [channel])
        #expect(fixed(bound, "messages/x.md").contains("\n# \(channel)\n"))
    }

    @Test func aHeadingThatNamesNoChannel() {
        #expect(
            message("Thank you.\n\n# Short version\n\nThanks.").told == ["unknown-channel messages/x.md:Short version"])
        #expect(message("# Thank you\n\nThanks.").told == [])
        #expect(message("Thank you.\n\n# What we know\n\nThe cellar is dry.").told == [])
    }

    @Test(arguments: [
        "E-mail:\n\nx@example.org", "**Phone**\n\n+44 1632 960001", "**Thank you**\n\nThe cellar is dry again now.",
    ])
    func aLabelOfAnAddress(_ text: String) { #expect(message("Thank you.\n\n" + text).told == []) }

    @Test(arguments: [
        ("phone }}", "{{ phone }}"), ("«phone»", "{{ phone }}"), ("«\u{A0}Phone\u{A0}»", "{{ phone }}"),
        ("`{{ phone }}`", "{{ phone }}"), ("{{\u{A0}phone\u{A0}}}", "{{ phone }}"),
        ("<!— really? —>", "<!-- really? -->"), ("<!– really? –>", "<!-- really? -->"),
        ("‹!— really? —›", "<!-- really? -->"), ("<!-- really? ->", "<!-- really? -->"),
    ]) func whatWouldBeSentAsItStands(_ written: String, _ meant: String) {
        let bound = message("Call us: \(written).")
        #expect(bound.told.count == 1)
        #expect(fixed(bound, "messages/x.md") == "Call us: \(meant).\n")
    }

    @Test(arguments: ["\t", "    "]) func aFirstLineThatIsIndented(_ blanks: String) {
        let bound = message("Thank you.\n\n\(blanks)Call us: {{ phone }}.")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("accidental-code") })
        #expect(fixed(bound, "messages/x.md") == "Thank you.\n\nCall us: {{ phone }}.\n")
    }

    // MARK: Fixes

    @Test(arguments: [
        "+49 30 23125002 (ab 18 Uhr)", "+49 30 23125002 App. 12", "+49 30 23125002-12", "+44 1632 960001 (after 6 pm)",
        "+33 1 99 00 00 02 poste 12", "+44 1632 96OO77", "+44 1632 960001 / 2",
    ]) func noFixSwallowsWords(_ number: String) { #expect(Corrections.phone(number, ownCode: nil) == nil) }

    @Test(arguments: [
        ("+33 (0)6 39 98 00 01", "+33639980001"), ("0033 6 39 98 00 01", "+33639980001"),
        ("+33-6-39-98-00-01", "+33639980001"), ("+1 (212) 555-0100", "+12125550100"),
    ]) func theOtherFormsOfANumber(_ number: String, _ meant: String) {
        #expect(Corrections.phone(number, ownCode: nil) == meant)
    }

    @Test func aLinkToAFileThatIsGone() {
        let bound = list("- [ ] T0 @press [Tell them](../messages/staff-now.md)")
        #expect(bound.told == ["broken-link checklists/x.md:../messages/staff-now.md"])
        #expect(bound.findings.first?.fixes.isEmpty ?? false)
        #expect(list("- [ ] T0 @press [Tell them](../messages/redy.md)").findings.first?.fixes.isEmpty == false)
    }

    @Test func aTitleInCurlyQuotes() {
        let bound = list("- [ ] T0 @press [Tell them](../messages/ready.md “now”)")
        #expect(fixed(bound) == "- [ ] T0 @press [Tell them](../messages/ready.md) “now”\n")
    }

    @Test func aFileWithoutFrontMatter() {
        let bound = BoundTexts(["checklists/y.md": "# Y\n\n- [ ] T+10min @director Call\n"])
        #expect(bound.told == ["missing-kind checklists/y.md:- [ ] T+10min @director Call"])
        #expect(BoundTexts(["y.md": "Write:\n\n```\n- [ ] T+10min @director Call\n```\n"]).told == [])
    }
}
