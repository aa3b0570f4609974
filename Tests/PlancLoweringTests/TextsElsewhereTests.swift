import PlancDocument
import PlancModel
import Testing

@testable import PlancLowering

/// A pack says where a text is that it does not hold: by mark, pack, page and place.
@Suite struct TextsElsewhereTests {
    private static let files = FrontLeafTests.files.merging([
        "leaf-packs.md": """
        ---
        kind: packs
        packs:
          lists:
            title: Lists
            for: [role:director]
            include: [cover, checklists]
            copies:
              - {to: director, at: Desk}
          texts:
            title: Texts
            for: [role:director, role:press]
            include: [cover, messages]
            copies:
              - {to: director, at: Home}
              - {to: press, at: desk}
              - {at: Van}
        ---
        """
    ]) { $1 }

    private func documents(
        numbersCopies: Bool, of files: [String: String] = Self.files
    ) -> [String: LoweredDocument] {
        var options = LoweringOptions()
        options.sections = [.packs]
        options.numbersCopies = numbersCopies
        return Dictionary(
            uniqueKeysWithValues: lower(SamplePlan.bound(files), options).map { ($0.path, $0) })
    }

    private func references(_ lowered: LoweredDocument) -> [(document: String, anchor: String)] {
        lowered.document.blocks.flatMap(\.runs).compactMap { run in
            if case .page(let anchor, let document?, _) = run.content { (document, anchor) } else { nil }
        }
    }

    @Test func theCopyAtTheSamePlaceIsNamedBeforeThatOfTheSameHolder() throws {
        let lists = try #require(documents(numbersCopies: true)["en/packs/lists--1"])
        let found = references(lists).filter { $0.anchor == "all-message-out" }
        #expect(!found.isEmpty)
        // The press officer approves the text: it is in that copy, which lies on the same desk.
        #expect(found.allSatisfy { $0.document == "packs/texts--2" })
        #expect(lists.document.blocks.flatMap(\.runs).plainText.contains("· Texts, desk)"))
        #expect(lists.referred.contains("en/packs/texts--2"))
    }

    private static func ownPack(_ copies: String) -> [String: String] {
        let packs = """
            ---
            kind: packs
            packs:
              box:
                title: Box
                for: [role:director, role:press, role:caretaker]
                include: [cover, checklists, messages]
                copies:
            \(copies)---

            """
        return FrontLeafTests.files.merging(["leaf-packs.md": packs]) { $1 }
    }

    /// Under the title of the pack in hand, the page would be looked for in it.
    @Test func anotherCopyOfTheSamePackIsNamedByItsNumberAndHolder() throws {
        let files = Self.ownPack("      - {to: director, at: Office}\n      - {to: caretaker, at: Workshop}\n")
        let own = try #require(documents(numbersCopies: true, of: files)["en/packs/box--2"])
        let text = own.document.blocks.flatMap(\.runs).plainText
        #expect(text.contains("· copy 1 of this pack, Ada Marsh, Office)"), "\(text)")
        #expect(!text.contains("· Box, "))
    }

    @Test(arguments: [
        ("Crisis room, press", "packs/box--3"), ("Van", "packs/box--1"), ("desk by the Crisis room", "packs/box--3"),
    ])
    func theNearestCopyIsNamed(_ place: String, _ nearest: String) throws {
        let files = Self.ownPack(
            """
                  - {to: director, at: Home}
                  - {to: caretaker, at: "\(place)"}
                  - {to: director, at: "Crisis room, shelf"}

            """)
        let own = try #require(documents(numbersCopies: true, of: files)["en/packs/box--2"])
        let found = references(own).filter { $0.anchor == "all-message-out" }
        #expect(!found.isEmpty && found.allSatisfy { $0.document == nearest }, "\(found)")
    }

    /// Printed without the others, a pack says what it says when it is printed with them.
    @Test(arguments: [false, true]) func aPackPrintedAloneKnowsTheOthers(_ numbersCopies: Bool) throws {
        let plan = SamplePlan.bound(Self.files)
        var options = LoweringOptions()
        options.sections = [.packs]
        options.numbersCopies = numbersCopies
        let whole = Dictionary(uniqueKeysWithValues: lower(plan, options).map { ($0.path, $0) })
        options.packs = ["lists"]
        let alone = lower(plan, options).filter { $0.path.hasPrefix("en/packs/lists") }
        #expect(alone.map(\.path) == ["en/packs/lists"] + (numbersCopies ? ["en/packs/lists--1"] : []))
        for document in alone {
            #expect(document.document == whole[document.path]?.document)
            #expect(document.referred == whole[document.path]?.referred)
        }
        let named = lowerPacks(namedBy: alone, of: plan, options)
        #expect(Set(named.map(\.path)) == alone.reduce(into: Set()) { $0.formUnion($1.referred) } && !named.isEmpty)
        for document in named { #expect(document.document == whole[document.path]?.document) }
    }

    @Test func withoutNumberedCopiesThePackItselfIsNamedWithItsPlaces() throws {
        let lists = try #require(documents(numbersCopies: false)["en/packs/lists"])
        #expect(references(lists).contains { $0.document == "packs/texts" && $0.anchor == "all-message-out" })
        #expect(lists.document.blocks.flatMap(\.runs).plainText.contains("· Texts, Home; desk; Van)"))
    }

    @Test func aPackThatLiesAtManyPlacesIsNamedWithoutThem() throws {
        let files = Self.files.mapValues {
            $0.replacing("      - {at: Van}", with: "      - {at: Van}\n      - {at: Shed}")
        }
        let lists = try #require(documents(numbersCopies: false, of: files)["en/packs/lists"])
        #expect(lists.document.blocks.flatMap(\.runs).plainText.contains("· Texts)"))
    }

    @Test func whatThePackHoldsItselfIsReferredToWithinIt() throws {
        let texts = try #require(documents(numbersCopies: true)["en/packs/texts--3"])
        #expect(references(texts).isEmpty)
        #expect(texts.referred.isEmpty)
    }
}
