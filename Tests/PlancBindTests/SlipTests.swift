import Testing

@testable import PlancBind

/// Slips that were once printed as they stand, without a word. Smallest cases of the law *near miss*.
@Suite struct SlipTests {
    private func list(_ body: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md":
                "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        ])
    }

    private func message(_ body: String, channels: String = "[text-message]") -> BoundTexts {
        BoundTexts([
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: all\nphase: during\n"
                + "channels: \(channels)\nowner: director\n---\n\n" + body + "\n"
        ])
    }

    @Test(arguments: [
        "$next-time$", "#next-time#", "@next-time@", "%next-time%", "#{next-time}", "{next-time}", "next time }}",
    ]) func aFieldBetweenOtherSigns(_ written: String) {
        let bound = message("Next news at \(written).")
        #expect(bound.told == ["malformed-placeholder messages/extra.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["{{ next-time }}"])
    }

    @Test(arguments: [
        "#next-time", "$5 and $6", "@director calls #1", "#flood #help", "\\{\\{ this }}", "`}}`", "{{ phone }}",
    ])
    func noField(_ words: String) { #expect(message("News: \(words).").told == []) }

    @Test(arguments: ["../messages/staff-closed.md", "messages/staff-closed.md", "staff-closed.md"])
    func aPathInWords(_ path: String) {
        let bound = list("- [ ] T0 @director Tell the staff: see \(path) for it")
        #expect(bound.told == ["malformed-link checklists/x.md:\(path)"])
        #expect(
            bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["[](../messages/staff-closed.md)"])
    }

    @Test(arguments: ["closed.md", "other/staff-closed.md", "staff-closed", "README.md"])
    func noPath(_ words: String) { #expect(list("- [ ] T0 @director Tell the staff: see \(words)").told == []) }

    @Test(arguments: ["We are open }} now.", "}}", "Call {{ phone }}}}."]) func bracesThatCloseNothing(_ text: String) {
        #expect(message(text).told == ["malformed-placeholder messages/extra.md:}}"])
    }

    @Test func threeBracesAreOneSlip() {
        #expect(message("Call {{{phone}}}.").told == ["malformed-placeholder messages/extra.md:{{{phone}}"])
    }

    @Test(arguments: [
        "T+3h @director @ Close the doors", "@ T+3h @director Close the doors", "T+3h @ @director Close the doors",
    ]) func aSignWithoutARole(_ step: String) {
        let bound = list("- [ ] " + step)
        #expect(bound.told == ["malformed-step checklists/x.md:@"])
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.first?.roles.map(\.id) == ["director"])
    }

    @Test func aHeadInBold() {
        for head in ["**T+3h @director**", "*@director T+3h*", "***T+3h @director***"] {
            let bound = list("- [ ] \(head) Close the doors")
            let step = bound.plan?.checklists["x"]?.stages.first?.steps.first
            #expect(bound.told == [] && step?.offset?.value.notation == "T+3h" && step?.roles.map(\.id) == ["director"])
            #expect(step?.text.plainText == "Close the doors")
        }
        let whole = list("- [ ] **T+3h @director Close the doors**").plan?.checklists["x"]?.stages.first?.steps.first
        #expect(whole?.roles.map(\.id) == ["director"] && whole?.text.plainText == "Close the doors")
        #expect(
            list("- [ ] T+3h @press **@director calls**").plan?.checklists["x"]?.stages.first?.steps.first?.roles.count
                == 1)
    }

    @Test(arguments: ["    ## Then", "\\## Then", "#\\# Then", "\\# Then", "\u{A0}## Then", "  ## Then"])
    func aHeadingThatIsNone(_ line: String) {
        let bound = list("## First\n\n- [ ] T0 @director Close the doors\n\n\(line)\n\n- [ ] T+1h @press Tell them")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-heading") }, "\(bound.told)")
    }

    @Test(arguments: ["    ## Then", "\\## Then", "\\# Then", "    ### Then"]) func aHeadingThatIsNoneInAMessage(
        _ line: String
    ) {
        let bound = message("Stay at home.\n\n\(line)\n\nQuestions: {{ phone }}.")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-heading") }, "\(bound.told)")
    }

    @Test(arguments: [
        "\\#3 is the key.", "\\# is a sign of the telephone.", "Press \\# now.", "Stay safe\n#FloodHelp",
        "Stay safe\n#help",
    ]) func noHeading(_ text: String) { #expect(message(text + "\n\nQuestions: {{ phone }}.").told == []) }

    @Test(arguments: ["[text-message, text-message]", "[text-message, mail, text-message]", "\n  - mail\n  - mail"])
    func aNameTwiceInAList(_ channels: String) {
        let bound = message("Questions: {{ phone }}.", channels: channels)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("duplicate-id") }, "\(bound.told)")
    }

    @Test(arguments: ["T0 @director @director Close the doors", "T0 @director, @director Close the doors"])
    func aRoleTwice(_ step: String) {
        #expect(list("- [ ] " + step).told == ["duplicate-id checklists/x.md:@director"])
    }

    @Test(arguments: [
        ("T+1h each 2h @director Call", "every 2h"), ("T+1h every day @director Call", "every 1d"),
        ("T+1h daily @director Call", "every 1d"), ("T+1h toutes les 2h @director Call", "every 2h"),
        ("T+1h alle 2 Stunden @director Call", "every 2h"), ("T+1h täglich @director Call", "every 1d"),
        ("T+1/2h @director Call", "T+30min"), ("T+½h @director Call", "T+30min"), ("T+1½h @director Call", "T+90min"),
        ("T+1h @director Send [[readers-closed]]", "[readers-closed](message:readers-closed)"),
    ]) func whatIsMeant(_ step: String, _ better: String) {
        let bound = list("- [ ] \(step) the neighbours")
        #expect(
            bound.findings.count == 1 && bound.findings[0].fixes.first?.edits.map(\.replacement) == [better],
            "\(bound.told)")
    }

    @Test(arguments: [
        "T+1h @director Every day counts: call", "T+1h @director every morning call", "T+1h every 2h @director Call",
    ])
    func noRhythm(_ step: String) { #expect(list("- [ ] \(step) the neighbours").told == []) }

    @Test(arguments: [
        ("T+1h and @director Close the doors", "and"), ("and @director T+1h Close the doors", "and"),
        ("T+1h @director and Close the doors", "and"), ("T+1h @director et Close the doors", "et"),
        ("T+1h @director and @ Close the doors", "@"), ("T+1h und @director Close the doors", "und"),
    ]) func aJointBetweenNoRoles(_ step: String, _ word: String) {
        let bound = list("- [ ] " + step)
        let read = bound.plan?.checklists["x"]?.stages.first?.steps.first
        #expect(bound.told == ["malformed-step checklists/x.md:\(word)"])
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == [""])
        #expect(read?.roles.map(\.id) == ["director"] && read?.text.plainText == "Close the doors")
    }

    @Test(arguments: [
        "T+1h @director, @press Close the doors", "T+1h @director and @press Close the doors",
        "T+1h @director Andy closes", "T+1h @director and the small ones",
        "T+1h @director Close the doors and lock them",
    ]) func noLoneJoint(_ step: String) { #expect(list("- [ ] " + step).told == []) }

    @Test(arguments: [
        ("J+1 @director", "T+1d"), ("bis T+5h @director", "T+5h"),
        ("by T+5h @director", "T+5h"), ("no later than T+5h @director", "T+5h"),
        ("au plus tard à T+5h @director", "T+5h"),
        ("≤T+5h @director", "T+5h"), ("@director by T+5h", "T+5h"),
    ]) func aTimeAmongWords(_ head: String, _ time: String) {
        let bound = list("- [ ] \(head) Close the doors")
        let step = bound.plan?.checklists["x"]?.stages.first?.steps.first
        #expect(bound.findings.map(\.rule) == ["malformed-offset"], "\(bound.told)")
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == [time])
        #expect(step?.offset?.value.notation == time && step?.roles.map(\.id) == ["director"])
        #expect(step?.text.plainText == "Close the doors" && step?.hasUnreadTime == true)
    }

    /// Of two times the first is read, and no fix throws the other one away.
    @Test(arguments: [
        ("T+5-6h @director", "T+5h"), ("T+5h-6h @director", "T+5h"), ("T+1h to T+2h @director", "T+1h"),
        ("T+5 à 6h @director", "T+5h"), ("@director T+5h-6h", "T+5h"),
    ]) func twoTimes(_ head: String, _ time: String) {
        let bound = list("- [ ] \(head) Close the doors")
        let step = bound.plan?.checklists["x"]?.stages.first?.steps.first
        #expect(bound.findings.map(\.rule) == ["malformed-offset"], "\(bound.told)")
        #expect(bound.findings.first?.fixes.isEmpty ?? false)
        #expect(step?.offset?.value.notation == time && step?.roles.map(\.id) == ["director"])
        #expect(step?.text.plainText == "Close the doors" && step?.hasUnreadTime == true)
    }

    @Test(arguments: [
        "T+5h @director - 6 vans leave", "T+5h @director From T+6h the line is open",
        "T+5h @director To T+6h at the latest",
        "T+5h @director By noon call", "T+1h @director Within 2h call",
    ]) func noTimeAmongWords(_ step: String) { #expect(list("- [ ] " + step).told == []) }

    @Test(arguments: [
        ("T+1h @director every day Call", "every 1d"), ("@director T+1h toutes les 2h Appeler", "every 2h"),
        ("T+1h @director alle 2 Stunden Lage prüfen", "every 2h"), ("T+1h @director daily Call", "every 1d"),
    ]) func aRhythmBehindTheRole(_ step: String, _ rhythm: String) {
        let bound = list("- [ ] \(step)")
        #expect(bound.findings.map(\.rule) == ["malformed-step"], "\(bound.told)")
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == [rhythm])
    }

    @Test(arguments: ["T+1h @director daily call with the team", "T+1h @director per telephone call them"])
    func noRhythmBehindTheRole(_ step: String) { #expect(list("- [ ] \(step)").told == []) }

    @Test func aHeadingInAQuotation() {
        let first = list("> ## Tell\n\n- [ ] T0 @director Close the doors")
        #expect(first.told == ["malformed-heading checklists/x.md:## Tell"])
        #expect(first.findings.first?.fixes.first?.edits.map(\.replacement) == [""])
        #expect(message("Stay.\n\n> They say:\n> ## Tell").told == ["malformed-heading messages/extra.md:## Tell"])
        #expect(message("Stay at home.\n\n> The mayor says: stay.").told == [])
    }

    @Test(arguments: ["|||||||", "||||||| base"]) func whatIsLeftOfAMerge(_ line: String) {
        let bound = list("- [ ] T0 @director Close the doors\n\n\(line)")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("conflict-marker") }, "\(bound.told)")
        let table = "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n|||||||\n"
        #expect(list("- [ ] T0 @director Close the doors\n\n" + table).told == [])
    }
}
