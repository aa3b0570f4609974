import PlancFiles
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct OutputFolderTests {
    let old = [file("manifest.json", "1"), file("fr/a.txt", "old a"), file("fr/gone.txt", "old gone")]
    let new = [file("manifest.json", "2"), file("fr/a.txt", "new a"), file("en/b.txt", "new b")]

    /// An output of `old` in `Output/plan`, and what is planted in it.
    func output(_ plant: (String) throws -> Void = { _ in }, _ body: (String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try OutputFolder("plan", in: folder + "/Output", quick).replace(with: old, known: nil)
            try plant(folder + "/Output/plan")
            try body(folder + "/Output")
        }
    }

    @Test func theNewOutputTakesThePlaceOfTheOld() throws {
        try output { folder in
            try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(
                contents(below: folder) == [
                    "plan/manifest.json": "2", "plan/fr/a.txt": "new a", "plan/en/b.txt": "new b",
                ])
        }
    }

    @Test func filesOfTheOldOutputAreCarriedOver() throws {
        for hasLinks in [true, false] {
            try output { folder in
                let files = Files(InterposedFileSystem(.init(hasLinks: hasLinks)))
                try OutputFolder("plan", in: folder, files).replace(
                    with: new, keeping: known([file("fr/gone.txt", "old gone")]), known: known(old))
                #expect(text(folder + "/plan/fr/gone.txt") == "old gone")
                #expect(contents(below: folder).count == 4)
            }
        }
    }

    @Test func whatIsNotPlancsIsKeptAndNamed() throws {
        try output { plan in
            writeFile(Array("my notes".utf8), plan + "/notes.txt")
            writeFile(Array("kept".utf8), plan + "/.planc-baseline.json")
            writeFile(Array("cat".utf8), plan + "/fr/photos/cat.jpg")
            writeFile([], plan + "/.DS_Store")
            makeFolder(plan + "/empty")
            symlink("/etc", plan + "/fr/link")
            mkfifo(plan + "/pipe", 0o600)
        } _: { folder in
            let outcome = try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(outcome.kept == [".planc-baseline.json", "empty", "fr/link", "fr/photos", "notes.txt", "pipe"])
            #expect(outcome.stranded == [])
            #expect(
                contents(below: folder + "/plan") == [
                    "manifest.json": "2", "fr/a.txt": "new a", "en/b.txt": "new b", "notes.txt": "my notes",
                    ".planc-baseline.json": "kept", "fr/photos/cat.jpg": "cat", "empty/": "", "fr/link": "→ /etc",
                    "pipe": "a device", ".DS_Store": "",
                ])
            #expect(contents(below: folder).keys.allSatisfy { $0.hasPrefix("plan/") })
        }
    }

    @Test func aNameThatIsNotUTF8IsKept() throws {
        try output { plan in
            let file = (Array("\(plan)/caf".utf8) + [0xE9, 0]).withUnsafeBytes {
                fopen($0.baseAddress!.assumingMemoryBound(to: CChar.self), "w")
            }
            if let file { fclose(file) }
        } _: { folder in
            let outcome = try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(outcome.kept == ["caf\u{FFFD}"])
            #expect(contents(below: folder)["plan/caf\u{FFFD}"] != nil)
        }
    }

    /// Where a new file has to go, nothing of anybody else's is replaced.
    @Test(arguments: ["edited", "link", "folder", "file for a folder", "link for a folder", "case"])
    func whatIsInTheWayStopsTheBuild(_ what: String) throws {
        try withTemporaryFolder { outside in
            writeFile(Array("outside".utf8), outside + "/a.txt")
            try output { plan in
                switch what {
                case "edited": writeFile(Array("edited by hand".utf8), plan + "/fr/a.txt")
                case "link":
                    unlink(plan + "/fr/a.txt")
                    symlink(outside + "/a.txt", plan + "/fr/a.txt")
                case "folder": writeFile(Array("x".utf8), plan + "/en/b.txt/x")
                case "file for a folder": writeFile(Array("x".utf8), plan + "/en")
                case "link for a folder": symlink(outside, plan + "/en")
                default: writeFile(Array("x".utf8), plan + "/EN/x")
                }
            } _: { folder in
                let before = contents(below: folder)
                #expect {
                    try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
                } throws: { error in
                    guard let error = error as? FileError, case .foreign(let paths) = error.reason else { return false }
                    return error.path == folder + "/plan" && paths.count == 1
                }
                #expect(contents(below: folder) == before)
                #expect(contents(below: outside) == ["a.txt": "outside"])
            }
        }
    }

    @Test func whatSomebodyElseHoldsMayBeReplaced() throws {
        try output { plan in
            writeFile(Array("from a colleague".utf8), plan + "/fr/a.txt")
            writeFile(Array("from a colleague".utf8), plan + "/fr/gone.txt")
        } _: { folder in
            try OutputFolder("plan", in: folder, quick).replace(
                with: new, known: known(old), isHeld: { Set($0) })
            #expect(
                contents(below: folder) == [
                    "plan/manifest.json": "2", "plan/fr/a.txt": "new a", "plan/en/b.txt": "new b",
                ])
        }
    }

    @Test func anEditedFileThatIsNotNeededAnyMoreIsKept() throws {
        try output { plan in
            writeFile(Array("edited".utf8), plan + "/fr/gone.txt")
        } _: { folder in
            let outcome = try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(outcome.kept == ["fr/gone.txt"])
            #expect(text(folder + "/plan/fr/gone.txt") == "edited")
        }
    }

    @Test func aFolderThatPlancDidNotWriteIsRefused() throws {
        for foreign in ["photos/cat.jpg", "manifest.json", "fr/a.txt", "plan.json"] {
            try withTemporaryFolder { folder in
                writeFile(Array(#"{"name": "a web page"}"#.utf8), "\(folder)/plan/\(foreign)")
                let before = contents(below: folder)
                // Git holds it: that does not make it planc's.
                #expect(throws: FileError(folder + "/plan", .notAnOutput)) {
                    try OutputFolder("plan", in: folder, quick).replace(
                        with: new, known: nil, isHeld: { foreign == "fr/a.txt" ? [] : Set($0) })
                }
                #expect(contents(below: folder) == before)
            }
        }
    }

    @Test func aCloneWithoutTheManifestIsBuiltInto() throws {
        try withTemporaryFolder { folder in
            writeFile(Array("new a".utf8), folder + "/plan/fr/a.txt")
            writeFile(Array("older".utf8), folder + "/plan/en/b.txt")
            try OutputFolder("plan", in: folder, quick).replace(with: new, known: nil, isHeld: { Set($0) })
            #expect(text(folder + "/plan/en/b.txt") == "new b")
        }
    }

    @Test func aLinkedOutputFolderStaysALink() throws {
        try withTemporaryFolder { folder in
            writeFile(Array("theirs".utf8), folder + "/elsewhere/real/theirs.txt")
            makeFolder(folder + "/Output")
            symlink("../elsewhere/real", folder + "/Output/plan")
            #expect(throws: FileError.self) {
                try OutputFolder("plan", in: folder + "/Output", quick).replace(with: new, known: nil)
            }
            #expect(contents(below: folder + "/elsewhere") == ["real/theirs.txt": "theirs"])
            unlink(folder + "/elsewhere/real/theirs.txt")
            try OutputFolder("plan", in: folder + "/Output", quick).replace(with: old, known: nil)
            try OutputFolder("plan", in: folder + "/Output", quick).replace(with: new, known: known(old))
            #expect(contents(below: folder + "/Output") == ["plan": "→ ../elsewhere/real"])
            #expect(text(folder + "/elsewhere/real/en/b.txt") == "new b")
            #expect(contents(below: folder + "/elsewhere").count == 3)
        }
    }

    @Test func theFoldersOwnRightsStay() throws {
        try output {
            chmod($0, 0o700)
        } _: { folder in
            try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(mode(folder + "/plan") == 0o700)
        }
    }

    /// A name that looks like one of planc's folders is not one: only its journal makes it one.
    @Test func foldersThatOnlyLookLikePlancsAreLeftAlone() throws {
        try output { folder in
            let name = folder + "/.planc-0123456789abcdef"
            writeFile(Array("mine".utf8), name + "/journal")
            writeFile(Array("mine".utf8), name + "/new/x.txt")
            writeFile(Array("mine".utf8), folder + "/.planc-baseline")
            writeFile(Array("mine".utf8), folder + "/.planc-12-plan/half.pdf")
            symlink("/tmp", folder + "/.planc-fedcba9876543210")
            let before = contents(below: folder).filter { !$0.key.hasPrefix("plan/") }
            try OutputFolder("plan", in: folder, quick).replace(with: new, known: known(old))
            #expect(contents(below: folder).filter { !$0.key.hasPrefix("plan/") } == before)
        }
    }

    @Test func aFailureLeavesTheOldOutputWholeAndNamesThePathGiven() throws {
        let size = new.reduce(0) { $0 + $1.bytes.count }
        for space in stride(from: 0, through: 1200, by: 40) {
            try output { folder in
                let files = Files(InterposedFileSystem(.init(space: space)))
                let before = contents(below: folder)
                do {
                    try OutputFolder("plan", in: folder, files).replace(with: new, known: known(old))
                    #expect(space > size)
                } catch let error as FileError {
                    #expect(error.reason == .noSpace)
                    #expect(error.path.hasPrefix(folder + "/plan") && !error.path.contains(".planc-"), "\(error.path)")
                    #expect(contents(below: folder) == before, "\(space)")
                }
            }
        }
    }

    @Test func twoPathsThatWouldBeOneFileAreRefused() throws {
        try output { folder in
            #expect(throws: FileError(folder + "/plan", .sameFile("fr/a.txt", "fr/A.txt"))) {
                try OutputFolder("plan", in: folder, quick).replace(
                    with: new + [file("fr/A.txt", "")], known: known(old))
            }
        }
    }

    @Test func aSecondBuildWaitsAndThenSaysWho() throws {
        try output { folder in
            var told: [Int32?] = []
            do {
                let first = try OutputFolder("plan", in: folder, quick)
                #expect(throws: FileError(folder + "/plan", .inUse(process: getpid()))) {
                    _ = try OutputFolder("plan", in: folder, quick, patience: 100) { told.append($0) }
                }
                _ = first.path
            }
            #expect(told == [getpid()])
            try OutputFolder("plan", in: folder, quick, patience: 0).replace(with: new, known: known(old))
            #expect(text(folder + "/plan/en/b.txt") == "new b")
        }
    }

    @Test func buildsAtTheSameTimeNeverMix() throws {
        try output { folder in
            var threads: [pthread_t] = []
            for number in 0..<6 {
                threads.append(
                    started {
                        for round in 0..<15 {
                            let mark = "\(number)-\(round)"
                            guard let output = try? OutputFolder("plan", in: folder, quick) else { continue }
                            let before = output.read("manifest.json", limit: 100).map {
                                String(decoding: $0, as: UTF8.self)
                            }
                            let was = ["manifest.json", "a", "b", "c/d"].map { file($0, before ?? "") }
                            _ = try? output.replace(
                                with: ["manifest.json", "a", "b", "c/d"].map { file($0, mark) },
                                known: before == "1" ? known(old) : known(was))
                        }
                    })
            }
            for thread in threads { pthread_join(thread, nil) }
            let found = contents(below: folder)
            #expect(found.keys.sorted() == ["plan/a", "plan/b", "plan/c/d", "plan/manifest.json"])
            #expect(Set(found.values).count == 1)
        }
    }
}

/// A thread of its own: a lock that one thread waits for is held by another.
private func started(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    final class Box {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
    #if canImport(Glibc)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { box in
                Unmanaged<Box>.fromOpaque(box!).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        return thread
    #else
        var thread: pthread_t?
        pthread_create(
            &thread, nil,
            { box in
                Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        return thread!
    #endif
}
