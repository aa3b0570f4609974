import PlancDiagnostics
import PlancModel
import PlancSource
import Testing

@testable import PlancDriver

/// Making fixes and showing what they change takes time that grows with the size of a file, not with its square.
@Suite struct FixingTests {
    /// A file of many short lines, with a safe fix on each of them.
    private func report(lines: Int) -> Report {
        let file = FileID(0)
        var findings: [Finding] = []
        for line in 0..<lines {
            let place = Span(file, line * 4 + 1, line * 4 + 2)
            findings.append(
                Finding(
                    rule: "x", severity: .error, span: place, message: Phrase(verbatim: "x"),
                    fixes: [Fix(Phrase(verbatim: "x"), [Fix.Edit(place, line % 2 == 0 ? "bb" : "")], isSafe: true)]))
        }
        let bytes = Array(String(repeating: "axc\n", count: lines).utf8)
        return Report(
            sources: SourceSet([SourceFile(path: "a.md", bytes: bytes)]), findings: findings, problems: [], plans: [])
    }

    /// Half a minute is a thousand times what it needs; work that grows with the square needs hours.
    @Test(.timeLimit(.minutes(1))) func manyFixesAreMadeAtOnce() {
        let file = fixed(report(lines: 30_000))[0]
        #expect(file.count == 30_000)
        #expect(String(decoding: file.after.prefix(12), as: UTF8.self) == "abbc\nac\nabbc")
        let diff = unifiedDiff(file)
        #expect(diff.split(separator: "\n").count == 60_003)
    }

    @Test func fixesThatTouchWaitForTheNextRound() {
        var report = report(lines: 2)
        var finding = report.findings[0]
        for (lower, upper) in [(1, 2), (0, 2), (1, 1), (2, 2), (1, 3)] {
            let place = Span(FileID(0), lower, upper)
            finding.fixes = [Fix(Phrase(verbatim: "y"), [Fix.Edit(place, "Y")], isSafe: true)]
            report.findings.append(finding)
        }
        // Before and after the first edit something may be inserted; what overlaps it is left alone.
        #expect(String(decoding: fixed(report)[0].after, as: UTF8.self) == "aYbbYc\nac\n")
    }

    @Test(arguments: [
        ("a\nb\nc\n", "a\nB\nc\n", "@@ -2 +2 @@\n-b\n+B\n"),
        ("a\nb\nc\n", "a\nc\n", "@@ -2 +1,0 @@\n-b\n"),
        ("a\nc\n", "a\nb\nc\n", "@@ -1,0 +2 @@\n+b\n"),
        ("a\na\nb\na\n", "a\nb\na\na\n", "@@ -2 +1,0 @@\n-a\n@@ -3,0 +3 @@\n+a\n"),
        ("x\r\ny\r\n", "x\r\nz\r\n", "@@ -2 +2 @@\n-y\n+z\n"),
    ]) func aDiffNamesTheLines(before: String, after: String, hunks: String) {
        let file = FixedFile(path: "a.md", before: Array(before.utf8), after: Array(after.utf8), count: 1)
        #expect(unifiedDiff(file) == "--- a.md\n+++ a.md\n" + hunks)
    }

    /// A fix that leaves its finding is made once, and undone: whatever a rule offers, nothing grows.
    @Test func aFixThatDoesNotHelpIsUndone() {
        let world = MemoryWorld(["plan/a.md": Array("ab\n".utf8)], today: CalendarDate(iso: "2026-12-01")!)
        var checks = 0
        let made = fixedUntilStable(in: world, level: .suggested) { world in
            checks += 1
            let bytes = (try? world.read("plan/a.md", limit: 1 << 20)) ?? []
            let place = Span(FileID(0), 0, 1)
            func finding(_ rule: String, at place: Span, _ text: String) -> Finding {
                Finding(
                    rule: rule, severity: .error, span: place, message: Phrase(verbatim: rule),
                    fixes: [Fix(Phrase(verbatim: "x"), [Fix.Edit(place, text)], isSafe: false)])
            }
            // One that goes, and one that writes its own cause again.
            var findings = [finding("grows", at: place, "aa")]
            if bytes.contains(UInt8(ascii: "b")) {
                let end = bytes.firstIndex(of: UInt8(ascii: "b"))!
                findings.append(finding("goes", at: Span(FileID(0), end, end + 1), "c"))
            }
            return Report(
                sources: SourceSet([SourceFile(path: "plan/a.md", bytes: bytes)]), findings: findings, problems: [],
                plans: [])
        }
        #expect(made.files.map { String(decoding: $0.after, as: UTF8.self) } == ["ac\n"])
        #expect(checks < 10)
    }
}
