import PlancFiles
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The process ends before each single call that changes something: whatever the file system can do, an output is the old one or
/// the new one, and nothing that planc did not write is lost.
@Suite struct CrashTests {
    static let systems: [(name: String, faults: InterposedFileSystem.Faults)] = [
        ("ext4", .init()), ("no exchange", .init(hasExchange: false)), ("no links", .init(hasLinks: false)),
        ("as on FAT", .init(hasExchange: false, hasLinks: false, hasCase: false, hasLocks: false)),
    ]

    let old = [
        file("manifest.json", "1"), file("fr/a.txt", "old a"), file("fr/gone.txt", "old gone"), file("same", "s"),
    ]
    let new = [file("manifest.json", "2"), file("fr/a.txt", "new a"), file("en/b.txt", "new b"), file("same", "s")]
    let kept = [file("fr/gone.txt", "old gone")]
    let foreign = ["notes.txt": "mine", "fr/photos/cat.jpg": "cat", "link": "→ /etc", "en/mine.txt": "mine too"]

    func plant(in folder: String) throws {
        try OutputFolder("plan", in: folder, quick).replace(with: old, known: nil)
        for (path, text) in foreign where path != "link" { writeFile(Array(text.utf8), "\(folder)/plan/\(path)") }
        symlink("/etc", folder + "/plan/link")
        writeFile(Array("baseline".utf8), folder + "/.planc-baseline.json")
    }

    /// What is beside the output. Where there are no locks, a journal that was broken off in its first lines stays: nobody can
    /// say that nobody is writing it.
    func left(in folder: String, _ faults: InterposedFileSystem.Faults) -> [String] {
        contents(below: folder).keys.filter {
            !$0.hasPrefix("plan/") && (faults.hasLocks || !$0.hasSuffix("/journal"))
        }.sorted()
    }

    @Test(arguments: systems.indices) func anOutputIsTheOldOneOrTheNewOne(_ index: Int) throws {
        let (name, faults) = Self.systems[index]
        let was = Dictionary(uniqueKeysWithValues: old.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        let comes = Dictionary(
            uniqueKeysWithValues: (new + kept).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        var calls = 1
        var outcomes: Set<String> = []
        while true {
            var faults = faults
            faults.dies = calls
            let system = InterposedFileSystem(faults)
            var isDone = false
            try withTemporaryFolder { folder in
                try plant(in: folder)
                _ = try? OutputFolder("plan", in: folder, Files(system)).replace(
                    with: new, keeping: known(kept), known: known(old))
                isDone = system.calls < calls
                let own = contents(below: folder + "/plan").filter { foreign[$0.key] == nil }
                if faults.hasExchange {
                    #expect(own == was || own == comes, "\(name), before the restart, call \(calls): \(own)")
                } else {
                    #expect(
                        own == was || own == comes || own.isEmpty, "\(name), before the restart, call \(calls): \(own)")
                }
                // The next start.
                var next = Self.systems[index].faults
                next.dies = nil
                do { _ = try OutputFolder("plan", in: folder, Files(InterposedFileSystem(next))) }
                var found = contents(below: folder + "/plan")
                for (path, text) in foreign {
                    #expect(found.removeValue(forKey: path) == text, "\(name), call \(calls): \(path) is lost")
                }
                #expect(found == was || found == comes, "\(name), call \(calls): \(found)")
                outcomes.insert(found == was ? "old" : "new")
                #expect(left(in: folder, faults) == [".planc-baseline.json"], "\(name), call \(calls)")
            }
            if isDone { break }
            calls += 1
        }
        #expect(calls > 30)
        #expect(outcomes == ["old", "new"])
    }

    /// The next start may be killed too.
    @Test(arguments: systems.indices) func aKilledRestartLosesNothing(_ index: Int) throws {
        let base = Self.systems[index].faults
        let was = Dictionary(uniqueKeysWithValues: old.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        let comes = Dictionary(
            uniqueKeysWithValues: new.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        for first in stride(from: 3, to: 45, by: 3) {
            for second in stride(from: 1, to: 30, by: 4) {
                try withTemporaryFolder { folder in
                    try plant(in: folder)
                    for dies in [first, second] {
                        var faults = base
                        faults.dies = dies
                        _ = try? OutputFolder("plan", in: folder, Files(InterposedFileSystem(faults))).replace(
                            with: new, known: known(old))
                    }
                    do { _ = try OutputFolder("plan", in: folder, Files(InterposedFileSystem(base))) }
                    var found = contents(below: folder + "/plan")
                    for (path, text) in foreign {
                        #expect(found.removeValue(forKey: path) == text, "\(first), \(second): \(path) is lost")
                    }
                    #expect(found == was || found == comes, "\(first), \(second): \(found)")
                    #expect(left(in: folder, base) == [".planc-baseline.json"])
                }
            }
        }
    }

    /// A source is the old one or the new one, with its mode and its other names.
    @Test(arguments: ["plain", "linked", "by a link"]) func aSourceIsTheOldOneOrTheNewOne(_ kind: String) throws {
        let before = String(repeating: "before\n", count: 300)
        let after = String(repeating: "after, and longer\n", count: 300)
        var calls = 1
        while true {
            let system = InterposedFileSystem(.init(dies: calls))
            try withTemporaryFolder { folder in
                let path = folder + "/a.md"
                writeFile(Array(before.utf8), path)
                chmod(path, 0o600)
                if kind == "linked" { link(path, folder + "/b.md") }
                if kind == "by a link" { symlink("a.md", folder + "/c.md") }
                try? Files(system).write(
                    Array(after.utf8), to: kind == "by a link" ? folder + "/c.md" : path, before: Array(before.utf8))
                // The next time that planc writes in this folder.
                try quick.write([], to: folder + "/other")
                let found = try #require(text(path))
                #expect(found == before || found == after, "call \(calls): \(found.count) bytes")
                #expect(mode(path) == 0o600)
                if kind == "linked" { #expect(inode(path) == inode(folder + "/b.md")) }
                let names = contents(below: folder).keys.sorted()
                #expect(
                    names
                        == (kind == "linked"
                            ? ["a.md", "b.md", "other"]
                            : kind == "plain" ? ["a.md", "other"] : ["a.md", "c.md", "other"]))
            }
            if system.calls < calls { break }
            calls += 1
        }
        #expect(calls > 5)
    }

    /// A new plan is there as a whole, or the folder can be used again.
    @Test(arguments: [false, true]) func aNewFolderIsWholeOrCanBeMadeAgain(_ isThere: Bool) throws {
        let files = [file("people.md", "p"), file("messages/a.md", "a"), file("plan.md", "plan")]
        var calls = 1
        while true {
            let system = InterposedFileSystem(.init(dies: calls))
            try withTemporaryFolder { folder in
                let place = folder + "/deep/plan"
                if isThere { makeFolder(place) }
                try? Files(system).writeNewFolder(files, at: place)
                if text(place + "/plan.md") == nil { try quick.writeNewFolder(files, at: place) }
                let found = contents(below: folder).filter { !$0.key.contains(".planc-") }
                #expect(
                    found == ["deep/plan/people.md": "p", "deep/plan/messages/a.md": "a", "deep/plan/plan.md": "plan"],
                    "call \(calls)")
            }
            if system.calls < calls { break }
            calls += 1
        }
        #expect(calls > 10)
    }
}
