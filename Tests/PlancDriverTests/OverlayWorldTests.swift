import PlancDiagnostics
import PlancModel
import Testing

@testable import PlancDriver

@Suite struct OverlayWorldTests {
    private static let day = CalendarDate(iso: "2026-11-21")!

    private var saved: MemoryWorld {
        MemoryWorld(
            Dictionary(uniqueKeysWithValues: ExamplePlan.files.map { ("plan/\($0.key)", Array($0.value.utf8)) }),
            today: Self.day)
    }

    private func rules(_ world: some World) -> [String] {
        check(load(["plan"], in: world), asOf: Self.day).findings.map { $0.rule }
    }

    @Test func unsavedTextStandsInPlaceOfTheFile() throws {
        let text = ExamplePlan.files["roles.md"]!
        let unsaved =
            text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.contains("press:") ? $0 + " # unsaved" : $0 }.joined(separator: "\n")
            + "\n{{ nothing }}\n"
        let world = OverlayWorld(["./plan/roles.md": Array(unsaved.utf8)], over: saved)
        #expect(rules(saved).contains("unknown-field") == false)
        #expect(rules(world).contains("unknown-field"))
        #expect(try world.read("plan/roles.md", limit: .max) == Array(unsaved.utf8))
        #expect(try world.read("plan/plan.md", limit: 4) == Array("---\n".utf8))
    }

    @Test func aNewFileIsThereBeforeItIsSaved() throws {
        let text = "---\nkind: snippet\ntitle: New\n---\n\nNew words: {{ nothing }}.\n"
        let world = OverlayWorld(["plan/new/words.md": Array(text.utf8)], over: saved)
        #expect(world.kind(of: "plan/new") == .folder)
        #expect(try world.entries(of: "plan").contains { $0.name == "new" && $0.kind == .folder })
        #expect(try world.entries(of: "plan/new").map(\.name) == ["words.md"])
        #expect(world.realPath("plan/new/words.md") == "/plan/new/words.md")
        #expect(rules(world).contains("unknown-field"))
    }

    /// A plan that is named by its whole path: the folders above it end at the root.
    @Test func anAbsolutePathBeginsAtTheRoot() throws {
        let world = OverlayWorld(["/srv/plan/new.md": []], over: MemoryWorld(["/srv/old.md": []], today: saved.today))
        #expect(try world.entries(of: "/srv").map(\.name) == ["old.md", "plan"])
        #expect(try world.entries(of: "/srv/plan").map(\.name) == ["new.md"])
        #expect(world.kind(of: "/srv/plan/new.md") == .file)
    }

    @Test func whatIsNowhereIsNotThere() {
        let world = OverlayWorld(["plan/new.md": []], over: saved)
        #expect(world.kind(of: "plan/other.md") == nil)
        #expect(world.realPath("plan/other.md") == nil)
        #expect(throws: WorldError.self) { try world.read("plan/other.md", limit: 1) }
        #expect(throws: WorldError.self) { try world.entries(of: "elsewhere") }
    }
}
