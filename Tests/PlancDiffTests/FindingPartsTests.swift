import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import Testing

@testable import PlancDiff

/// A finding that counts or lists several things is known again by each of them: what is one thing less is not new.
@Suite struct FindingPartsTests {
    /// Nobody's numbers were ever tried.
    private static let untried = Edit("people.md", "    verified: 2026-01-05\n", "")

    private func diff(_ edits: [Edit], from base: [Edit]) throws -> PlanDiff {
        PlanDiff(from: try examplePlan(base), to: try examplePlan(base + edits))
    }

    private func messages(_ findings: [PlanDiff.Reported]) -> [String] { findings.map(\.message.english) }

    @Test func confirmingOneNumberMakesNoFindingNew() throws {
        let tried = Edit("people.md", "home]\n", "home]\n    verified: 2026-01-10\n")
        let diff = try diff([tried], from: [Self.untried])
        #expect(messages(diff.appeared) == [])
        #expect(messages(diff.settled) == ["nobody ever tried the numbers of 'Ada Marsh'"])
    }

    @Test func aNumberMoreIsNewAlone() throws {
        let base = try examplePlan([Edit("people.md", "home]\n    verified: 2026-01-05\n", "home]\n")])
        let head = try examplePlan([Self.untried])
        let found = PlanDiff(from: base, to: head)
        #expect(
            messages(found.appeared).sorted() == [
                "nobody ever tried the numbers of 'Ben Okoro'", "nobody ever tried the numbers of 'Cleo Hart'",
            ])
        #expect(messages(found.settled) == [])
    }

    @Test func anApprovalSettlesItselfAlone() throws {
        let never = Edit(
            "plan.md", "review: {every: 6mo, last: 2026-01-05}\napproved: {by: director, on: 2026-01-05}\n", "")
        let base = try examplePlan([never])
        let head = try examplePlan([
            never, Edit("plan.md", "profiles: []", "profiles: []\napproved: {by: director, on: 2026-01-05}"),
        ])
        let found = PlanDiff(from: base, to: head)
        #expect(messages(found.appeared) == [])
        #expect(messages(found.settled) == ["still to be confirmed: it is not approved"])
    }

    @Test func aListedThingLessIsSettledAlone() {
        let (old, new) = (listing(["Flood", "Fire", "Theft"]), listing(["Flood", "Theft"]))
        let shorter = FindingChanges(from: [old], Self.sources, to: [new], Self.sources)
        #expect(shorter.appeared == [])
        #expect(shorter.gone.map(\.message.english) == ["nobody is told in 'Fire'"])
        let longer = FindingChanges(from: [new], Self.sources, to: [old], Self.sources)
        #expect(longer.appeared.map(\.message.english) == ["nobody is told in 'Fire'"])
        #expect(longer.gone == [])
        // Of two lists nobody knows which thing belongs to which.
        #expect(FindingChanges(from: [], Self.sources, to: [old], Self.sources).appeared == [old])
    }

    /// Whatever was listed and is listed now: what came is new and what went is settled, and nothing else, also behind "2 others".
    @Test(arguments: 2...9) func whatCameAndWentIsToldAlone(_ count: Int) {
        let names = (0..<count + 3).map { "Scenario \($0)" }
        for went in 0...min(3, count - 2) {
            for came in 0...3 {
                let old = names.prefix(count)
                let new = names.dropFirst(went).prefix(count - went + came)
                let changes = FindingChanges(
                    from: [listing(Array(old))], Self.sources, to: [listing(Array(new))], Self.sources)
                func told(_ names: some Sequence<String>) -> [String] { names.map { "nobody is told in '\($0)'" } }
                #expect(changes.appeared.map(\.message.english) == told(new.dropFirst(count - went)))
                #expect(changes.gone.map(\.message.english) == told(old.prefix(went)))
            }
        }
        let long = listing(names).message
        #expect(long.english.hasSuffix("and \(count - 2) others") == (count > 3))
    }

    @Test func aBaselineKnowsEachThing() throws {
        let today = try #require(CalendarDate(iso: ExamplePlan.today))
        func report(_ edits: [Edit]) throws -> Report {
            var files = ExamplePlan.files
            for edit in edits {
                files[edit.path] = files[edit.path]?.split(separator: edit.old, omittingEmptySubsequences: false)
                    .joined(separator: edit.new)
            }
            let bytes = Dictionary(uniqueKeysWithValues: files.map { ("example/" + $0, Array($1.utf8)) })
            return check(load(["example"], in: MemoryWorld(bytes, today: today)), asOf: today)
        }
        let baseline = try Baseline(text: Baseline.text(of: try report([Self.untried])))
        let tried = Edit("people.md", "home]\n", "home]\n    verified: 2026-01-10\n")
        #expect(baseline.new(try report([Self.untried, tried])).map(\.message.english) == [])
        #expect(baseline.new(try report([Self.untried])) == [])
    }

    private static let sources: SourceSet = {
        var sources = SourceSet()
        _ = sources.add(SourceFile(path: "a.md", bytes: Array("text".utf8)))
        return sources
    }()

    private func listing(_ names: [String]) -> Finding {
        Finding(
            rule: "r", severity: .warning, span: Span(FileID(0), 0, 0),
            message: Phrase(
                "nobody is told in {names}", ["names": Phrase.few(names.map { Phrase(verbatim: "'\($0)'") })]))
    }
}
