import Foundation
import TestSupport
import Testing

/// What other programs make of planc: JSON Schema validators and shells. Each is asked only where it is installed.
@Suite(.serialized) struct ShellTests {
    /// The command, built beside the tests.
    static let planc: String = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        let beside = folder + "/planc"
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageFolder + "/.build/debug/planc"
    }()

    static func isInstalled(_ program: String) -> Bool {
        (try? run("/usr/bin/env", ["sh", "-c", "command -v \(program)"]).status) == 0
    }

    /// A Python that can judge schemas.
    static let python = pythons.first { (try? run("/usr/bin/env", [$0, "-c", "import jsonschema, yaml"]).status) == 0 }

    @Test(.enabled(if: python != nil, "needs Python's jsonschema and yaml"))
    func theSchemasAcceptBothPlansAndRejectWhatIsWrong() throws {
        try Self.inFolder { folder in
            #expect(try Self.run(Self.planc, ["schema", "--output", folder + "/all.json"]).status == 0)
            #expect(try Self.run(Self.planc, ["schema", "--any", "--output", folder + "/any.json"]).status == 0)
            let check = try Self.run(
                "/usr/bin/env",
                [
                    #require(Self.python), packageFolder + "/Tests/Schema/check_schemas.py", folder + "/all.json",
                    folder + "/any.json", packageFolder + "/Plans",
                ])
            #expect(check.status == 0, "\(check.said)")
        }
    }

    @Test func oneKindHasOneSchema() throws {
        let message = try Self.run(Self.planc, ["schema", "message"])
        #expect(message.said.contains("https://json-schema.org/draft/2020-12/schema"))
        #expect(
            try Self.run(Self.planc, ["schema", "person"]).said == Self.run(Self.planc, ["schema", "people"]).said)
        #expect(try Self.run(Self.planc, ["schema", "mesage"]).status == 2)
    }

    /// The start of a word, and the word that Tab makes of it.
    @Test(
        .enabled(if: isInstalled("bash") && isInstalled("python3"), "needs bash and Python 3"),
        arguments: [
            ("planc show ", "role:fa", "role:farms"),
            ("planc show ", "message:rec", "message:recall"),
            ("planc message . ", "rec", "recall"),
            ("planc message . recall --scenario ", "con", "contaminated-batch"),
            ("planc message . recall --set ", "ba", "batch="),
            ("planc message . recall --channel ", "ra", "radio"),
            ("planc simulate . --scenario ", "fi", "fire"),
            ("planc explain ", "stale-cont", "stale-contact"),
            ("planc list ", "ro", "roles"),
            ("planc schema ", "vo", "vocabulary"),
            ("planc show ", "role:zzz", "role:zzz"),
            ("planc simulate . --without ", "office-network,web", "office-network,website"),
            ("planc simulate . --absent ", "jack", "jack-tregear"),
            ("planc build . --only ", "checklists,mes", "checklists,messages"),
            ("planc build . --for ", "fa", "farms"),
            // A field and a channel of other messages are not this one's.
            ("planc message . farms-wait --set ", "ba", "ba"),
            ("planc message . farms-wait --channel ", "ra", "ra"),
            ("planc simulate . --scenario fire --start ", "aware", "awareness=T"),
        ])
    func bashCompletesIDsOfThePlan(_ before: String, _ typed: String, _ expected: String) throws {
        let words = before.split(separator: " ").map { "<\($0)>" }.joined()
        #expect(
            try Self.afterTab(before + typed, in: packageFolder + "/Plans/harbour-dairy") == words + "<\(expected)>")
    }

    /// zsh takes what stands behind a colon for a description, unless it is told not to.
    @Test(
        .enabled(if: isInstalled("zsh") && isInstalled("python3"), "needs zsh and Python 3"),
        arguments: [
            ("planc show ", "role:saf", "role:safety"),
            ("planc simulate . --without ", "office-network,web", "office-network,website"),
            ("planc show ", "role:zzz", "role:zzz"),
            ("planc message . recall --set ", "ba", "batch="),
            ("planc message . recall --channel ", "ra", "radio"),
            ("planc simulate . --scenario fire --start ", "aware", "awareness=T"),
        ])
    func zshCompletesIDsOfThePlan(_ before: String, _ typed: String, _ expected: String) throws {
        let words = before.split(separator: " ").map { "<\($0)>" }.joined()
        let plan = packageFolder + "/Plans/harbour-dairy"
        #expect(try Self.afterTab(before + typed, in: plan, shell: "zsh") == words + "<\(expected)>")
    }

    @Test(.enabled(if: isInstalled("bash") && isInstalled("python3"), "needs bash and Python 3"))
    func completionIsSilentWithoutAPlan() throws {
        try Self.inFolder { folder in
            let line = try Self.afterTab("planc show role:x", in: folder)
            #expect(line == "<planc><show><role:x>")
        }
    }

    @Test(arguments: ["zsh", "fish"]) func theOtherShellsHaveScripts(_ shell: String) throws {
        let script = try Self.run(Self.planc, ["completions", shell])
        #expect(script.status == 0)
        #expect(script.said.contains("planc"))
    }

    @Test(.enabled(if: isInstalled("zsh"), "needs zsh")) func zshReadsItsScript() throws { try expectRead(by: "zsh") }

    @Test(.enabled(if: isInstalled("fish"), "needs fish")) func fishReadsItsScript() throws {
        try expectRead(by: "fish")
    }

    private func expectRead(by shell: String) throws {
        let script = try Self.run(Self.planc, ["completions", shell])
        try Self.inFolder { folder in
            try script.said.write(toFile: folder + "/script", atomically: true, encoding: .utf8)
            #expect(try Self.run("/usr/bin/env", [shell, "-n", folder + "/script"]).status == 0)
        }
    }

    /// What is none of those that may stand there: the nearest is named, or all of them.
    @Test(arguments: [
        ("check . --format yaml", "one of: human, short, json"), ("check . --format jsn", "did you mean 'json'?"),
        ("check . --color alwys", "did you mean 'always'?"),
        ("check . --as-of yesterday", "a date, such as 2026-11-21"),
        ("check . --fix=sugested", "did you mean '--fix=suggested'?"),
        ("check messages/recal.md", "'messages/recall.md'?"),
        ("build . --only checklist", "did you mean 'checklists'?"), ("list peple", "did you mean 'people'?"),
        ("simulate . --scenario fire --start awarenes=T-3h", "did you mean 'awareness'?"),
        ("simulate . --scenario fire --locale fr", "there are: en"), ("show lead", "did you mean 'role:lead'?"),
        ("message . recall --channel text", "there are: site, mail, mobile, radio"),
        ("translate . --stamp messages/recal.en.md", "no message or snippet"),
    ]) func aSlipOnTheCommandLineNamesWhatIsMeant(_ line: String, _ expected: String) throws {
        let script = "'\(Self.planc)' \(line) --lang en 2>&1"
        let run = try Self.run("/bin/sh", ["-c", script], in: packageFolder + "/Plans/harbour-dairy")
        #expect(run.status != 0)
        #expect(run.said.contains(expected), "\(run.said)")
    }

    /// Two texts of one thing that somebody has only begun.
    @Test func whatIsBegunIsToldOnce() throws {
        try Self.inFolder { folder in
            let plan = folder + "/plan"
            #expect(try Self.run(Self.planc, ["init", plan, "--name", "X", "--locale", "en"]).status == 0)
            #expect(try Self.run(Self.planc, ["new", "obligation", "notice", plan]).status == 0)
            let said = try Self.run(Self.planc, ["check", plan, "--rule", "unfilled-blank", "--format", "short"]).said
            #expect(said.split(separator: "\n").count == 1, "\(said)")
        }
    }

    @Test func initRefusesAFolderThatHoldsSomethingAndLeavesNothingBehind() throws {
        try Self.inFolder { folder in
            let plan = folder + "/new/plan"
            #expect(try Self.run(Self.planc, ["init", plan, "--name", "x\"\n---", "--locale", "fr,en"]).status == 0)
            #expect(try Self.run(Self.planc, ["check", plan]).status == 0)
            let before = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            #expect(!before.contains { $0.contains(".planc-") })
            #expect(try Self.run(Self.planc, ["init", plan]).status == 2)
            #expect(try Self.run(Self.planc, ["init", folder + "/other", "--locale", "qq"]).status == 2)
            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == before)
            try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: false)
            #expect(try Self.run(Self.planc, ["init", ".", "--locale", "en"], in: folder + "/empty").status == 0)
            #expect(
                try Self.run(Self.planc, ["new", "message", "first", "--title", "A: b"], in: folder + "/empty").said
                    == "messages/first.md\n")
            #expect(try Self.run(Self.planc, ["show", "message:first"], in: folder + "/empty").said.contains("A: b"))
            #expect(try Self.run(Self.planc, ["new", "message", "first"], in: folder + "/empty").status == 2)
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write anywhere")) func aFolderThatCannotBeWrittenStaysEmpty() throws {
        try Self.inFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/shut", withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
            #expect(try Self.run(Self.planc, ["init", folder + "/shut/plan"]).status == 3)
            #expect(try Self.run(Self.planc, ["init", folder + "/shut"]).status == 3)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/shut") == [])
        }
    }

    /// The command line after Tab was pressed at its end, in a shell that somebody sits at.
    private static func afterTab(_ line: String, in folder: String, shell: String = "bash") throws -> String {
        let folderOfPlanc = URL(fileURLWithPath: planc).deletingLastPathComponent().path
        let script = packageFolder + "/Tests/Shell/press_tab.py"
        return try run("/usr/bin/env", ["python3", script, folderOfPlanc, folder, line, shell]).said
    }

    private static func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("planc-start-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @discardableResult
    private static func run(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> (
        status: Int32, said: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
