import PlancDocument
import PlancLayout
import Testing

@testable import PlancPDF

@Suite struct EmitPDFTests {
    private let document = Sample.document(
        "dossier", title: "Dossier de crise", watermark: "EXERCICE", Sample.everything)

    @Test func twoRunsGiveTheSameBytes() throws {
        let first = try emitPDF(document, path: "packs/dossier")
        // Another document in between fills the cache of words differently.
        _ = try emitPDF(Sample.document("autre", title: "Autre", isFrench: false, Sample.checklist))
        let second = try emitPDF(document, path: "packs/dossier")
        #expect(first.bytes == second.bytes)
        #expect(first.pageCount == 5)
        #expect(first.missingGlyphs.isEmpty)
    }

    @Test func aCharacterWithoutGlyphIsToldWithItsWord() throws {
        let output = try emitPDF(
            Sample.document("x", title: "X", [.paragraph([.text("avant \u{10FFFD}mot après")], .body)]))
        #expect(output.missingGlyphs == [MissingGlyph(text: "\u{10FFFD}mot", character: "\u{10FFFD}")])
    }

    @Test func whatNoFontDrawsIsNamed() throws {
        let document = Sample.document(
            "x", title: "X", [.paragraph([.text("avant \u{10FFFD}mot \u{1F692} après")], .body)])
        let typesetter = try #require(Typesetter())
        let pages = PageGoldenTests.pages(document, typesetter)
        #expect(pages.contains("[U+10FFFD]mot"))
        // A fire engine: drawn where a font has it in black, else named.
        #expect(pages.contains("[fire engine]") || pages.contains("\u{1F692}"))
        for page in pages.split(separator: "\n") where page.contains("P:") { #expect(!page.contains("\u{10FFFD}")) }
    }

    @Test func documentsAreLaidOutSideBySide() async throws {
        let documents = (0..<12).map {
            Sample.document("d\($0)", title: "Document \($0)", $0 % 2 == 0 ? Sample.everything : Sample.checklist)
        }
        let alone = try documents.map { try emitPDF($0).bytes }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (place, document) in documents.enumerated() { group.addTask { (place, try emitPDF(document).bytes) } }
            var result = [[UInt8]](repeating: [], count: documents.count)
            for try await (place, bytes) in group { result[place] = bytes }
            return result
        }
        #expect(alone == together)
    }

    /// Most conditions of PDF/UA are tested nowhere: its metadata says no more than the manual.
    @Test func noConformanceIsClaimedInMetadata() throws {
        let text = String(decoding: try emitPDF(document).bytes, as: UTF8.self)
        #expect(text.contains("<pdf:Producer>planc</pdf:Producer>"))
        #expect(!text.contains("pdfuaid"))
    }

    @Test func whatIsFoundOnAPageAndWhereItLeadsIsToldWithThePages() throws {
        let output = try emitPDF(
            Sample.document(
                "x", title: "X",
                [
                    .paragraph([Run(.page(of: "there", before: "page "))], .body), .pageBreak,
                    .heading(level: 1, [.text("There")].marked(.form("log")), anchor: "there"),
                ]))
        #expect(output.pages.map(\.references) == [["there"], []])
        #expect(output.pages.map(\.anchors) == [[], ["there"]])
        #expect(output.pages.map(\.landmarks) == [[], [.form("log")]])
    }

    @Test func addressesAreWrittenInTheCharactersOfAddresses() {
        #expect(DocumentWriter.ascii("https://a.example/é?q=1 2") == "https://a.example/%C3%A9?q=1%202")
    }

    @Test func pathsBetweenDocumentsAreRelative() {
        #expect(
            DocumentWriter.relative("checklists/rancongiciel", from: "packs/cellule") == "../checklists/rancongiciel")
        #expect(DocumentWriter.relative("packs/autre", from: "packs/cellule") == "autre")
        #expect(DocumentWriter.relative("contacts", from: "packs/cellule") == "../contacts")
        #expect(DocumentWriter.relative("packs/autre", from: "index") == "packs/autre")
    }

    @Test func encryptedFilesOpenOnlyWithThePassword() throws {
        let output = try emitPDF(document, password: "été 2026")
        let text = String(decoding: output.bytes, as: UTF8.self)
        #expect(text.contains("/Encrypt") && text.contains("/AESV3"))
        #expect(!text.contains("Dossier de crise"))
    }
}
