import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancDiff

/// The same words in other lists, on other lines and between other spaces: what a page shows of it is told, and what none shows is no
/// change.
@Suite struct PageStructureTests {
    private static let message = "messages/ready.md"
    private static let list = Edit(
        message, "If the library has to close, look at our website. Your questions: {{ phone }}.",
        "- Look at our website.\n- Ask us: {{ phone }}.\n")

    private func diff(_ edits: [Edit], from base: [Edit] = []) throws -> PlanDiff {
        PlanDiff(from: try examplePlan(base), to: try examplePlan(base + edits))
    }

    private func pages(_ edits: [Edit], from base: [Edit] = []) throws -> [String] {
        let diff = try diff(edits, from: base)
        return diff.sections(.english).filter { $0.name == "pages" }.flatMap { $0.entries.map(\.text.english) }
    }

    @Test(arguments: [
        ("- Ask us", "  - Ask us", "set in another way: 'Ask us: [Number for questions].'"),
        ("- Ask us", "* Ask us", "set in another way: 'Ask us: [Number for questions].'"),
        ("- Ask us", "\n- Ask us", "set in another way: '- Ask us: {{ phone }}.'"),
        ("- Look", "1. Look", "set in another way: 'Look at our website.'"),
        ("at our website", "at our\\\nwebsite", "a line break in 'Look at our website.'"),
        ("at our website", "at our\u{A0}website", "a no-break space in 'Look at our website.'"),
    ])
    func whatAPageShowsIsTold(old: String, new: String, words: String) throws {
        let said = try pages([Edit(Self.message, old, new)], from: [Self.list])
        #expect(said.contains { $0.hasPrefix(words) }, "\(said)")
    }

    @Test(arguments: [
        Edit("checklists/flood.md", "Switch off the power", "Switch  off the power"),
        Edit(message, "look at our website", "look  at our\twebsite"),
        Edit("roles.md", "title: Press officer", "title: \"Press  officer \""),
        Edit("people.md", "name: Ada Marsh", "name: \" Ada Marsh\""),
    ])
    func spacesThatNoPageShowsAreNoChange(edit: Edit) throws {
        let diff = try diff([edit])
        #expect(diff.isEmpty, "\(diff.text(plan: "", language: .english))")
    }

    /// Only who copies the text of the message sees the empty line.
    @Test func aPackIsNotStaleForWhatIsOnlyCopied() throws {
        let packs = [
            "packs.md":
                "---\nkind: packs\npacks:\n  box: {title: The box, for: [role:press], include: [messages]}\n---\n"
        ]
        for (new, isStale) in [("\n- Ask us", false), ("  - Ask us", true)] {
            let change = PlanDiff(
                from: try examplePlan([Self.list], adding: packs),
                to: try examplePlan([Self.list, Edit(Self.message, "- Ask us", new)], adding: packs))
            #expect(change.changes(in: .packs).isEmpty != isStale)
            #expect(!change.pages.isEmpty)
        }
    }

    @Test func aStepWithANoBreakSpaceIsNotWordedAnew() throws {
        let said = told(try diff([Edit("checklists/flood.md", "Switch off", "Switch\u{A0}off")]))
        #expect(
            said == [
                "steps changed: Flood: 'Switch\u{A0}off the power in the basement' – a no-break space in 'Switch off the power …'"
            ])
    }
}
