import PlancDocument
import PlancText
import Testing

@testable import PlancLowering

/// A step that leads over to another scenario, or to a list of it, says where that is.
@Suite struct OtherScenariosTests {
    private static func files(_ packs: String) -> [String: String] {
        FrontLeafTests.files.merging([
            "checklists/doubt.md": """
            ---
            kind: checklist
            title: Doubt
            scenarios: fire
            phase: during
            ---

            - [ ] T+5min @director ? Does water come in
              - yes: [the other list](flood.md)
              - also: [Flood](scenario:flood)
              - no: go on
            """,
            "leaf-packs.md": "---\nkind: packs\npacks:\n\(packs)---\n",
        ]) { $1 }
    }

    private static let whole = """
          box:
            title: Box
            for: [role:director, role:press]
            include: [cover, checklists]

        """
    private static let parted = """
          fire:
            title: Fire box
            for: [role:director]
            include: [cover, checklists]
            scenarios: fire
          flood:
            title: Flood box
            for: [role:director]
            include: [cover, checklists]
            scenarios: flood
            copies:
              - {to: director, at: Cellar}

        """

    private func documents(
        _ packs: String, _ sections: Set<LoweredDocument.Section>
    ) -> [String: LoweredDocument] {
        var options = LoweringOptions()
        options.sections = sections
        return Dictionary(
            uniqueKeysWithValues: lower(SamplePlan.bound(Self.files(packs)), options).map { ($0.path, $0) })
    }

    private func branch(_ document: Document, _ label: String = "yes") throws -> [Run] {
        let steps = document.blocks.flatMap { block -> [StepRow] in
            if case .steps(let list) = block { list.steps } else { [] }
        }
        let found = steps.flatMap(\.branches).first { $0.label == label }
        return try #require(found?.text)
    }

    @Test func aListOfAnotherScenarioIsNamedWithItsPage() throws {
        let box = try #require(documents(Self.whole, [.packs])["en/packs/box"]).document
        let runs = try branch(box)
        let digit = String((SamplePlan.bound(Self.files(Self.whole)).scenarios.index(of: "flood") ?? -1) + 1)
        #expect(runs.plainText == "the other list → \(digit)\u{A0}Flood")
        #expect(runs.contains { $0.content == .tab(digit) })
        #expect(runs.last?.content == .page(of: "flood-opening", before: ", p.\u{A0}"))
        #expect(runs.allSatisfy { $0.link == .anchor("flood-opening") })
        #expect(box.blocks.flatMap(\.anchors).contains("flood-opening"))
        // In a text the line stands for the page.
        let text = String(decoding: emitText(box), as: UTF8.self)
        #expect(text.contains(/> yes – the other list → \[\d\] Flood, line \d+\n/), "\(text)")
        #expect(text.contains(/> also – Flood → \[\d\] line \d+\n/), "\(text)")
    }

    @Test func whereThePackHasItNotItSaysWhichHas() throws {
        let fire = try #require(documents(Self.parted, [.packs])["en/packs/fire"])
        let runs = try branch(fire.document)
        #expect(runs.plainText.contains("Flood · Flood box"), "\(runs.plainText)")
        #expect(runs.plainText.hasSuffix(", Cellar"))
        #expect(
            runs.contains {
                $0.content == .page(of: "flood-opening", in: "packs/flood", before: ", p.\u{A0}")
            })
        #expect(fire.referred.contains("en/packs/flood"))
    }

    @Test func aSheetLinksToThatOfTheOtherScenario() throws {
        let sheet = try #require(documents(Self.whole, [.checklists])["en/checklists/fire"]).document
        let runs = try branch(sheet)
        #expect(runs.plainText == "the other list → Flood")
        #expect(runs.allSatisfy { $0.link == .document("checklists/flood", anchor: nil) })
        #expect(try branch(sheet, "also").plainText == "Flood")
    }
}
