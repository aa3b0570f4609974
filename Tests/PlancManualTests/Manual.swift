import Foundation
import TestSupport

/// The pages of the manual, and the parts of them that are generated.
enum Manual {
    static let folder = "Sources/planc/Documentation.docc"

    /// The READMEs and the hand-written pages, by path from the package's folder.
    static let pages: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(packageFolder)/\(folder)")) ?? []
        return ["README.md", "Plans/README.md"]
            + names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }()

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(packageFolder)/\(path)", encoding: .utf8)
    }

    /// The page with what stands between `<!-- NAME -->` and `<!-- end NAME -->` exchanged; nil where a mark is missing.
    static func replacing(_ name: String, in page: String, with text: String) -> String? {
        let (opening, closing) = ("<!-- \(name) -->\n", "<!-- end \(name) -->")
        guard let start = page.range(of: opening), let end = page.range(of: closing), start.upperBound <= end.lowerBound
        else { return nil }
        return page[..<start.upperBound] + "\n" + text + "\n" + page[end.lowerBound...]
    }
}

/// Runs a line of the shell in a folder; planc is found beside the tests.
struct Shell {
    var folder: String

    /// The folder of the `planc` that was built with these tests.
    static let binFolder: String? = {
        let candidates = CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath)
        for path in candidates {
            var url = URL(fileURLWithPath: path)
            for _ in 0..<5 {
                url.deleteLastPathComponent()
                if FileManager.default.isExecutableFile(atPath: url.appendingPathComponent("planc").path) {
                    return url.path
                }
            }
        }
        return nil
    }()

    func run(_ line: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = (Self.binFolder ?? "") + ":" + (environment["PATH"] ?? "")
        environment["LANG"] = "C.UTF-8"
        environment["COLUMNS"] = "80"
        // Nothing of a test is for the next one, nor for whoever runs it.
        environment["PLANC_CACHE"] = ""
        for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "GITHUB_STEP_SUMMARY", "PLANC_UPDATE"] {
            environment[name] = nil
        }
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // A file, not a pipe: two full pipes would wait for each other.
        let log = "\(folder)/.output-\(UUID().uuidString)"
        FileManager.default.createFile(atPath: log, contents: nil)
        defer { try? FileManager.default.removeItem(atPath: log) }
        guard let handle = FileHandle(forWritingAtPath: log) else { return (-1, "cannot write into \(folder)") }
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return (process.terminationStatus, (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    }
}
