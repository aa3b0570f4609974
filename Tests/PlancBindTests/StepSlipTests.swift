import PlancMarkup
import PlancModel
import Testing

@testable import PlancBind

/// Whole steps that were once words of the step above them, or nobody’s, without a word or with two findings of which neither
/// said what was in the way. Smallest cases of the laws *near miss* and *one cause*.
@Suite struct StepSlipTests {
    private let first = "- [ ] T0 @director Close the doors"

    private func list(_ body: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md": "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        ])
    }

    private func steps(_ bound: BoundTexts) -> [Step] { (bound.plan?.checklists["x"]?.stages ?? []).flatMap(\.steps) }

    private func replacements(_ bound: BoundTexts) -> [String] {
        bound.findings.flatMap(\.fixes).flatMap(\.edits).map(\.replacement)
    }

    // MARK: Underlined

    @Test(arguments: ["-", "---", "=====", "Mind the step\n  ==="]) func aLineBelowAStepMakesNoHeading(_ line: String) {
        let bound = list("- [ ] T0 @caretaker Wait\n\(first)\n  \(line)\n- [ ] T+1h @press Tell them")
        #expect(bound.told == ["accidental-heading checklists/x.md:\(line.split(separator: " ").last ?? "")"])
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["caretaker"], ["director"], ["press"]])
        #expect(replacements(bound) == [""])
    }

    @Test func aLineAcrossThePageIsNone() {
        #expect(list("\(first)\n\n---\n\n- [ ] T+1h @press Tell them").told == [])
    }

    // MARK: Titles

    /// Whether words behind a role are the rest of its title, or say what it does.
    @Test(arguments: [
        ("@press officer Tell them", "officer", "Tell them"), ("@press officer: Tell them", "officer", "Tell them"),
        ("@press Officer Tell them", "Officer", "Tell them"),
        ("@press officer and @director Tell them", "officer", "Tell them"),
    ]) func theRestOfATitle(_ line: String, _ told: String, _ words: String) {
        let bound = list("- [ ] T+1h " + line)
        #expect(bound.told == ["malformed-step checklists/x.md:\(told)"])
        #expect(steps(bound).map(\.text.plainText) == [words])
        #expect(replacements(bound) == [""])
    }

    @Test(arguments: [
        "@press officer the gate", "@press Officer the gate", "@press Tell the officer", "@press ? Tell them",
    ])
    func aVerbIsNoTitle(_ line: String) {
        let bound = list("- [ ] T+1h " + line)
        #expect(!bound.told.contains { $0.hasSuffix("fficer") || $0.hasSuffix(":?") })
    }

    // MARK: Words of another step

    @Test(arguments: [
        ("TODO: T+1h @press Tell them", "TODO:"), ("Then T+1h @press Tell them", "Then"),
        ("- [ ] 8. T+1h @press Tell them", "8."), ("- [ ] ☐ T+1h @press Tell them", "☐"),
        ("- [ ] max. T+1h @press Tell them", "max."), ("- Then T+1h @press Tell them", "Then"),
    ]) func wordsBeforeTheTime(_ line: String, _ words: String) {
        let bound = list("\(first)\n\(line)")
        #expect(bound.told == ["malformed-step checklists/x.md:\(words)"])
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["director"], ["press"]])
        #expect(steps(bound).last?.offset?.value.notation == "T+1h")
        #expect(replacements(bound).joined().contains(words) == (words != "☐"))
    }

    @Test(arguments: ["at 2 pm", "X+4h", "at once", "Day 1", "T=0", "4 h"])
    func aTimeInOtherWords(_ words: String) {
        let bound = list("- [ ] \(words) @press Tell them")
        #expect(bound.told == ["malformed-step checklists/x.md:\(words)"])
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["press"]] && steps(bound).allSatisfy(\.hasUnreadTime))
        #expect(replacements(bound) == ["", " " + words])
    }

    @Test(arguments: [
        ". T+1h @press Tell them", " [ ] T+1h @press Tell them", ". Then T+1h @press Tell them",
    ]) func aSecondStepBehindTheFirst(_ words: String) {
        let bound = list(first + words)
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["director"], ["press"]])
        #expect(replacements(bound) == ["\n- [ ] "])
    }

    @Test(arguments: [
        "- **[ ]** T+1h @press Tell them", "- `[ ]` T+1h @press Tell them", "- [done] T+1h @press Tell them",
        "@press Tell them", "@press: tell them", "- Press officer: tell them",
    ]) func aStepWithoutItsBox(_ line: String) {
        let bound = list("\(first)\n\(line)")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
        #expect(steps(bound).map { $0.roles.map(\.id) } == [["director"], ["press"]])
    }

    @Test(arguments: ["- Tell them (T+1h, @press)", "1. Tell them (press, T+1h)", "~~- [ ] T+1h @press Tell them~~"])
    func aStepThatIsNone(_ line: String) {
        let bound = list("\(first)\n\(line)")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
    }

    @Test(arguments: [
        "  and calls @press before T+4h", "  @press has the key", "  - @press has the key", ". At T+4h @press joins",
        "\n\n- Press officer: +33 1 99 00 12 34", "\n\nThe gate (B) opens by itself.",
    ]) func whatIsNoStep(_ words: String) {
        let gap = words.hasPrefix(" ") ? "\n" : ""
        #expect(list(first + gap + words).told.filter { $0.hasPrefix("malformed") } == [])
    }

    // MARK: The work of others

    @Test func theWorkOfAnotherRoleBelowAStep() {
        let bound = list("\(first)\n  - @press: tell them\n  - @director: has the key")
        #expect(bound.told == ["malformed-step checklists/x.md:- "])
        #expect(steps(bound).first?.substeps.map { $0.roles.map(\.id) } == [["press"]])
        let answer = list("- [ ] T0 @director ? Is it deep\n  - yes: T+1h @press tell them\n  - no: wait")
        #expect(answer.told == ["malformed-step checklists/x.md:T+1h @press"])
    }

    @Test(arguments: [
        "@director, Press officer: Close", "@director & press officer Close", "@director and the press officer: Close",
    ]) func aSecondDoerByTitle(_ head: String) {
        let bound = list("- [ ] T0 \(head) the doors")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
        #expect(replacements(bound) == ["@press"])
        #expect(steps(bound).first?.roles.map(\.id) == ["director", "press"])
    }

    // MARK: Conditions and answers

    @Test(arguments: ["", "\n"]) func aConditionBelowTheWordsOfAStep(_ gap: String) {
        let bound = list("\(first)\nOnly when the brigade has left:\n\(gap)- [ ] T+1h @press Tell them")
        #expect(bound.told == ["malformed-step checklists/x.md:Only when the brigade has left:"])
        #expect(replacements(bound) == ["\n## ", ""])
        #expect(list("\(first)\n  Only when the brigade has left:\n\n- [ ] T+1h @press Tell them").told == [])
    }

    @Test(arguments: [
        "", "\n  - yes: wait", "\n  - yes: wait\n  - yes: go", "\n  - yes: wait\n  - no:", "\n  - yes: wait\n  - No",
        "\n  - yes: wait\n- no: go",
    ]) func aDecisionThatLacksAnAnswer(_ answers: String) {
        let bound = list("- [ ] T0 @director ? Is it deep\(answers)")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
    }

    @Test(arguments: ["??", "？", "❓"]) func aMarkOfADecision(_ mark: String) {
        let bound = list("- [ ] T0 @director \(mark) Is it deep\n  - yes: wait\n  - no: go")
        #expect(bound.told == ["malformed-step checklists/x.md:\(mark)"] && replacements(bound) == ["?"])
        #expect(steps(bound).first?.isDecision == true)
    }

    // MARK: Heads

    @Test(arguments: ["T+1 h 30", "T+1h 30min"]) func hoursAndMinutes(_ time: String) {
        let bound = list("- [ ] \(time) @director Close the doors")
        #expect(bound.told == ["malformed-offset checklists/x.md:\(time)"] && replacements(bound) == ["T+90min"])
    }

    @Test func fromATimeOnIsNotByIt() {
        #expect(replacements(list("- [ ] from T+4h @director Close the doors")) == [])
        #expect(replacements(list("- [ ] by T+4h @director Close the doors")) == ["T+4h"])
    }

    @Test(arguments: [".", " ;", "’s"]) func aSignBehindARole(_ sign: String) {
        let bound = list("- [ ] T0 @director\(sign) Close the doors")
        #expect(bound.told.count == 1 && bound.told[0].hasPrefix("malformed-step"), "\(bound.told)")
        #expect(steps(bound).first?.text.plainText == "Close the doors")
    }

    @Test func whoIsSpokenOfMayBeTakenForADoer() {
        #expect(list("- [ ] T0 @director @press call").told == ["malformed-step checklists/x.md:call"])
        #expect(list("- [ ] T0 @director and @press call").told == [])
        #expect(list("\(first)\n\(first)").told.count == 1)
        #expect(list("\(first)\n- [ ]").told == ["malformed-step checklists/x.md:- [ ]"])
    }

    // MARK: Numbers of parts

    @Test(arguments: [("1.1. Then", "### "), ("IV. Then", "## ")])
    func aPartWithoutItsSigns(_ line: String, _ marks: String) {
        for gap in ["\n", ""] {
            let bound = list("## First\n\n\(first)\n\(gap)\(line)\n\(gap)- [ ] T+1h @press Tell them")
            #expect(bound.told == ["malformed-heading checklists/x.md:\(line)"])
            #expect(replacements(bound) == [marks + line])
        }
    }

    @Test func aNumberAmongNumbers() {
        func told(_ title: String, _ line: String) -> [String] {
            list("## \(title)\n\n\(first)\n\n\(line)\n\n- [ ] T+1h @press Tell them").told
        }
        #expect(told("1 First", "1.1 Then") == ["malformed-heading checklists/x.md:1.1 Then"])
        #expect(told("A. First", "B. Then") == ["malformed-heading checklists/x.md:B. Then"])
        // No headings: what stands at the margin.
        #expect(told("First", "2.5 Liter je Person") == ["malformed-step checklists/x.md:2.5 Liter je Person"])
        let words = "B. Martin opens the doors."
        #expect(told("1. First", words) == ["malformed-step checklists/x.md:" + words])
    }

    // MARK: Behind a decision

    @Test(arguments: ["If not, call", "Sinon, call", "Otherwise call", "Andernfalls: call"])
    func anAnswerAsAStep(_ words: String) {
        let decision = "- [ ] T0 @director ? Is the house empty\n  - yes: close it\n"
        let bound = list(decision + "- [ ] T0 @director \(words) the brigade")
        let condition = words.dropLast(5).filter { $0 != "," && $0 != ":" }
        #expect(bound.told == ["malformed-step checklists/x.md:\(condition)"])
        #expect(replacements(bound).count == 1 && replacements(bound)[0].hasPrefix("  - n"))
        // Of another role it stays a step, and the decision is not told once more.
        let other = list(decision + "- [ ] T+1h @press \(words) the brigade")
        #expect(other.told == bound.told && replacements(other).isEmpty)
    }

    @Test func whatIsNoAnswer() {
        let decision = "- [ ] T0 @director ? Is the house empty\n  - yes: close it\n  - no: call\n"
        #expect(list(decision + "- [ ] T+1h @director If not all are out, call").told == [])
        #expect(list("\(first)\n- [ ] T+1h @director If not, call").told == [])
    }

    // MARK: Heads behind, and crossed out

    @Test func aHeadInBracketsIsWrittenFirst() {
        let bound = list("\(first)\n- Measure the **water** (T+4h, @press)\n- Ring them (Press, T+5h)")
        #expect(replacements(bound) == ["- [ ] T+4h @press Measure the **water**", "- [ ] T+5h @press Ring them"])
    }

    @Test(arguments: [
        "- [ ] ~~T+1h @press Tell them~~", "- [ ] T+1h @press ~~Tell them~~", "~~- [ ] T+1h @press Tell~~",
    ]) func aCrossedOutStepIsDeleted(_ line: String) {
        let bound = list("\(first)\n\(line)\n- [ ] T+2h @press Close")
        #expect(bound.told.count == 1)
        let edits = bound.findings.first?.fixes.first?.edits ?? []
        #expect(edits.map { bound.sources.text($0.span) } == [line + "\n"])
    }
}
