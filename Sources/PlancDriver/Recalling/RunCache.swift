import PlancFiles
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs that were made before, in a folder that anyone may empty at any time: a run whose every question has the same answer as
/// then is not made again.
///
/// Files are compared by what the system says of them (`FileStamp`), and read again where that is another or too new to be
/// trusted. So a cache costs time where it is of no use, and says nothing but what a run would say.
public struct RunCache: Sendable {
    private let place: String
    private let name: String
    private let program: ContentDigest
    private let clock: @Sendable () -> Int64

    /// - Parameter place: the folder.
    /// - Parameter arguments: all that the run was asked for; the working folder and the user are part of it as well.
    public init?(in place: String, arguments: [String]) {
        self.init(in: place, arguments: arguments, clock: { FileStamp.now })
    }

    /// - Parameter clock: the time, in nanoseconds.
    package init?(in place: String, arguments: [String], clock: @escaping @Sendable () -> Int64) {
        guard let folder = getcwd(nil, 0), let program = ProgramIdentity.files() else { return nil }
        defer { free(folder) }
        let asked = [String(cString: folder), Self.user] + arguments
        name = hexadecimal(Array(ContentDigest(of: asked.flatMap { Array($0.utf8) + [0] }).bytes.prefix(16))) + ".run"
        var identity = RecordWriter(bytes: [])
        for (path, stamp) in program {
            identity.write(Array(path.utf8))
            identity.write(stamp)
        }
        self.program = ContentDigest(of: identity.bytes)
        self.place = place
        self.clock = clock
    }

    /// Who runs it: what one user may read, another may not.
    private static var user: String {
        var groups = [gid_t](repeating: 0, count: 256)
        let count = getgroups(Int32(groups.count), &groups)
        return "\(geteuid()) \(getegid()) \(groups.prefix(max(0, Int(count))))"
    }

    /// The run as it would be made now; nil where that is not known. `fact` answers what only the command line knows.
    public func recall(fact: (String) -> String?) -> RecordedRun? {
        guard let folder = CacheFolder(at: place, mark: RunRecord.mark, isMade: false),
            var record = folder.contents(of: name).flatMap({ RunRecord($0) }), record.program == program
        else { return nil }
        let (begun, disk) = (clock(), DiskWorld())
        for (question, answer) in record.answers where disk.answer(to: question, fact: fact) != answer { return nil }
        // A clock that goes back may give a change the time of an older one.
        guard let looks = record.looksAgain(trustsStamps: record.begun <= begun, begun: begun, in: disk) else {
            return nil
        }
        if !looks.isEmpty {
            record.begun = begun
            for (place, look) in looks { record.looks[place].look = look }
            folder.keep(record.bytes, as: name)
        }
        return record.run
    }

    /// Keeps what a run did, unless it cannot be known when it would do the same.
    public func keep(_ recorder: RunRecorder, status: Int32) {
        guard !isInsideSources, let notes = recorder.finished(), let libraries = ProgramIdentity.files(),
            let folder = CacheFolder(at: place, mark: RunRecord.mark, isMade: true)
        else { return }
        folder.keep(RunRecord(notes, program: program, status: status, libraries: libraries).bytes, as: name)
    }

    /// What is private must not get into a repository, and what planc writes not into a plan.
    private var isInsideSources: Bool {
        let disk = DiskWorld()
        var folder = place
        while disk.kind(of: folder) == nil, folder != "/", folder != "." { folder = Path.folder(folder) }
        guard var real = disk.realPath(folder) else { return true }
        while true {
            for name in [".git", "plan.md"] where disk.kind(of: Path.join(real, name)) != nil { return true }
            if real == "/" { return false }
            real = Path.folder(real)
        }
    }
}

extension RunRecord {
    /// Those of the looks that are another now, though what was read is the same; nil where something else would be read.
    fileprivate func looksAgain(
        trustsStamps: Bool, begun: Int64, in disk: DiskWorld
    ) -> [(place: Int, look: Look)]? {
        let size = 256
        let pieces = stride(from: 0, to: looks.count, by: size).map { $0..<min($0 + size, looks.count) }
        let compared = parallelMap(pieces) { piece -> [(place: Int, look: Look)]? in
            var changed: [(place: Int, look: Look)] = []
            for place in piece {
                let (path, look) = looks[place]
                let stamp = paths.withUnsafeBytes {
                    FileStamp(of: $0.baseAddress!.advanced(by: path).assumingMemoryBound(to: CChar.self))
                }
                guard let stamp else { return nil }
                if stamp == look.stamp, look.isSettled && trustsStamps || look.kind == .program { continue }
                guard
                    look.kind == .folder || look.kind == .file && stamp.size == look.stamp.size,
                    let now = disk.look(look.kind, at: self.path(at: path), limit: look.limit, begun: begun),
                    now.digest == look.digest
                else { return nil }
                if now.stamp != look.stamp || now.isSettled != look.isSettled { changed.append((place, now)) }
            }
            return changed
        }
        return compared.contains { $0 == nil } ? nil : compared.compactMap { $0 }.flatMap { $0 }
    }

    private func path(at place: Int) -> String {
        String(decoding: paths[place...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
