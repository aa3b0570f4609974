import Foundation
import TestSupport
import Testing

/// The planc that was built, run by the scripts of `Tests/Integration` as people, git and CI run it. They need Python 3 and git;
/// what they ask of judges from elsewhere (`.venv-test`) is skipped, and said, where it is missing.
@Suite(.serialized) struct IntegrationTests {
    #if DEBUG
        private static let built = packageFolder + "/.build/debug"
    #else
        private static let built = packageFolder + "/.build/release"
    #endif
    static let planc = built + "/planc"
    static let python: String? =
        program("python", in: [packageFolder + "/.venv-test/bin"]) ?? program("python3", in: searchPath)
    static let isPossible =
        python != nil && program("git", in: searchPath) != nil
        && program("planc", in: [built]) != nil

    @Test(
        .enabled(if: isPossible, "Python 3, git or planc is missing"), .timeLimit(.minutes(20)),
        arguments: [
            "commands", "confidence", "hands_off", "recalling", "signing", "pages", "paper", "reports", "starting",
            "workflows",
        ])
    func scriptsPass(_ script: String) throws {
        try run(["\(packageFolder)/Tests/Integration/\(script).py", Self.planc])
    }

    /// Every command on hostile plans and hostile words takes minutes: `make laws` runs them.
    @Test(
        .enabled(
            if: isPossible && ProcessInfo.processInfo.environment["PLANC_LAWS"] == "full", "hostile words: make laws"),
        arguments: ["hostile", "injection"])
    func hostileWordsStayWords(_ script: String) throws {
        try run(["\(packageFolder)/Tests/Integration/\(script).py", Self.planc])
    }

    /// A few of the thousand of `make kills`.
    @Test(.enabled(if: isPossible, "Python 3, git or planc is missing"), .timeLimit(.minutes(20)))
    func killedBuildsLoseNothing() throws { try run(["\(packageFolder)/Tests/Kills/run.py", Self.planc, "24"]) }

    /// Dimensions in which the work once grew faster than the plan; `make bounds` tries all of them, for every command.
    @Test(.enabled(if: isPossible, "Python 3, git or planc is missing"), .timeLimit(.minutes(20)))
    func workIsBounded() throws {
        let once = [
            "messages-that-nobody-sends", "unknown-phases", "unknown-audiences", "broken-files", "doubling-snippets",
            "tangled-snippets", "snippets-in-a-chain", "hidden-characters", "a-word", "a-line", "scenarios-with-lists",
        ]
        try run(["\(packageFolder)/Tests/Bounds/growth.py", Self.planc, "60"] + once)
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.python))
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        print(said)
        #expect(process.terminationStatus == 0, "\(said)")
    }

    private static let searchPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
        String.init)

    private static func program(_ name: String, in folders: [String]) -> String? {
        folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
