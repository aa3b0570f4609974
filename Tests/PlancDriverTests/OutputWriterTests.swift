import PlancDriver
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct OutputWriterTests {
    func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }

    func text(_ path: String) -> String? { readFile(path).map { String(decoding: $0, as: UTF8.self) } }

    @Test func theNewOutputTakesThePlaceOfTheOld() throws {
        try withTemporaryFolder { folder in
            let writer = OutputWriter(folder: folder + "/Output")
            try writer.replace(
                "plan", with: [file("manifest.json", "1"), file("fr/a.txt", "old"), file("fr/gone.txt", "x")])
            try writer.replace("plan", with: [file("manifest.json", "2"), file("fr/a.txt", "new")])
            #expect(text(folder + "/Output/plan/fr/a.txt") == "new")
            #expect(text(folder + "/Output/plan/fr/gone.txt") == nil)
            let names = try DiskWorld().entries(of: folder + "/Output").map(\.name)
            #expect(names == ["plan"])
        }
    }

    @Test func aFailureLeavesTheOldOutputWhole() throws {
        try withTemporaryFolder { folder in
            let writer = OutputWriter(folder: folder)
            try writer.replace("plan", with: [file("manifest.json", "1"), file("a.txt", "old")])
            // A file where a folder has to be: the new output cannot be written to its end.
            #expect(throws: WorldError.self) {
                try writer.replace(
                    "plan", with: [file("a.txt", "new"), file("b", "file"), file("b/c.txt", "below a file")])
            }
            #expect(text(folder + "/plan/a.txt") == "old")
            let names = try DiskWorld().entries(of: folder).map(\.name)
            #expect(names == ["plan"])
        }
    }

    @Test func whatAKilledBuildLeftBehindIsTakenAway() throws {
        try withTemporaryFolder { folder in
            // No process has this number: 2^22 is the highest that Linux gives.
            writeFile([1], folder + "/.planc-4194305-plan/half.pdf")
            try OutputWriter(folder: folder).replace("plan", with: [file("manifest.json", "1")])
            let names = try DiskWorld().entries(of: folder).map(\.name)
            #expect(names == ["plan"])
        }
    }

    @Test func whatIsKeptIsKept() throws {
        try withTemporaryFolder { folder in
            let writer = OutputWriter(folder: folder)
            try writer.replace(
                "plan", with: [file("manifest.json", "1"), file("fr/a.txt", "a"), file("fr/b.txt", "b")])
            try writer.replace(
                "plan", with: [file("manifest.json", "2"), file("fr/a.txt", "A")], keeping: ["fr/b.txt"])
            #expect(text(folder + "/plan/fr/a.txt") == "A")
            #expect(text(folder + "/plan/fr/b.txt") == "b")
        }
    }

    @Test func somebodyElsesFolderIsNotReplaced() {
        withTemporaryFolder { folder in
            writeFile([1], folder + "/photos/cat.jpg")
            let writer = OutputWriter(folder: folder)
            #expect(!writer.mayReplace("photos"))
            #expect(writer.mayReplace("nothing-there"))
        }
    }

    @Test func anOutputFolderInsideSourcesIsKnown() {
        withTemporaryFolder { folder in
            writeFile([1], folder + "/plan/plan.md")
            #expect(OutputWriter(folder: folder + "/plan/Output/deep").isInside(folder + "/plan", DiskWorld()))
            #expect(!OutputWriter(folder: folder + "/Output").isInside(folder + "/plan", DiskWorld()))
        }
    }
}
