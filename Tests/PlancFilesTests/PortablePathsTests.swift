import PlancFiles
import Testing

@Suite struct PortablePathsTests {
    @Test(arguments: [
        "a.pdf", "fr/contacts/all.pdf", "console.txt", "été/α.txt", "com10.txt", "a..b", ".planc", "auxiliaire.pdf",
    ]) func namesThatEverySystemHolds(path: String) { #expect(PortablePaths.fault(in: [path]) == nil) }

    @Test(arguments: [
        "con.pdf", "fr/NUL", "en/checklists/aux.txt", "com1", "lpt9.tar.gz", "a.", "a ", " a", "a:b", "a\u{7}", "",
        "a//b",
        "../a", "./a", "a\\b", "con .txt", "com¹.txt",
    ]) func namesThatNotEverySystemHolds(path: String) { #expect(PortablePaths.fault(in: [path]) == .badName(path)) }

    @Test func twoPathsThatAreOneFile() {
        #expect(PortablePaths.fault(in: ["a/b", "a/b"]) == .sameFile("a/b", "a/b"))
        #expect(PortablePaths.fault(in: ["a/All.pdf", "a/all.pdf"]) == .sameFile("a/All.pdf", "a/all.pdf"))
        #expect(PortablePaths.fault(in: ["\u{E9}.txt", "e\u{301}.txt"]) == .sameFile("\u{E9}.txt", "e\u{301}.txt"))
        #expect(PortablePaths.fault(in: ["FR/a", "fr/b"]) == .sameFile("FR", "fr"))
        #expect(PortablePaths.fault(in: ["a/b/c", "a/B"]) == .sameFile("a/B", "a/b"))
        #expect(PortablePaths.fault(in: ["a/b", "a/c", "b/a"]) == nil)
    }
}
