import Foundation
import PlancDriver
import TestSupport
import Testing

/// Law *conservation* over the formats: what one format of a document says of an author's words, the others say too;
/// and every word is on paper, read back from the finished file by a program that shares nothing with planc.
@Suite struct EveryFormatTests {
    static let tool = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static let subjects =
        LawSize.isFull ? SubjectPlan.examples + SubjectPlan.starters : Array(SubjectPlan.examples.prefix(1))

    @Test(.enabled(if: tool != nil, "needs the command pdftotext"), arguments: subjects)
    func everyWordIsInEveryFormat(plan: SubjectPlan) throws {
        try expectAll(of: MarkedPlan(plan))
    }

    @Test(
        .enabled(if: tool != nil && LawSize.isFull, "needs the command pdftotext; every construct: make laws"),
        arguments: 1...30 as ClosedRange<UInt64>)
    func alsoOfGeneratedBodies(seed: UInt64) throws {
        let starters = SubjectPlan.starters.filter { !$0.name.contains("+") }
        try expectAll(of: MarkedPlan(starters[Int(seed) % starters.count].withGeneratedBodies(seed: seed)))
    }

    private func expectAll(of marked: MarkedPlan) throws {
        let (made, report) = marked.plan.compiled([.text, .html, .pdf])
        let compiled = try #require(made)
        #expect(compiled.problems.map(\.path) == [])
        let words = try Self.words(compiled.files)
        let needed = Excuses(report, marked).unexcused
        let retreats = Set(compiled.retreats.map { $0.path })
        for format in ["html", "pdf"] {
            let printed = Set(words.values.flatMap { $0[format] ?? [] })
            let lost = needed.filter { !printed.contains($0.word) }
            let places = Set(lost.map { "\($0.path): \($0.place)" }).sorted()
            #expect(lost.isEmpty, "\(marked.plan.name): \(lost.count) of \(needed.count) in no \(format): \(places)")
        }
        let known = Dictionary(marked.markers.map { ($0.word, $0) }) { first, _ in first }
        for (path, formats) in words {
            guard let html = formats["html"], let pdf = formats["pdf"] else { continue }
            // What a front leaf has no room for, a note of `build` names.
            let less = retreats.contains(path) ? html.subtracting(pdf) : []
            var differing = html.symmetricDifference(pdf).subtracting(less).compactMap { known[$0] }
            // The messages of a scenario are a sheet on paper, and in HTML a page to send from: the same texts.
            if path.contains("/messages/") { differing.removeAll { !$0.isInBody } }
            let places = Set(
                differing.map { "\($0.path): \($0.place) \(html.contains($0.word) ? "only HTML" : "only PDF")" })
            #expect(differing.isEmpty, "\(path): \(places.sorted().prefix(12))")
        }
    }

    /// The markers in each document, by its path without ending, and by format.
    private static func words(_ files: [OutputFile]) throws -> [String: [String: Set<String>]] {
        var words: [String: [String: Set<String>]] = [:]
        for file in files {
            let parts = file.path.split(separator: ".")
            guard parts.count == 2, let format = parts.last.map(String.init), ["html", "pdf"].contains(format)
            else { continue }
            let text = format == "pdf" ? try paper(file.bytes) : String(decoding: file.bytes, as: UTF8.self)
            words[String(parts[0]), default: [:]][format] = Set(ConservationTests.markers(in: text).keys)
        }
        return words
    }

    /// What a finished PDF says, without what may stand between the letters of a word that is parted at the end of a
    /// line.
    private static func paper(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("planc-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(tool))
        process.arguments = ["-raw", file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let joined = text + "\n" + wordsPartedByPages(text).joined(separator: "\n")
        return joined.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{AD}" }
    }

    /// Markers that begin at the end of a line of one page and go on at the start of a line of the next: code is parted anywhere.
    private static func wordsPartedByPages(_ text: String) -> [String] {
        let pages = text.split(separator: "\u{C}").map { $0.split(separator: "\n") }
        return zip(pages, pages.dropFirst()).flatMap { page, next in
            let heads = page.compactMap { $0.split(separator: " ").last }.filter { $0.hasPrefix("qx") }
            let tails = next.compactMap { $0.split(separator: " ").first }
            return heads.flatMap { head in tails.map { String(head) + String($0) } }.filter { $0.utf8.count <= 16 }
        }
    }
}
