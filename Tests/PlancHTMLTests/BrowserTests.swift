import Foundation
import PlancDocument
import Testing

@testable import PlancHTML

/// The pages in a real browser, from `file://`, on a path that has to be encoded. Needs Chromium and Python 3.
@Suite(.serialized) struct BrowserTests {
    static let isPossible = isInstalled(["chromium", "chromium-browser", "google-chrome"]) && isInstalled(["python3"])

    @Test(.enabled(if: isPossible, "Chromium or Python 3 is not installed"), .timeLimit(.minutes(3)))
    func pagesWorkInABrowser() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("planc pages \(ProcessInfo.processInfo.processIdentifier) – été n°1 #%41")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(to: folder)
        // PLANC_PAGES=DIR leaves the same pages there for a look.
        if let kept = ProcessInfo.processInfo.environment["PLANC_PAGES"] { try write(to: URL(fileURLWithPath: kept)) }

        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Browser/check_pages.py")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path, folder.path, "--sample"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }

    private func write(to folder: URL) throws {
        let pages: [(String, [UInt8])] = [
            ("fr/checklists/rancongiciel.html", emitHTML(Sample.everything, path: "fr/checklists/rancongiciel")),
            ("fr/checklists/hostile.html", emitHTML(Sample.hostileDocument, path: "fr/checklists/hostile")),
            ("fr/messages/rancongiciel.html", emitMessagePage(Sample.messagePage, path: "fr/messages/rancongiciel")),
            ("fr/messages/hostile.html", emitMessagePage(Sample.hostileMessagePage, path: "fr/messages/hostile")),
            ("fr/index.html", emitIndex(Sample.home)),
        ]
        for (path, bytes) in pages {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    private static func isInstalled(_ programs: [String]) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return programs.contains { program in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
        }
    }
}
