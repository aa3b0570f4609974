import PlancDocument
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// A translation's text stands beside a time only where it is the text of that step.
@Suite struct TranslatedStepsTests {
    private static let source = """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        ## First hour

        - [ ] T0 @caretaker Switch off the power in the basement
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
        - [ ] T+40min @caretaker Close the doors
          - [ ] the green one
          - [ ] the red one
        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
        """

    private func sheet(_ steps: String, of source: String = source) throws -> String {
        let plan = SamplePlan.bound(
            SamplePlan.laid.merging([
                "checklists/flood.md": source,
                "checklists/flood.fr.md":
                    "---\nkind: checklist\ntitle: Inondation\n---\n\n## Première heure\n\n" + steps + "\n",
            ]) { $1 })
        var options = LoweringOptions()
        options.locales = [Locale("fr")]
        let document = try #require(lower(plan, options).first { $0.path == "fr/checklists/flood" }).document
        return String(decoding: emitText(document), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let whole = [
        "- [ ] T0 @caretaker Coupez le courant",
        "- [ ] T+30min @director Informez les agents : [](../messages/staff-closed.md)",
        "- [ ] T+40min @caretaker Fermez les portes\n  - [ ] la verte\n  - [ ] la rouge",
        "- [ ] T+1h @press Informez les lecteurs : [](../messages/readers-closed.md)",
    ]

    @Test func aWholeTranslationIsPrinted() throws {
        let text = try sheet(Self.whole.joined(separator: "\n"))
        for words in [
            "Coupez le courant", "Informez les agents", "Fermez les portes", "la rouge", "Informez les lecteurs",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test(arguments: [0, 1, 2, 3])
    func aMissingStepIsPrintedInTheSource(_ place: Int) throws {
        var steps = Self.whole
        steps.remove(at: place)
        let text = try sheet(steps.joined(separator: "\n"))
        let source = ["Switch off the power", "Tell the staff", "Close the doors", "Tell the readers"]
        let told = ["Coupez le courant", "Informez les agents", "Fermez les portes", "Informez les lecteurs"]
        for other in 0..<4 {
            #expect(text.contains(source[other]) == (other == place), "\(source[other])")
            #expect(text.contains(told[other]) == (other != place), "\(told[other])")
        }
    }

    @Test func aStepMoreIsNotPrinted() throws {
        var steps = Self.whole
        steps.insert("- [ ] T+20min @press Appelez la mairie", at: 1)
        let text = try sheet(steps.joined(separator: "\n"))
        #expect(!text.contains("mairie"))
        #expect(text.contains("Informez les agents") && !text.contains("Tell the staff"))
    }

    @Test func stepsThatChangedPlacesAreFoundByTheirLinks() throws {
        var steps = Self.whole
        steps[2] = "- [ ] T+1h @director Fermez les portes"
        steps.swapAt(2, 3)
        let source = Self.source.replacing(
            "- [ ] T+40min @caretaker Close the doors\n  - [ ] the green one\n  - [ ] the red one",
            with: "- [ ] T+1h @director Close the doors")
        let text = try sheet(steps.joined(separator: "\n"), of: source)
        #expect(text.contains("Informez les lecteurs") && !text.contains("Tell the readers"))
        #expect(text.contains("Fermez les portes") && !text.contains("Close the doors"))
    }

    @Test func aMissingSubStepLeavesTheStepInTheSource() throws {
        var steps = Self.whole
        steps[2] = "- [ ] T+40min @caretaker Fermez les portes\n  - [ ] la rouge"
        let text = try sheet(steps.joined(separator: "\n"))
        #expect(text.contains("Close the doors") && text.contains("the green one") && !text.contains("la rouge"))
    }
}
