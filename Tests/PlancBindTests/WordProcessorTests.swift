import PlancDiagnostics
import PlancMarkup
import Testing

@testable import PlancBind

/// Slips of somebody who knows a word processor and no YAML: each was once read as text, or as nothing, without a
/// word. Smallest cases of the law *near miss*.
@Suite struct WordProcessorTests {
    private func list(_ body: String, _ files: [String: String?] = [:]) -> BoundTexts {
        var laid = files
        laid["checklists/x.md"] =
            "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        return BoundTexts(laid)
    }

    @Test(arguments: ["15h30", "15:30", "10min", "2h"]) func aTimeOfTheClockIsNoTimeOfAStep(_ time: String) {
        let bound = list("- [ ] \(time) @director Close the doors")
        #expect(bound.told == ["malformed-offset checklists/x.md:\(time)"])
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.first?.roles.map(\.id) == ["director"])
    }

    @Test(arguments: ["3 people carry @director out", "15h30 Close the doors, @director"])
    func aNumberAmongTheWordsIsNone(_ words: String) { #expect(list("- [ ] T0 @press \(words)").told == []) }

    @Test func aStepSaysWhatIsToBeDone() {
        #expect(list("- [ ] T0 @director").told == ["malformed-step checklists/x.md:T0 @director"])
        #expect(list("- [ ] T0 @director\n  - [ ] Close the doors").told == [])
    }

    @Test(arguments: ["2. Then", "##2. Then"]) func aNumberedLineAboveStepsIsAHeading(_ line: String) {
        let bound = list("## First\n\n- [ ] T0 @director Close the doors\n\n\(line)\n\n- [ ] T+1h @press Tell them")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-heading") })
    }

    @Test(arguments: [
        "1. Take the bag.\n\n- [ ] T+1h @press Tell them", "1. Keys\n2. Bag\n\n- [ ] T+1h @press Tell them",
    ]) func aNumberedListIsNone(_ text: String) {
        let bound = list("## First\n\n- [ ] T0 @director Close the doors\n\n\(text)")
        // It is no heading, and stands at the margin.
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
    }

    @Test func aFootnoteWithoutItsNote() {
        #expect(list("- [ ] T0 @director Close the doors[^1]").told == ["malformed-link checklists/x.md:[^1]"])
    }

    @Test func aStepThatSendsAFileWithoutFrontMatter() {
        let step = "- [ ] T0 @director [Tell them](../messages/empty.md)"
        let told = list(step, ["messages/empty.md": ""]).told
        #expect(told == ["broken-link checklists/x.md:../messages/empty.md"])
        #expect(
            list("- [ ] T0 @press Wait\n\nSee [the notes](../messages/empty.md).", ["messages/empty.md": ""]).told == []
        )
    }

    @Test(arguments: [
        ("+33 6 39 98 00 0", false), ("+33 6 39 98 00 011", false), ("+33 6 39 98 00 01", true),
        ("+1 212 555 010", false),
        ("+44 1632 960001", true), ("+49 30 1234", true), ("+32 2 555 01 01", true), ("+353 1800 123456", true),
    ]) func aNumberIsAsLongAsThoseOfItsCountry(_ number: String, _ isWhole: Bool) {
        #expect(Form.isWholePhone(number) == isWhole)
    }

    @Test(arguments: ["-x [ ] ", "-# [ ] ", "- [[ ] ", "- x[ ] ", "- #[ ] ", "# - [ ] "]) func aSignTooManyBeforeTheBox(
        _ box: String
    ) {
        let bound = list(box + "T+6d @director Close the doors")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.map { $0.offset?.value.notation } == ["T+6d"])
    }

    @Test(arguments: ["T+6d@director", "T+6d@ director"]) func aSpaceIsMissing(_ head: String) {
        let bound = list("- [ ] \(head) Close the doors")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(bound.plan?.checklists["x"]?.stages.first?.steps.first?.roles.map(\.id) == ["director"])
    }

    @Test(arguments: [
        ".#./messages/ready.md", "..#/messages/ready.md", "../#messages/ready.md", "../messages#/ready.md",
    ])
    func aSignInTheMiddleOfAPath(_ path: String) {
        #expect(list("- [ ] T0 @director [Tell them](\(path))").told == ["broken-link checklists/x.md:\(path)"])
    }

    @Test(arguments: ["x## Then", "#x# Then"]) func aSignTooManyBeforeAHeading(_ line: String) {
        let bound = list("## First\n\n- [ ] T0 @director Close the doors\n\n\(line)\n\n- [ ] T+1h @press Tell them")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-heading") })
    }

    /// A copy that a file manager made takes nothing away from the file that was copied.
    @Test func aCopyOfAFile() throws {
        let ready = try #require(ExamplePlan.files["messages/readers-closed.md"])
        let bound = BoundTexts(["messages/readers-closed (1).md": ready])
        #expect(bound.told.map { $0.split(separator: " ")[0] }.sorted() == ["duplicate-id", "malformed-id"])
        #expect(bound.told.allSatisfy { $0.contains("(1)") })
    }
}
