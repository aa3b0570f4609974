import PlancDiagnostics
import PlancDriver
import PlancModel
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What people and attackers may put into a plan's folder: a clear finding or error, never a crash, never a wait.
@Suite struct HostileInputTests {
    /// The example plan in a folder of its own, changed by `change`, checked from the disk.
    func report(_ change: (String) -> Void) -> Report {
        withTemporaryFolder { folder in
            for (path, text) in ExamplePlan.files { writeFile(Array(text.utf8), "\(folder)/plan/\(path)") }
            change(folder + "/plan")
            return check(load([folder + "/plan"], in: DiskWorld()), asOf: CalendarDate(iso: ExamplePlan.today)!)
        }
    }

    func rules(_ change: (String) -> Void) -> [String] { report(change).findings.map(\.rule) }

    @Test func thePlanAsItIsHasNoFinding() {
        #expect(rules { _ in } == [])
    }

    @Test func aBinaryFileIsNotText() {
        #expect(rules { writeFile((0...255).map { UInt8($0) }, $0 + "/image.md") }.contains("not-utf8"))
    }

    @Test func anEmptyFileIsNoSource() {
        #expect(rules { writeFile([], $0 + "/empty.md") } == [])
    }

    @Test func aFrontMatterOfAMebibyteIsRefused() {
        let found = rules { folder in
            let line = Array("# a comment that goes on and on and on\n".utf8)
            let lines = Array(repeatElement(line, count: 26_000).joined())
            writeFile(Array("---\nkind: snippet\n".utf8) + lines + Array("---\n\ntext\n".utf8), folder + "/large.md")
        }
        #expect(found.contains("front-matter-too-large") || found.contains("file-too-large"))
    }

    @Test(arguments: ["- ", "> ", "* > "])
    func tenThousandNestedBlocksAreRefused(_ mark: String) {
        let found = rules { folder in
            let deep = String(repeating: mark, count: 10_000)
            writeFile(Array("---\nkind: snippet\ntitle: Deep\n---\n\n\(deep)text\n".utf8), folder + "/deep.md")
        }
        #expect(found.contains("nesting-too-deep"))
    }

    @Test func tenThousandNestedValuesAreRefused() {
        let found = rules { folder in
            let deep = String(repeating: "[", count: 10_000)
            writeFile(Array("---\nkind: snippet\ntitle: \(deep)\n---\n".utf8), folder + "/deep.md")
        }
        #expect(found.contains("nesting-too-deep") || found.contains("yaml-syntax"))
    }

    @Test func aRingOfLinksIsOutsideThePlan() {
        let found = rules { folder in
            symlink("ring-b", folder + "/ring-a")
            symlink("ring-a", folder + "/ring-b")
            symlink("..", folder + "/messages/up")
            symlink(".", folder + "/self")
        }
        #expect(found == ["link-outside-plan", "link-outside-plan"])
    }

    @Test func aLinkThatLeavesThePlanIsFound() {
        let report = report { folder in
            writeFile(Array("---\nkind: snippet\n---\n".utf8), folder + "/../secret.md")
            symlink("../secret.md", folder + "/secret.md")
        }
        #expect(report.findings.map(\.rule) == ["link-outside-plan"])
    }

    @Test func anUnreadableFileIsAProblemAndTheRestIsJudged() {
        // Root reads everything: there is nothing to see then.
        if getuid() == 0 { return }
        let report = report { folder in
            chmod(folder + "/messages/ready.md", 0)
            writeFile(Array("---\nkind: rolls\n---\n".utf8), folder + "/typo.md")
        }
        #expect(report.problems.count == 1)
        #expect(report.findings.contains { $0.rule == "unknown-kind" })
    }

    @Test func aPipeIsNotWaitedFor() {
        #expect(rules { mkfifo($0 + "/pipe.md", 0o644) } == [])
    }

    @Test func aNameWithControlCharactersCannotDrawOnTheTerminal() {
        let report = report { folder in
            writeFile(Array("---\nkind: rolls\n---\n".utf8), folder + "/a\n::error::x\u{1B}[31m.md")
        }
        var human = HumanReport(sources: report.sources, language: .english, isColoured: false)
        let text =
            report.findings.map { human.text($0) }.joined()
            + shortReport(report.findings, sources: report.sources, language: .english)
            + githubReport(report.findings, sources: report.sources, language: .english)
        #expect(report.findings.contains { $0.rule == "unknown-kind" })
        #expect(!text.contains("\u{1B}"))
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::error::x") })
    }

    @Test func aNameThatIsNotUTF8IsAProblem() {
        let report = report { folder in
            (folder + "/bad-").withCString { start in
                var name = Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                name += [CChar(bitPattern: 0xFF), 0x2E, 0x6D, 0x64, 0]
                close(open(name, O_CREAT | O_WRONLY, 0o644))
            }
        }
        #expect(report.problems.count == 1)
    }

    @Test func theOrderOfNamesOnTheDiskDoesNotMatter() {
        let one = report { _ in }
        let other = report { folder in
            for path in ExamplePlan.files.keys.sorted(by: >) {
                rename("\(folder)/\(path)", "\(folder)/\(path).x")
                rename("\(folder)/\(path).x", "\(folder)/\(path)")
            }
        }
        #expect(one.plans.first?.sourcesHash == other.plans.first?.sourcesHash)
        #expect(one.plans.first?.sourcesHash.isEmpty == false)
    }
}
