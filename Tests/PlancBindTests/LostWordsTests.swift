import PlancDiagnostics
import Testing

@testable import PlancBind

/// What authors write and planc once lost, or printed otherwise, without a word. Smallest cases of the law *near miss*.
@Suite struct LostWordsTests {
    private func list(_ body: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md":
                "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        ])
    }

    private func message(_ body: String) -> BoundTexts {
        BoundTexts([
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: all\nphase: during\n"
                + "channels: [text-message]\nowner: director\n---\n\n" + body + "\n"
        ])
    }

    private let first = "- [ ] T0 @director Close the doors\n"

    // MARK: Steps

    @Test(arguments: [
        "\n- If it rains:\n  - [ ] T+1h @press Tell them", "\n1. If it rains:\n   - [ ] T+1h @press Tell them",
        "  - if it rains:\n    - [ ] @press Tell them",
    ]) func aStepBelowALineThatIsNone(_ text: String) {
        #expect(list(first + text).told == ["malformed-step checklists/x.md:- [ ] "])
    }

    @Test(arguments: ["Only when the brigade has left:", "The steps below only when they\nhave left:"])
    func wordsOfTheStepsBelow(_ words: String) {
        let bound = list(first + "\n" + words + "\n\n- [ ] T+1h @press Tell them")
        #expect(bound.told == ["malformed-step checklists/x.md:" + words])
    }

    @Test(arguments: ["And then:", "  The key hangs at the door.", "  Only when the brigade has left:", "---"])
    func wordsBetweenTwoLists(_ words: String) {
        #expect(list(first + "\n" + words + "\n\n- [ ] T+1h @press Tell them").told == [])
    }

    /// On the sheet of the step above alone: who wrote it may not have meant that.
    @Test(arguments: [
        "- Call the prefect", "- Call the prefect\n- Then the mayor", "\nThe director calls the prefect.\n",
        "\n| Site | Who |\n| --- | --- |\n| A | Ada |\n", "\n1. Call the prefect\n2. Then the mayor\n",
        "\n> Mind the gas.\n",
    ]) func whatStandsAtTheMarginBelowAStep(_ text: String) {
        let bound = list(first + text + "\n- [ ] T+1h @press Tell them")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
        #expect(list(first + text + "\n- [ ] T+1h @director Tell them").told == [], "nobody else acts")
        #expect(list(first.replacing("doors", with: "doors:") + text + "\n- [ ] T+1h @press Tell them").told == [])
    }

    @Test func aStepBelowABranch() {
        let bound = list("- [ ] T0 @director ? Is it deep\n  - yes: wait\n  - no:\n    - [ ] T+1h @press Tell them")
        #expect(bound.told == ["malformed-step checklists/x.md:- [ ] "])
    }

    @Test(arguments: [
        "  - [ ] T+1h @press Tell them", "\n- In the bag:\n  - [ ] torch\n  - [ ] radio",
        "  - in the bag:\n    - [ ] torch", "\n- The press:\n  - @press has the list",
    ]) func noStepBelowWords(_ text: String) { #expect(list(first + text).told == []) }

    @Test(arguments: ["- [ ] T+10min @director Shut the gas", "☐ T+10min @director Shut the gas"])
    func aStepInAnotherText(_ step: String) {
        for path in ["plan.md", "messages/ready.md"] {
            let bound = BoundTexts([path: (ExamplePlan.files[path] ?? "") + "\n\n" + step + "\n"])
            #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") }, "\(bound.told)")
        }
        let snippet = BoundTexts(["snippets/how.md": "---\nkind: snippet\n---\n\n\(step)\n"])
        #expect(snippet.told.count == 1 && snippet.told.allSatisfy { $0.hasPrefix("malformed-step") })
    }

    @Test(arguments: ["- [ ] Take your coat", "- Call at T+10min", "T+10min is the time to go."])
    func noStepInAMessage(_ text: String) { #expect(message(text).told == []) }

    @Test(arguments: [
        "T+1h @press ~~Tell them~~", "T+1h @press ~~[Tell](../messages/ready.md) them~~.", "~~T+1h @press Tell them~~",
        "T+1h @press **~~Tell~~** ~~them~~",
    ]) func aStepThatIsCrossedOut(_ step: String) {
        let bound = list(first + "- [ ] " + step)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") }, "\(bound.told)")
    }

    @Test func someWordsMayBeCrossedOut() {
        #expect(list("- [ ] T+1h @press ~~Tell~~ Write to them, ~~by fax~~").told == [])
    }

    @Test func aRoleThatIsCrossedOut() {
        let bound = list("- [ ] T+1h ~~@press~~ @director Tell them")
        #expect(bound.told == ["malformed-step checklists/x.md:~~@press~~"])
        let step = bound.plan?.checklists["x"]?.stages.first?.steps.first
        #expect(step?.roles.map(\.id) == ["director"] && step?.text.plainText == "Tell them")
    }

    // MARK: Decisions

    @Test(arguments: [
        ("yes → wait", "yes:"), ("yes – wait", "yes:"), ("If yes, wait", "yes:"), ("no -> wait", "no:"),
        ("Yes, wait", "Yes:"), ("oui => wait", "oui:"), ("Wenn nein, wait", "nein:"), ("[ ] yes: wait", "- yes:"),
    ]) func aBranchThatIsNone(_ branch: String, _ better: String) {
        let bound = list("- [ ] T0 @director ? Is it deep\n  - \(branch)\n  - so: send it")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") }, "\(bound.told)")
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == [better + " "])
    }

    @Test(arguments: ["no vans leave", "yes: wait", "No-one enters", "if it is deep, wait", "yesterday – dry"])
    func noNearBranch(_ item: String) {
        #expect(list("- [ ] T0 @director ? Is it deep\n  - \(item)\n  - so: send it").told == [])
    }

    @Test(arguments: ["Is it deep?\n  - yes: wait", "Look\n  - yes: wait\n  - no: go"])
    func aDecisionWithoutItsMark(_ step: String) {
        let bound = list("- [ ] T0 @director " + step)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") }, "\(bound.told)")
        #expect(bound.findings.first?.fixes.first?.edits.map(\.replacement) == ["? "])
    }

    @Test(arguments: ["Is it deep?\n  - ask the town", "Look\n  - by night: take a torch\n  - no: keys needed"])
    func noDecision(_ step: String) { #expect(list("- [ ] T0 @director " + step).told == []) }

    // MARK: Times

    @Test(arguments: ["T+20min to T+40min", "T+20min–40min", "T+20-40min", "T+5 à 6h"])
    func twoTimesAreNoTime(_ time: String) {
        let bound = list("- [ ] \(time) @director Close the doors")
        #expect(bound.told == ["malformed-offset checklists/x.md:\(time)"])
        // Neither of the two is thrown away.
        #expect(bound.findings.first?.fixes.isEmpty ?? false)
    }

    @Test func aRhythmHasNoEnd() {
        let bound = list("- [ ] T+2h every 2h until T+12h @director Listen")
        #expect(bound.told == ["malformed-offset checklists/x.md:until T+12h"])
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.first?.roles.map(\.id) == ["director"])
    }

    // MARK: Tables

    @Test(arguments: [
        "| Round | Comes |\n| North | no |", "| Round | Comes |\n| --- |\n| North | no |",
        "| Round | Comes |\n| – | – |\n| North | no |", "Round | Comes\n---|---|---\nNorth | no",
        "+---+---+\n| a | b |\n+---+---+", "| Round | Comes |\n---\n", "| Round | Comes |",
    ]) func aTableThatIsNone(_ text: String) {
        let bound = BoundTexts(["roles/x.md": "---\nkind: role\ntitle: X\nholder: ada\n---\n\n" + text + "\n"])
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-table") }, "\(bound.told)")
    }

    @Test func aTableRightBelowAStep() {
        let table = "| Round | Comes |\n  | --- | --- |\n  | North | no |"
        #expect(list(first + "  " + table).told == ["malformed-table checklists/x.md:| Round | Comes |"])
        #expect(list(first + "\n  " + table).told == [])
    }

    @Test(arguments: [
        "| Round | Comes |\n| --- | --- |\n| North | no |", "Press the key | on the left.", "Mon | Tue\nor | and",
        "Round | Comes\n--- | ---\nNorth | no", "Look:\n| Round |\n| --- |\n| North |",
        "```\n+---+\n| a |\n+---+\n```", "| is the sign of the pipe", "a + b\n+ c",
    ]) func noNearTable(_ text: String) {
        let bound = BoundTexts(["roles/x.md": "---\nkind: role\ntitle: X\nholder: ada\n---\n\n" + text + "\n"])
        #expect(bound.told == [])
    }

    // MARK: Signs and numbers

    @Test(arguments: ["*21*999#", "30*40*20", "**21**999", "*#21*#"]) func asterisksOfANumber(_ number: String) {
        let bound = message("Dial \(number) now.")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("unprinted-text") }, "\(bound.told)")
    }

    @Test(arguments: ["`*21*999#`", "\\*21\\*999#", "*24*", "*very* 3*4", "*100#", "2 * 3 * 4", "**999** now"])
    func noAsterisksOfANumber(_ number: String) { #expect(message("Dial \(number) now.").told == []) }

    @Test(arguments: ["3. October: closed\n5. October: open", "1. 999\n4. 111", "1) one\n2) two\n2) three"])
    func numbersThatAreNotPrinted(_ text: String) {
        let bound = message(text)
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("unprinted-text") }, "\(bound.told)")
    }

    @Test(arguments: [
        "1. one\n1. two\n1. three", "7. one\n8. two", "- 3\\. October\n- 5\\. October", "1. one\n\n1) two",
    ])
    func numbersThatAre(_ text: String) { #expect(message(text).told == []) }

    @Test func aCellBeyondTheLastColumn() {
        let table = "| Round | Comes |\n| --- | --- |\n"
        #expect(message(table + "| North | no | call 999 |").told == ["unprinted-text messages/extra.md:call 999"])
        #expect(message(table + "| North | no | |\n| South | yes | <!-- ask --> |").told == [])
    }

    @Test func aCommentThatSwallowsText() {
        let bound = message(
            "<!-- ask the insurer\n\nStay at home.\n\n<!-- ask the brigade -->\n\nQuestions: {{ phone }}.")
        #expect(bound.told == ["raw-html messages/extra.md:<!--"])
        #expect(message("<!-- ask -->\n\nStay at home.\n\n<!-- and ask again -->").told == [])
    }

    // MARK: Comments to planc

    @Test func aCommentForTwoRules() {
        let bound = message("<!-- planc: allow jargon, hard-to-read: quoted -->\n\nStay at home.")
        #expect(bound.told.count == 1)
        #expect(
            bound.findings.first?.fixes.first?.edits.map(\.replacement)
                == ["<!-- planc: allow jargon: quoted -->\n<!-- planc: allow hard-to-read: quoted -->"])
    }

    @Test func aCommentInCapitals() {
        let bound = message("<!-- PLANC: Allow Jargon: quoted -->\n\nStay at home.")
        #expect(
            bound.findings.map { $0.fixes.first?.edits.map(\.replacement) ?? [] }
                == [["<!-- planc: allow jargon: quoted -->"]])
    }

    @Test func aCommentOfTextsInFrontMatter() {
        let bound = BoundTexts([
            "roles/x.md": "---\nkind: role\n<!-- planc: allow role-without-deputy: they take turns -->\ntitle: X\n---\n"
        ])
        #expect(
            bound.findings.first?.fixes.first?.edits.map(\.replacement)
                == ["# planc: allow role-without-deputy: they take turns"])
    }
}
