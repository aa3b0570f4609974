import Foundation
import PlancDocument
import PlancPDF
import Testing

/// The page that a reference names is the page that it leads to: read back from the finished file by another program.
@Suite struct PageReferenceTests {
    private static let tool = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Chapters of different lengths, each on a page of its own; the first page names the pages of all, and each the page of the
    /// next one.
    private func document(_ lengths: [Int]) -> Document {
        func reference(_ place: Int) -> Block {
            .paragraph(
                [
                    .text("Chapter \(place) see"),
                    Run(.page(of: "chapter-\(place)", before: " page "), link: .anchor("chapter-\(place)")),
                ], .body)
        }
        var blocks = lengths.indices.map(reference)
        for (place, length) in lengths.enumerated() {
            blocks += [.pageBreak, .heading(level: 1, [.text("Beginning \(place)")], anchor: "chapter-\(place)")]
            blocks += [reference((place + 1) % lengths.count)]
            blocks += (0..<length).map { .paragraph([.text("Line \($0) of many")], .body) }
        }
        return Sample.document("references", title: "References", isFrench: false, blocks)
    }

    /// What is read out for the number of a page is the heading on it, never the anchor's own name: that is only where links lead.
    @Test func aLinkToAPageSaysWhatIsThere() throws {
        let strings = String(
            decoding: try PDFText(reading: try emitPDF(document([1, 1, 1])).bytes).strings, as: UTF8.self)
        let lines = strings.split(separator: "\n")
        // The bookmark, the link of the first page and that of the chapter before.
        #expect(lines.count { $0 == "Beginning 1" } == 3, "\(lines)")
    }

    @Test(
        .enabled(if: tool != nil, "needs the command pdftotext"),
        arguments: [[1, 1, 1], [120, 3, 70, 1], [0, 200, 5]])
    func everyReferenceNamesThePageThatItLeadsTo(lengths: [Int]) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try emitPDF(document(lengths)).bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.tool))
        process.arguments = ["-layout", file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
        var found = 0
        for place in lengths.indices {
            let begun = try #require(pages.lastIndex { $0.contains("Beginning \(place)\n") }) + 1
            for match in text.matches(of: /Chapter (\d+) see\s+page\s+(\d+)/) where match.1 == "\(place)" {
                #expect(match.2 == "\(begun)", "chapter \(place)")
                found += 1
            }
        }
        #expect(found == lengths.count * 2)
    }
}
