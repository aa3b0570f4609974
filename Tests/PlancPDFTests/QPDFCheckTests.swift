import Foundation
import PlancDocument
import Testing

@testable import PlancPDF

/// libqpdf's own command reads the file and finds nothing to mend.
@Suite struct QPDFCheckTests {
    static let tool = ["/usr/bin/qpdf", "/usr/local/bin/qpdf", "/opt/homebrew/bin/qpdf"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func check(_ output: PDFOutput, _ arguments: [String] = []) throws -> (status: Int32, said: String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("planc-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(output.bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.tool))
        process.arguments = ["--check"] + arguments + [file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }

    @Test(.enabled(if: tool != nil, "needs the command qpdf"), arguments: [Document.Paper.a4, .letter])
    func theFileIsWhole(_ paper: Document.Paper) throws {
        for isLargePrint in [false, true] {
            let document = Sample.document(
                "d", title: "Dossier (essai) \\ n° 1", paper: paper, isLargePrint: isLargePrint, watermark: "EXERCICE",
                Sample.everything + Sample.checklist + Sample.difficult)
            let result = try check(try emitPDF(document, path: "packs/d"))
            #expect(result.status == 0, "\(result.said)")
        }
    }

    @Test(.enabled(if: tool != nil, "needs the command qpdf")) func thePasswordOpensTheFileAndAnotherDoesNot() throws {
        let output = try emitPDF(
            Sample.document("d", title: "Numéros privés", Sample.checklist), password: "été 2026 – secret")
        #expect(try check(output, ["--password=été 2026 – secret"]).status == 0)
        #expect(try check(output, ["--password=faux"]).status == 2)
    }
}
