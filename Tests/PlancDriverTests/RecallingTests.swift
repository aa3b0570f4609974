import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is recalled is what a new run would say, to the byte, whatever happens to the files between two runs.
@Suite(.serialized) struct RecallingTests {
    static let plan: [String: String] = [
        "plan.md": """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: "1.0"
        locales: [en]
        profiles: []
        owner: director
        exclude: [drafts/*]
        review: {every: 6mo, last: 2026-01-05}
        ---

        How the library goes on when the river comes in.
        """,
        "people.md": """
        ---
        kind: people
        people:
          ada: {name: Ada Marsh, reach: {mobile: "+44 7700 900001"}, verified: 2026-01-05}
          ben: {name: Ben Okoro, reach: {mobile: "+44 7700 900002"}, verified: 2026-01-05}
        ---
        """,
        "roles.md": """
        ---
        kind: roles
        roles:
          director: {title: Director, holder: ada, deputies: [ben], team: executive}
        ---
        """,
        "lists/flood.md": """
        ---
        kind: checklist
        title: Flood
        phase: during
        ---

        - [ ] T+10min @director Call the river station.
        - [ ] T+20min @nobody Move the books upstairs.
        """,
        "lists/fire.md": """
        ---
        kind: checklist
        title: Fire
        phase: during
        ---

        - [ ] T+10min @director Call the fire brigade.
        """,
        "drafts/later.md": "---\nkind: checklist\ntitle: Later\n---\n",
        "notes.txt": "Nothing that planc reads.\n",
    ]

    private struct Answer: Equatable {
        var said: [UInt8]
        var isRecalled: Bool

        init(_ said: [UInt8], _ isRecalled: Bool) { (self.said, self.isRecalled) = (said, isRecalled) }
    }

    /// One run over a plan: from the cache where it is known, and kept there where it is not.
    private struct Runner {
        var plan: String
        var cache: String
        var clock: @Sendable () -> Int64 = { now() }
        var arguments: [String] = []

        /// What a run without a cache says.
        var cold: [UInt8] { Self.answer(plan, in: DiskWorld()) }

        /// What a run with it says.
        func warm() throws -> Answer {
            let cache = try #require(RunCache(in: cache, arguments: arguments + [plan], clock: clock))
            if let run = cache.recall(fact: { _ in nil }) {
                #expect(run.actions.count == 1 && run.status == 1)
                guard case .write(let bytes, 1) = run.actions[0] else { return Answer([], true) }
                return Answer(bytes, true)
            }
            let recorder = RunRecorder(clock: clock)
            recorder.begin()
            let said = Self.answer(plan, in: RecordedWorld(recorder))
            recorder.note(.write(said, descriptor: 1))
            cache.keep(recorder, status: 1)
            return Answer(said, false)
        }

        private static func answer(_ plan: String, in world: some World) -> [UInt8] {
            let report = check(load([plan], in: world), asOf: CalendarDate(iso: "2026-01-15") ?? world.today)
            let problems = report.problems.map { "\($0.path): \($0.message.english)\n" }.joined()
            return rendered(report, as: .short, language: .english, isColoured: false, version: "") + problems.utf8
        }
    }

    private func withPlan(_ body: (Runner, String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for part in ["", "/lists", "/drafts"] { mkdir("\(folder)/plan\(part)", 0o755) }
            for (path, text) in Self.plan { writeFile(Array(text.utf8), "\(folder)/plan/\(path)") }
            try body(Runner(plan: folder + "/plan", cache: folder + "/cache"), folder)
        }
    }

    private func expect(_ runner: Runner, _ answer: Answer, _ place: SourceLocation = #_sourceLocation) throws {
        let given = try runner.warm()
        #expect(given == answer, sourceLocation: place)
    }

    private func expectSaid(_ runner: Runner, _ said: [UInt8], _ place: SourceLocation = #_sourceLocation) throws {
        let given = try runner.warm().said
        #expect(given == said, sourceLocation: place)
    }

    private func expectNothingRecalled(_ runner: Runner, _ place: SourceLocation = #_sourceLocation) throws {
        let given = try runner.warm().isRecalled
        #expect(!given, sourceLocation: place)
    }

    /// Edits as people, editors, git and clocks make them, several hundred in turn: the answer is always the one of a run without a
    /// cache. In every other turn stamps are trusted at once, and time goes on between two edits as it does for people.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func everyEditIsSeen(_ seed: UInt64) throws {
        try withPlan { runner, folder in
            var runner = runner
            var random = SeededGenerator(seed: seed)
            var editor = Editor(folder: runner.plan, outside: folder + "/outside")
            let settles = seed.isMultiple(of: 2)
            if settles { runner.clock = { now() + 10_000_000_000 } }
            var recalled = 0
            for turn in 0..<120 {
                let edit = turn == 0 ? "none" : editor.edit(&random)
                let jump = turn.isMultiple(of: 17) ? Int64(-86_400_000_000_000) : 0
                let clock = runner.clock
                var jumped = runner
                jumped.clock = { clock() + jump }
                for again in 0..<2 {
                    let answer = try jumped.warm()
                    #expect(answer.said == runner.cold, "turn \(turn), \(edit), again \(again)")
                    recalled += answer.isRecalled ? 1 : 0
                }
                if settles { usleep(12_000) }
            }
            #expect(recalled > 60)
        }
    }

    @Test func whatIsNotChangedIsRecalledAndNotRead() throws {
        try withPlan { runner, _ in
            var runner = runner
            runner.clock = { now() + 10_000_000_000 }
            let cold = runner.cold
            try expect(runner, Answer(cold, false))
            try expect(runner, Answer(cold, true))
            // With other arguments it is another run.
            runner.arguments = ["--strict"]
            try expect(runner, Answer(cold, false))
        }
    }

    /// An edit of the same size in the same moment, with the time of writing put back.
    @Test func anEditInTheSameMomentIsSeen() throws {
        try withPlan { runner, _ in
            let path = runner.plan + "/lists/flood.md"
            for number in 0..<50 {
                var status = stat()
                stat(path, &status)
                _ = try runner.warm()
                let text = (Self.plan["lists/flood.md"] ?? "").replacing("nobody", with: "nobod\(number % 10)")
                overwrite(path, text)
                setTimes(path, like: status)
                try expectSaid(runner, runner.cold)
            }
        }
    }

    /// A file that was only touched, or written again as it was, is read once more, and recalled.
    @Test func aTouchIsNoChange() throws {
        try withPlan { runner, _ in
            var runner = runner
            runner.clock = { now() + 10_000_000_000 }
            let said = try runner.warm().said
            for path in Self.plan.keys.sorted() {
                utimes(runner.plan + "/" + path, nil)
                try expect(runner, Answer(said, true))
            }
            writeFile(Array((Self.plan["roles.md"] ?? "").utf8), runner.plan + "/roles.md")
            try expect(runner, Answer(said, true))
            // What comes and goes beside the files, too.
            writeFile([], runner.plan + "/.roles.md.swp")
            unlink(runner.plan + "/.roles.md.swp")
            try expect(runner, Answer(said, true))
        }
    }

    @Test func aDamagedCacheIsNone() throws {
        try withPlan { runner, _ in
            let cold = runner.cold
            _ = try runner.warm()
            let name = try #require(names(in: runner.cache).first { $0.hasSuffix(".run") })
            let whole = try #require(readFile(runner.cache + "/" + name))
            try expect(runner, Answer(cold, true))
            var random = SeededGenerator(seed: 5)
            for _ in 0..<200 {
                var bytes = whole
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes.removeSubrange(place...)
                } else {
                    bytes[place] ^= UInt8.random(in: 1...255, using: &random)
                }
                writeFile(bytes, runner.cache + "/" + name)
                try expectSaid(runner, cold)
            }
            // What planc did not write stays.
            writeFile(Array("somebody's own".utf8), runner.cache + "/" + name)
            try expect(runner, Answer(cold, false))
            #expect(readFile(runner.cache + "/" + name) == Array("somebody's own".utf8))
        }
    }

    @Test func nothingIsKeptWhereOthersWriteOrPlansAre() throws {
        try withPlan { runner, folder in
            for place in ["/plan/cache", "/plan/lists/cache", "/repository/cache"] {
                var runner = runner
                mkdir(folder + "/repository", 0o755)
                mkdir(folder + "/repository/.git", 0o755)
                runner.cache = folder + place
                for _ in 0..<2 { try expectNothingRecalled(runner) }
                #expect(readFile(runner.cache) == nil && names(in: runner.cache).isEmpty)
            }
            mkdir(folder + "/shared", 0o777)
            chmod(folder + "/shared", 0o777)
            var runner = runner
            runner.cache = folder + "/shared"
            for _ in 0..<2 { try expectNothingRecalled(runner) }
            #expect(names(in: folder + "/shared").isEmpty)
            // Made for its owner alone.
            runner.cache = folder + "/own/cache"
            try expect(runner, Answer(runner.cold, false))
            try expect(runner, Answer(runner.cold, true))
            var status = stat()
            stat(folder + "/own/cache", &status)
            #expect(status.st_mode & 0o777 == 0o700)
            for name in names(in: folder + "/own/cache") {
                stat(folder + "/own/cache/" + name, &status)
                #expect(status.st_mode & 0o777 == 0o600)
            }
        }
    }

    @Test func whatAnswersOtherwiseIsNotRecalled() throws {
        try withTemporaryFolder { folder in
            let cache = try #require(RunCache(in: folder + "/cache", arguments: ["x"]))
            let recorder = RunRecorder()
            recorder.note(fact: "variable LANG", "fr")
            recorder.note(fact: "variable COLUMNS", nil)
            recorder.begin()
            recorder.note(.write([65], descriptor: 1))
            recorder.note(.file([66], path: "out"))
            recorder.note(.append([67], path: "log"))
            cache.keep(recorder, status: 0)
            let run = RecordedRun(
                actions: [.write([65], descriptor: 1), .file([66], path: "out"), .append([67], path: "log")], status: 0)
            #expect(cache.recall { $0 == "variable LANG" ? "fr" : nil } == run)
            #expect(cache.recall { $0 == "variable LANG" ? "de" : nil } == nil)
            #expect(cache.recall { _ in "fr" } == nil)
            // Two answers to one question, or something that nobody noted.
            for spoil in [{ $0.note(fact: "variable LANG", "de") }, { $0.spoil() }] as [(RunRecorder) -> Void] {
                let cache = try #require(RunCache(in: folder + "/cache", arguments: ["y"]))
                let recorder = RunRecorder()
                recorder.begin()
                recorder.note(fact: "variable LANG", "fr")
                spoil(recorder)
                cache.keep(recorder, status: 0)
                #expect(cache.recall { _ in "fr" } == nil)
            }
        }
    }

    @Test func manyRunsAtOnceDisturbNobody() throws {
        try withPlan { runner, _ in
            let cold = runner.cold
            let same = parallelMap(Array(0..<40)) { number -> Bool in
                (try? runner.warm().said == cold) ?? false
            }
            #expect(!same.contains(false))
            #expect(names(in: runner.cache).allSatisfy { $0.hasSuffix(".run") })
        }
    }

    @Test func theCacheStaysSmall() throws {
        try withTemporaryFolder { folder in
            for number in 0..<230 {
                let cache = try #require(RunCache(in: folder, arguments: ["\(number)"]))
                let recorder = RunRecorder()
                recorder.begin()
                cache.keep(recorder, status: 0)
            }
            #expect(names(in: folder).count == 200)
        }
    }
}

private func names(in folder: String) -> [String] {
    (try? DiskWorld().entries(of: folder).map(\.name)) ?? []
}

private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Writes into a file that is there: it stays the same file.
private func overwrite(_ path: String, _ text: String) {
    let file = open(path, O_WRONLY | O_TRUNC)
    defer { close(file) }
    let bytes = Array(text.utf8)
    _ = write(file, bytes, bytes.count)
}

/// Puts the times of reading and writing of a file back, as far as any program can.
private func setTimes(_ path: String, like status: stat) {
    #if canImport(Glibc)
        let times = [status.st_atim, status.st_mtim]
    #else
        let times = [status.st_atimespec, status.st_mtimespec]
    #endif
    utimensat(AT_FDCWD, path, times, 0)
}

/// Somebody, or something, that changes the files of a plan.
private struct Editor {
    let folder: String
    let outside: String
    private var number = 0

    init(folder: String, outside: String) {
        self.folder = folder
        self.outside = outside
        writeFile(Array((RecallingTests.plan["lists/fire.md"] ?? "").utf8), outside)
    }

    /// Makes one edit and says which.
    mutating func edit(_ random: inout SeededGenerator) -> String {
        number += 1
        let names = RecallingTests.plan.keys.sorted()
        let name = names.randomElement(using: &random) ?? "plan.md"
        let other = names.randomElement(using: &random) ?? "plan.md"
        let (path, second) = (folder + "/" + name, folder + "/" + other)
        let kind = Int.random(in: 0..<18, using: &random)
        switch kind {
        case 0: utimes(path, nil)
        case 1, 2:
            // The same size, the same time of writing.
            var status = stat()
            guard stat(path, &status) == 0, var bytes = readFile(path), !bytes.isEmpty else { break }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 97...122, using: &random)
            overwrite(path, String(decoding: bytes, as: UTF8.self))
            setTimes(path, like: status)
        case 3: writeFile((readFile(path) ?? []) + Array("\n- [ ] @nobody More, \(number).\n".utf8), path)
        case 4: truncate(path, 10)
        case 5:
            rename(path, folder + "/swapped")
            rename(second, path)
            rename(folder + "/swapped", second)
        case 6: unlink(path)
        case 7: writeFile(readFile(path) ?? [], folder + "/lists/new-\(number).md")
        case 8: rename(path, folder + "/renamed-\(number).md")
        case 9:
            unlink(path)
            symlink(Bool.random(using: &random) ? outside : second, path)
        case 10:
            unlink(path)
            link(second, path)
        case 11: chmod(path, Bool.random(using: &random) ? 0 : 0o644)
        case 12: rename(folder + "/lists", folder + "/moved-\(number)")
        case 13: mkdir(folder + "/empty-\(number)", 0o755)
        case 14: mkfifo(folder + "/pipe-\(number).md", 0o644)
        case 15:
            overwrite(
                folder + "/plan.md",
                (RecallingTests.plan["plan.md"] ?? "").replacing(
                    "drafts/*", with: "\(["lists", "drafts"][number % 2])/*"))
        case 16: writeFile(Array((RecallingTests.plan["lists/fire.md"] ?? "").utf8), outside)
        default: restore()
        }
        return "edit \(kind) of \(name)"
    }

    /// The plan as it was, so that there is something to judge.
    private func restore() {
        mkdir(folder + "/lists", 0o755)
        mkdir(folder + "/drafts", 0o755)
        for (path, text) in RecallingTests.plan {
            unlink(folder + "/" + path)
            writeFile(Array(text.utf8), folder + "/" + path)
        }
    }
}
