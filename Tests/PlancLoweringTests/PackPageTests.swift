import PlancDocument
import PlancLayout
import PlancLowering
import TestSupport
import Testing

/// Every line of every kind of page in a pack, where it stands and what it is: the pack of the sample plan, in a file for each
/// chapter. `PLANC_UPDATE=1` writes them anew.
@Suite struct PackPageTests {
    /// Places depend on the font: the goldens are of Open Sans.
    static let hasOpenSans: Bool = {
        guard let typesetter = Typesetter() else { return false }
        _ = typesetter.shape("a", .regular)
        return typesetter.fonts.first?.postScriptName == "OpenSans"
    }()

    /// The pages of the pack by the chapter that they begin with, in its order.
    static func chapters() throws -> [(name: String, dump: String)] {
        var options = LoweringOptions()
        options.sections = [.packs]
        options.packs = ["binder"]
        options.paper = .a4
        let pack = try #require(lower(SamplePlan.plan, options).first { $0.path == "en/packs/binder" })
        let typesetter = try #require(Typesetter())
        let structure = Structure()
        var chapters = [(name: "leaf", dump: "")]
        _ = Layout(pack.document, typesetter: typesetter, structure: structure) { page in
            let text = dump(page, structure: structure, typesetter: typesetter)
            for case .anchor(let name, _) in page.marks {
                guard name.hasPrefix("chapter-") || name.hasSuffix("-opening") else { continue }
                chapters.append((name.replacing("chapter-", with: ""), ""))
                break
            }
            chapters[chapters.count - 1].dump += text
        }
        return chapters
    }

    @Test(.enabled(if: hasOpenSans, "needs the font Open Sans")) func pagesAreAsTheyWereRead() throws {
        let chapters = try Self.chapters()
        #expect(
            chapters.map(\.name) == [
                "leaf", "flood-opening", "contacts", "channels", "messages", "deadlines", "preparation", "log-sheets",
                "about",
            ])
        for chapter in chapters { expectGolden(chapter.dump, "pages/pack-\(chapter.name).txt") }
    }
}
