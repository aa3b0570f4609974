import Foundation
import TestSupport
import Testing

/// Every command that the README and the manual show is run as it stands, in a copy of `Plans` that git keeps.
///
/// A block of ```` ```sh ```` holds a command a line. A line ends with `# 1` where planc is to end with 1; all others end with 0.
/// Tasks of make are looked up in the Makefile, not run. Pages run side by side, each in a folder of its own.
@Suite struct CommandsInManualTests {
    struct Line: Sendable {
        var command: String
        var status: Int32
    }

    @Test(.enabled(if: Shell.binFolder != nil, "planc was not built beside the tests"), arguments: Manual.pages)
    func commandsRun(page: String) throws {
        let lines = Self.lines(of: try Manual.text(page))
        let commands = lines.filter { !$0.command.hasPrefix("make ") }
        let tasks = Self.tasks(try Manual.text("Makefile"))
        for line in lines where line.command.hasPrefix("make ") {
            #expect(tasks.contains(String(line.command.dropFirst("make ".count))), "\(line.command)")
        }
        if commands.isEmpty { return }
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            try Self.prepare(shell)
            for line in commands {
                let (status, output) = try shell.run(line.command)
                #expect(status == line.status, "\(page)\n$ \(line.command)\n\(output.suffix(2_000))")
            }
        }
    }

    /// What a page shows first is what planc says: the page, the command, and the command of the page that comes before it.
    static let shown = [
        ("README.md", "planc check Plans/valmereau --lang en", "perl"),
        (
            "\(Manual.folder)/ReachAndTime.md",
            "planc simulate Plans/valmereau --scenario rancongiciel --lang en --locale en", nil
        ),
    ]

    /// A line that ends with `·` stands for lines left out.
    @Test(.enabled(if: Shell.binFolder != nil, "planc was not built beside the tests"), arguments: shown)
    func whatIsShownIsReal(page: String, command: String, before: String?) throws {
        let text = try Manual.text(page)
        let blocks = text.components(separatedBy: "\n```\n").dropFirst()
        let shown = blocks.first { !$0.isEmpty && !$0.contains("```sh") }?.split(separator: "\n") ?? []
        #expect(shown.count >= 4)
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            try Self.prepare(shell)
            if let before {
                let change = try #require(Self.lines(of: text).first { $0.command.hasPrefix(before) })
                let (status, said) = try shell.run(change.command)
                #expect(status == 0, "\(said)")
            }
            var output = try shell.run(command).output[...]
            for line in shown where !line.hasSuffix("·") {
                let place = try #require(output.range(of: line + "\n"), "\(line)")
                output = output[place.upperBound...]
            }
        }
    }

    @Test func commandsAreFound() {
        let page = "a\n```sh\nplanc check Plans\nplanc check Wrong  # 1\n```\n```\nno command\n```\n"
        #expect(Self.lines(of: page).map(\.command) == ["planc check Plans", "planc check Wrong"])
        #expect(Self.lines(of: page).map(\.status) == [0, 1])
    }

    /// A repository with the plans, two commits apart, and a branch `origin/main` at the older.
    private static func prepare(_ shell: Shell) throws {
        try FileManager.default.copyItem(atPath: "\(packageFolder)/Plans", toPath: "\(shell.folder)/Plans")
        let git = "git -c user.name=planc -c user.email=planc@example.org -c commit.gpgsign=false"
        let (status, output) = try shell.run(
            """
            git init -q . && git add Plans && \(git) commit -q -m "The plans" && git update-ref refs/remotes/origin/main HEAD &&
            sed -i.old 's/T+15min/T+20min/' Plans/harbour-dairy/checklists/fire.md && rm Plans/harbour-dairy/checklists/*.old &&
            git add Plans && \(git) commit -q --allow-empty -m "Later"
            """)
        try #require(status == 0, "\(output)")
    }

    private static func lines(of page: String) -> [Line] {
        var lines: [Line] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = !isInside && line == "```sh"
                continue
            }
            if !isInside || line.isEmpty { continue }
            let parts = line.components(separatedBy: "  # ")
            lines.append(
                Line(
                    command: parts[0].trimmingCharacters(in: .whitespaces),
                    status: parts.count > 1 ? Int32(parts[1]) ?? 0 : 0))
        }
        return lines
    }

    private static func tasks(_ makefile: String) -> Set<String> {
        Set(
            makefile.split(separator: "\n").compactMap { line in
                line.contains(":") && line.first?.isLetter == true ? String(line.prefix { $0 != ":" }) : nil
            })
    }
}
