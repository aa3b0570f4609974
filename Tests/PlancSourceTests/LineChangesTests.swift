import Testing

@testable import PlancSource

@Suite struct LineChangesTests {
    private func changed(_ old: String, _ new: String) -> String {
        let changes = LineChanges(from: Array(old.utf8), to: Array(new.utf8))
        var start = 0
        return String(
            new.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                defer { start += line.utf8.count + 1 }
                return changes.isChanged(start..<start + line.utf8.count) ? Character("+") : Character("=")
            })
    }

    @Test(arguments: [
        ("a\nb\nc", "a\nb\nc", "==="), ("a\nb\nc", "a\nx\nc", "=+="), ("a\nc", "a\nb\nc", "=+="),
        ("a\nb\nc", "a\nc", "=="),
        ("", "a", "+"), ("a", "", "+"), ("a\nb\nc\nd", "b\na\nc\ne", "=+=+"),
    ])
    func newAndChangedLines(_ old: String, _ new: String, _ marks: String) {
        let found = changed(old, new)
        // Either of two lines that changed places may be the one that moved.
        #expect(found == marks || (old.hasPrefix("a\nb\nc\nd") && found == "+==+"), "\(found)")
    }

    @Test func linesStandInForEachOther() {
        let (old, new) = ("a\nb\nc\nd\n", "a\nB\nB2\nc\nd\n")
        let changes = LineChanges(from: Array(old.utf8), to: Array(new.utf8))
        #expect(changes.correspond(2, 2) && changes.correspond(2, 4), "both are in the change of b")
        #expect(changes.correspond(4, 7), "c is c")
        #expect(!changes.correspond(4, 2) && !changes.correspond(2, 7) && !changes.correspond(0, 2))
    }
}
