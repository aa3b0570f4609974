import Foundation
import PlancDocument
import PlancLayout
import Testing

/// Every line of every page, where it stands and what it is, for a few documents. `PLANC_UPDATE=1` rewrites the files
/// and still fails.
@Suite struct PageGoldenTests {
    struct Golden: CustomTestStringConvertible, Sendable {
        var name: String
        var document: Document

        var testDescription: String { name }
    }

    static let goldens: [Golden] = [
        Golden(
            name: "checklist-fr-a4",
            document: Sample.document(
                "rancongiciel", title: "Rançongiciel – premières heures",
                purpose: [.text("Dès qu’un poste affiche une demande de rançon.")],
                watermark: "EXERCICE", Sample.checklist)),
        Golden(
            name: "everything-fr-a4", document: Sample.document("dossier", title: "Dossier de crise", Sample.everything)
        ),
        Golden(
            name: "everything-en-letter-large",
            document: Sample.document(
                "pack", title: "Crisis pack", isFrench: false, paper: .letter, isLargePrint: true, Sample.everything)),
    ]

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/pages")

    static func pages(_ document: Document, _ typesetter: Typesetter) -> String {
        let structure = Structure()
        var result = ""
        let layout = Layout(document, typesetter: typesetter, structure: structure) { page in
            result += dump(page, structure: structure, typesetter: typesetter)
        }
        let furniture = Page(
            number: 0, width: 0, height: 0, marks: layout.furniture + [layout.pageNumber(1)].compactMap(\.self))
        return "On every page:\n" + dump(furniture, structure: structure, typesetter: typesetter) + result
    }

    /// Places depend on the font: the goldens are of Open Sans.
    static var hasOpenSans: Bool {
        guard let typesetter = Typesetter() else { return false }
        _ = typesetter.shape("a", .regular)
        return typesetter.fonts.first?.postScriptName == "OpenSans"
    }

    @Test(.enabled(if: hasOpenSans, "needs the font Open Sans"), arguments: goldens) func pagesAreAsTheyWere(
        _ golden: Golden
    ) throws {
        let typesetter = try #require(Typesetter())
        let found = Self.pages(golden.document, typesetter)
        let file = Self.folder.appendingPathComponent(golden.name + ".txt")
        if ProcessInfo.processInfo.environment["PLANC_UPDATE"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try found.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(golden.name) was written anew")
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(found.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        #expect(found == expected, "first difference: \(difference.map { "'\($0)' instead of '\($1)'" } ?? "length")")
    }
}
