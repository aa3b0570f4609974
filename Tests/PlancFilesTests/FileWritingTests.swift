import PlancFiles
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct FileWritingTests {
    let files = Files()

    @Test func aFileKeepsItsModeAndItsLinks() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.md"
            for wanted: mode_t in [0o600, 0o640, 0o755, 0o444] where wanted != 0o444 || geteuid() == 0 {
                writeFile([1], path)
                chmod(path, wanted)
                try files.write([2, 3], to: path)
                #expect(readFile(path) == [2, 3])
                #expect(mode(path) == UInt32(wanted))
                unlink(path)
            }
            writeFile([1], path)
            link(path, folder + "/b.md")
            try files.write([4], to: path)
            #expect(readFile(folder + "/b.md") == [4])
            makeFolder(folder + "/links")
            symlink("../a.md", folder + "/links/c.md")
            try files.write([5], to: folder + "/links/c.md")
            #expect(contents(below: folder + "/links") == ["c.md": "→ ../a.md"])
            #expect(readFile(folder + "/b.md") == [5])
            #expect(contents(below: folder).count == 3)
        }
    }

    @Test func aFileKeepsItsOwner() throws {
        try #require(geteuid() != 0 || true)
        if geteuid() != 0 { return }
        try withTemporaryFolder { folder in
            let path = folder + "/a.md"
            writeFile([1], path)
            chmod(path, 0o640)
            chown(path, 1234, 5678)
            try files.write([2], to: path)
            var status = stat()
            stat(path, &status)
            #expect(status.st_uid == 1234 && status.st_gid == 5678)
            #expect(mode(path) == 0o640)
        }
    }

    @Test func aLinkToAFileThatIsNotThereYetIsWrittenThrough() throws {
        try withTemporaryFolder { folder in
            symlink("real.txt", folder + "/link.txt")
            try files.write([7], to: folder + "/link.txt")
            #expect(readFile(folder + "/real.txt") == [7])
            symlink("ring", folder + "/ring")
            #expect(throws: FileError(folder + "/ring", .linkToNowhere)) { try files.write([7], to: folder + "/ring") }
        }
    }

    @Test func devicesAndPipesAreWrittenInto() throws {
        try files.write([1, 2], to: "/dev/null")
        #expect(mode("/dev/null") & 0o666 == 0o666)
        var status = stat()
        stat("/dev/null", &status)
        #expect(status.st_mode & S_IFMT == S_IFCHR)
        try withTemporaryFolder { folder in
            symlink("/dev/null", folder + "/nothing")
            try files.write([1], to: folder + "/nothing")
            #expect(contents(below: folder) == ["nothing": "→ /dev/null"])
            // A pipe with somebody at its end.
            mkfifo(folder + "/pipe", 0o600)
            let reader = open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try files.write(Array("through".utf8), to: folder + "/pipe")
            var bytes = [UInt8](repeating: 0, count: 16)
            let count = read(reader, &bytes, 16)
            #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
            #expect(contents(below: folder)["pipe"] == "a device")
        }
    }

    @Test func anOpenFileIsWrittenIntoWhereItStands() throws {
        try withTemporaryFolder { folder in
            let file = open(folder + "/log", O_WRONLY | O_CREAT, 0o600)
            defer { close(file) }
            write(file, "first ", 6)
            try files.write(Array("second".utf8), to: "/dev/fd/\(file)")
            #expect(text(folder + "/log") == "first second")
        }
    }

    @Test func whatIsAddedLeavesWhatIsThere() throws {
        try withTemporaryFolder { folder in
            // More than a megabyte: a step summary may hold that.
            let path = folder + "/summary"
            writeFile([UInt8](repeating: 65, count: 3 << 20), path)
            chmod(path, 0o620)
            let before = inode(path)
            try files.append(Array("more".utf8), to: path)
            #expect(readFile(path)?.count == 3 << 20 + 4)
            #expect(mode(path) == 0o620 && inode(path) == before)
            try files.append([1], to: folder + "/new")
            #expect(readFile(folder + "/new") == [1])
        }
    }

    @Test func aChangeBySomebodyElseIsNotOverwritten() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.md"
            writeFile(Array("edited meanwhile".utf8), path)
            #expect(throws: FileError(path, .changedMeanwhile)) {
                try files.write([1], to: path, before: Array("as read".utf8))
            }
            #expect(throws: FileError(path, .changedMeanwhile)) {
                try files.write([1], to: path, before: Array("edited".utf8))
            }
            #expect(text(path) == "edited meanwhile")
            #expect(throws: FileError(folder + "/gone", .missing)) {
                try files.write([1], to: folder + "/gone", before: [2])
            }
        }
    }

    @Test func anErrorNamesThePathGiven() throws {
        try withTemporaryFolder { folder in
            writeFile([1], folder + "/file")
            #expect(throws: FileError(folder + "/no/file", .missing)) { try files.write([1], to: folder + "/no/file") }
            #expect(throws: FileError(folder, .isFolder)) { try files.write([1], to: folder) }
            #expect(throws: FileError(folder + "/file/x", .notFolder)) { try files.write([1], to: folder + "/file/x") }
            #expect(throws: FileError("/dev/full", .noSpace)) { try files.write([1], to: "/dev/full") }
            for kind in ["plain", "linked"] {
                let path = folder + "/\(kind)"
                writeFile(Array("as it was".utf8), path)
                if kind == "linked" { link(path, folder + "/other name") }
                for space in stride(from: 0, to: 900, by: 50) {
                    let full = Files(InterposedFileSystem(.init(space: space)))
                    #expect(throws: FileError(path, .noSpace)) {
                        try full.write([UInt8](repeating: 1, count: 900), to: path)
                    }
                    #expect(text(path) == "as it was")
                }
            }
            #expect(contents(below: folder).keys.sorted() == ["file", "linked", "other name", "plain"])
        }
    }

    @Test func newFilesAreAllThereOrNone() throws {
        try withTemporaryFolder { folder in
            try files.writeNewFiles([(folder + "/keys/a", [1], 0o600), (folder + "/keys/b", [2], 0o644)])
            #expect(mode(folder + "/keys/a") == 0o600)
            #expect(throws: FileError(folder + "/keys/b", .exists)) {
                try files.writeNewFiles([(folder + "/keys/c", [3], 0o600), (folder + "/keys/b", [4], 0o644)])
            }
            #expect(contents(below: folder).keys.sorted() == ["keys/a", "keys/b"])
            symlink("nowhere", folder + "/link")
            try files.writeNewFiles([(folder + "/link", [5], 0o600)])
            #expect(readFile(folder + "/nowhere") == [5])
        }
    }
}
