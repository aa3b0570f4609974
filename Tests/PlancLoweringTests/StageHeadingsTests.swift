import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// A stage has one heading, with what introduces it first, whichever list its first step is from.
@Suite struct StageHeadingsTests {
    private static let files = SamplePlan.laid.merging([
        "checklists/by-hand.md": """
        ---
        kind: checklist
        title: Lending by hand
        scenarios: flood
        phase: during
        ---

        ## The day

        Slips lie in the drawer.

        - [ ] T+50min @press Fetch the paper slips
        """,
        "checklists/flood.md": SamplePlan.laid["checklists/flood.md"]!.replacing(
            "## The day\n", with: "## The day\n\nWhat readers need to know.\n"),
    ]) { $1 }

    @Test func aStageOfTwoListsHasOneHeading() throws {
        let lowered = try #require(lower(SamplePlan.bound(Self.files)).first { $0.path == "en/checklists/flood" })
        let blocks = lowered.document.blocks.flatMap(\.parts)
        let headings = blocks.compactMap { block in
            if case .heading(_, let runs, _) = block { runs.plainText } else { nil }
        }
        #expect(headings.count { $0.hasPrefix("The day") } == 1, "\(headings)")
        let start = try #require(
            blocks.firstIndex { block in
                if case .heading(_, let runs, _) = block { runs.plainText == "The day" } else { false }
            })
        let words = blocks[start...].map { $0.runs.plainText }.joined(separator: " ")
        let order = [
            "What readers need to know.", "Slips lie in the drawer.", "Fetch the paper slips", "Tell the readers",
        ]
        let places = order.compactMap { words.firstRange(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted(), "\(words)")
    }

    /// A stage that only another list has is named by its heading as pages have it: a field has its words, two spaces are one.
    @Test func aHeadingBesideAnotherListIsComposed() throws {
        let files = Self.files.merging([
            "checklists/by-hand.md": Self.files["checklists/by-hand.md"]!.replacing(
                "## The day", with: "## Ask  {{ role.press.title }}")
        ]) { $1 }
        let lowered = try #require(lower(SamplePlan.bound(files)).first { $0.path == "en/checklists/flood" })
        let words = lowered.document.blocks.flatMap(\.parts).map { $0.runs.plainText }.joined(separator: "\n")
        let title = try #require(SamplePlan.bound(files).roles["press"]?.title.text(Locale("en")))
        #expect(words.contains("Lending by hand · Ask \(title)"), "\(words)")
    }

    /// Two stretches of one stage are one stage: neither is numbered, and the pause stands between them.
    @Test func aLongStageIsNotNumbered() throws {
        let steps = (1...12).map { "- [ ] T+\($0)min @press Do thing \($0)\n" }.joined()
        let list = """
            ---
            kind: checklist
            title: Lending by hand
            scenarios: flood
            phase: during
            ---

            ## First hour

            \(steps)
            """
        let files = SamplePlan.laid.merging(["checklists/by-hand.md": list]) { $1 }
        let sheet = try #require(lower(SamplePlan.bound(files)).first { $0.path == "en/checklists/flood" }).document
        let titles = sheet.blocks.flatMap(\.parts).compactMap { block in
            if case .steps(let list) = block { list.title } else { nil }
        }
        #expect(titles.count { $0 == "First hour" } > 1 && !titles.contains { $0.contains("/") }, "\(titles)")
    }

    /// Each step of another list says that it is from there, not the first of a row of them alone: nobody could tell where it ends.
    @Test func everyStepOfAnotherListNamesIt() throws {
        let list = """
            ---
            kind: checklist
            title: Lending by hand
            scenarios: flood
            phase: during
            ---

            - [ ] T+5min @press Fetch the paper slips
            - [ ] T+6min @press Sharpen the pencils

            ## First hour

            - [ ] T+7min @press Open the drawer
            """
        let files = SamplePlan.laid.merging(["checklists/by-hand.md": list]) { $1 }
        let sheet = try #require(lower(SamplePlan.bound(files)).first { $0.path == "en/checklists/flood" }).document
        let rows = sheet.blocks.flatMap(\.parts).flatMap { block -> [StepRow] in
            if case .steps(let list) = block { list.steps } else { [] }
        }
        let foreign = ["Fetch the paper slips", "Sharpen the pencils", "Open the drawer"]
        #expect(rows.count > foreign.count)
        for row in rows {
            let isNamed = wordsOfAll(row.detail).contains("From the list: Lending by hand")
            #expect(isNamed == foreign.contains(row.text.plainText), "\(row.text.plainText)")
        }
    }

    /// Those who play see the headings that those who act see, and the cases that they name.
    @Test func thePlayersHaveTheHeadingsOfTheList() throws {
        let files = SamplePlan.laid.merging([
            "checklists/flood.md": SamplePlan.laid["checklists/flood.md"]!.replacing(
                "## The day", with: "## Only if the cellar is wet"),
            "exercise.md": """
            ---
            kind: drills
            drills:
              spring:
                title: Spring drill
                date: 2026-04-10
                scenario: flood
                kind: tabletop
                lasts: 2h
                injects: [{at: T+10min, to: [press], text: {en: A reader calls., fr: Une lectrice appelle.}}]
            ---
            """,
        ]) { $1 }
        let document = lower(SamplePlan.bound(files)).first { $0.path == "en/exercises/spring--players" }?.document
        let headings = try #require(document).blocks.flatMap(\.parts).compactMap { block in
            if case .heading(2, let runs, _) = block { runs.plainText } else { nil }
        }
        #expect(headings.contains("First hour") && headings.contains("Only if the cellar is wet"), "\(headings)")
    }
}
