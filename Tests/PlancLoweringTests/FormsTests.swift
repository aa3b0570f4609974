import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// Forms to fill in, with what the plan knows already, and the packs of an exercise.
@Suite struct FormsTests {
    private static let plan = SamplePlan.bound(
        SamplePlan.laid.merging([
            "forms.md": """
            ---
            kind: packs
            packs:
              pad:
                title: Form pad
                for: [role:director, role:press]
                include: [log-sheets, media-log, rumour-log, situation-report, shift-handover, stand-down, read-and-understood, grab-bag]
                bag:
                  - {what: Torch, count: 2, every: 6mo, checked: 2025-11-30}
                copies:
                  - {to: director, at: Red box}
              kit:
                title: Kit
                for: [role:director, role:press]
                include: [cover, checklists, log-sheets, rumour-log, situation-report, read-and-understood]
                copies:
                  - {to: press, at: Desk}
            ---
            """,
            "checklists/watch.md": """
            ---
            kind: checklist
            title: Watch
            scenarios: flood
            phase: during
            ---

            - [ ] T+40min @press #watch Read what people say
            """,
            "drills.md": """
            ---
            kind: drills
            drills:
              autumn: {title: Autumn drill, date: 2025-10-10, scenario: flood, kind: tabletop}
              night:
                title: A night of rain
                date: 2026-03-01
                scenario: flood
                by: director
                lasts: 45min
                injects:
                  - at: T+20min
                    to: press
                    by: mobile
                    from: {en: A reader, fr: Une lectrice}
                    text: {en: Is my pass still good on Monday?, fr: Ma carte est-elle valable lundi ?}
                    steps: watch
                    within: 10min
                  - {at: T+5min, to: director, text: {en: Water stands on the stairs, fr: L’escalier est sous l’eau}, expects: staff-closed}
            ---
            """,
        ]) { $1 })

    private static let documents: [String: Document] = {
        var options = LoweringOptions()
        options.sections = [.packs, .exercises]
        options.numbersCopies = true
        return Dictionary(uniqueKeysWithValues: lower(plan, options).map { ($0.path, $0.document) })
    }()

    private func text(_ name: String) throws -> String {
        try #require(Self.documents[name]).allWords
    }

    private func expect(_ told: [String], in text: String) {
        for words in told { #expect(text.contains(words), "\(words)\n\(text)") }
    }

    @Test func eachFormHasWhatThePlanKnows() throws {
        let pad = try text("en/packs/pad")
        expect(
            [
                "Media log", "Rumour log", "Shift handover", "Stand-down", "Read and understood", "Grab bag",
                // Who keeps it, by the mark of a step.
                "Press officer – Ben Okoro",
                // What a role answers for, and when it must be back.
                "Lending", "RTO 1 day; MTPD 5 days",
                // What is out by the plan.
                "Mail server", "out of order",
                // A duty with room for its hour.
                "Loss of readers' data – notification", "72 h",
                // Who has read it: the deputy too, with the version.
                "Cleo Hart", "version 1.0, 5 January 2026",
                "last on 30 November 2025", "check again before 30 May 2026", "Red box",
            ], in: pad)
    }

    @Test func aReportForEachRoleStandsInAPackOfForms() throws {
        let pad = try text("en/packs/pad")
        expect(["Situation report – Director", "Situation report – Press officer", "Report to"], in: pad)
        // Asked for by name it is not in the log as well.
        #expect(pad.ranges(of: "What we know for certain").count == 3)
    }

    @Test func formsAreNotInEverything() throws {
        let binder = try text("en/packs/binder")
        #expect(!binder.contains("Rumour log"))
        expect(["Decisions", "What we know for certain"], in: binder)
    }

    @Test func aCopyHasTheFormsThatItsHolderKeeps() throws {
        let own = try text("en/packs/kit--1")
        expect(["Rumour log", "Situation report", "Report from"], in: own)
        // Of those who have read it, the holder's own people.
        #expect(!own.contains("Ada Marsh – "))
        let master = try text("en/packs/kit")
        expect(["Reported at"], in: master)
        #expect(!master.contains("Report from"))
    }

    @Test func everyPageOfAnExerciseIsMarked() throws {
        for name in ["players", "facilitators"] {
            let document = try #require(Self.documents["en/exercises/night--\(name)"])
            #expect(document.watermark == "EXERCISE")
        }
        #expect(Self.documents["en/exercises/autumn--players"] == nil)
    }

    @Test func playersDoNotSeeWhatIsPutIn() throws {
        let players = try text("en/exercises/night--players")
        for words in ["Monday", "stairs", "A reader", "Scoring"] { #expect(!players.contains(words), "\(words)") }
        expect(
            ["EXERCISE. The library is flooded", "Switch off the power", "A night of rain", "Do not use"], in: players)
        // What is due after the end is not played.
        #expect(!players.contains("Tell the readers"))
    }

    @Test func facilitatorsHaveInjectsByTimeAndTheScore() throws {
        let text = try text("en/exercises/night--facilitators")
        expect(
            [
                "Is my pass still good on Monday?", "Press officer – Ben Okoro", "A reader", "Mobile phone",
                "Staff: the library is closed", "Read what people say", "T+30 min", "/ 4", "Debriefing",
                "EXERCISE: Water stands on the stairs",
            ], in: text)
        let stairs = try #require(text.firstRange(of: "stairs"))
        let pass = try #require(text.firstRange(of: "Monday"))
        #expect(stairs.lowerBound < pass.lowerBound)
    }

    /// On a screen a time is kept whole, without what stands before or behind it.
    @Test func aTimeIsNothingButATime() throws {
        let pack = try #require(Self.documents["en/exercises/night--facilitators"])
        func headings(_ blocks: [Block]) -> [[Run]] {
            blocks.flatMap { block -> [[Run]] in
                switch block {
                case .heading(_, let runs, _): [runs]
                case .together(let inner): headings(inner)
                default: []
                }
            }
        }
        let times = headings(pack.blocks).flatMap { $0.filter { $0.style.contains(.time) } }
        #expect(!times.isEmpty)
        for time in times.map({ [$0].plainText }) {
            #expect(time.first?.isWhitespace == false && time.last?.isWhitespace == false, "'\(time)'")
        }
    }

    /// The three boxes of a score are never parted, and tables of large print have few columns: their type stays large.
    @Test(arguments: [false, true]) func theScoreIsOnOneLine(_ isLargePrint: Bool) throws {
        var options = LoweringOptions()
        options.sections = [.exercises]
        options.isLargePrint = isLargePrint
        let packs = lower(Self.plan, options)
        let pack = try #require(packs.first { $0.path == "en/exercises/night--facilitators" })
        let tables = pack.document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let isFilled = tables.filter { !$0.rows.isEmpty }
        #expect(isFilled.count == 2 && isFilled.allSatisfy { $0.columns.count <= (isLargePrint ? 4 : 6) })
        let scores = try #require(isFilled.last).rows.flatMap(\.cells).flatMap { $0 }.compactMap { block -> [Run]? in
            guard case .paragraph(let runs, _) = block else { return nil }
            let boxes = runs.indices.filter { if case .tick = runs[$0].content { true } else { false } }
            return boxes.isEmpty ? nil : Array(runs[boxes[0]...])
        }
        #expect(!scores.isEmpty)
        for score in scores { #expect(!score.plainText.contains(" "), "\(score.plainText)") }
    }

    @Test func noPackOfAnExerciseIsForReadersOutside() {
        var options = LoweringOptions()
        options.reader = "readers"
        #expect(!lower(Self.plan, options).contains { $0.path.contains("exercises") })
    }
}
