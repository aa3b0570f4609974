import PlancLibraries
import PlancModel
import PlancSource

/// What a run did to the outside.
public enum RunAction: Sendable, Hashable {
    /// Wrote to an open file of the process: the standard output (1) or error (2).
    case write([UInt8], descriptor: Int32)
    /// Wrote a whole file.
    case file([UInt8], path: String)
    /// Wrote after the end of a file.
    case append([UInt8], path: String)

    var bytes: [UInt8] {
        switch self {
        case .write(let bytes, _), .file(let bytes, _), .append(let bytes, _): bytes
        }
    }
}

/// What a command did, and the exit status that it ended with.
public struct RecordedRun: Sendable, Hashable {
    public var actions: [RunAction]
    /// The exit status of the command: 0 for success.
    public var status: Int32

    public init(actions: [RunAction], status: Int32) {
        self.actions = actions
        self.status = status
    }
}

/// Notes all that a run asks about the outside, with the answers, and all that it does there: where every question has the same
/// answer again, the run would do the same again.
public final class RunRecorder: Sendable {
    struct Notes: Sendable {
        /// When the noting of files began, by the clock; nil while it has not.
        var begun: Int64?
        /// Something happened that no note is kept of: such a run must be made again.
        var isSpoilt = false
        var answers: [Question: String?] = [:]
        var looks: [(path: String, look: Look)] = []
        var actions: [RunAction] = []
        var size = 0
    }

    /// A run that says more than this is not worth keeping.
    private static let mostBytes = 32 << 20

    private let notes = Mutex(Notes())
    private let clock: @Sendable () -> Int64

    public convenience init() { self.init(clock: { FileStamp.now }) }

    /// - Parameter clock: the time, in nanoseconds.
    package init(clock: @escaping @Sendable () -> Int64) { self.clock = clock }

    /// From now on files and actions are noted, too; facts always are.
    public func begin() { notes.withLock { $0.begun = clock() } }

    /// From now on the run counts as one that must be made again: something happened that no note tells.
    public func spoil() { notes.withLock { $0.isSpoilt = true } }

    /// Notes what the command line was told; two answers to one question spoil the run.
    public func note(fact name: String, _ value: String?) { note(.fact(name), value) }

    func note(_ question: Question, _ value: String?) {
        notes.withLock { notes in
            if let known = notes.answers[question], known != value { notes.isSpoilt = true }
            notes.answers[question] = .some(value)
        }
    }

    /// Notes what the run did. Past the limit of `mostBytes` the run is spoilt.
    public func note(_ action: RunAction) {
        notes.withLock { notes in
            guard notes.begun != nil, !notes.isSpoilt else { return }
            notes.size += action.bytes.count
            notes.actions.append(action)
            if notes.size > Self.mostBytes {
                notes.isSpoilt = true
                notes.actions = []
            }
        }
    }

    /// When the noting of files began; nil where they are not noted.
    var begun: Int64? { notes.withLock { $0.isSpoilt ? nil : $0.begun } }

    func note(_ look: Look, at path: String) { notes.withLock { $0.looks.append((path, look)) } }

    /// What was noted; nil for a run that must be made again.
    func finished() -> Notes? {
        if LateLibrary.wasAnyMissing { spoil() }
        return notes.withLock { $0.isSpoilt || $0.begun == nil ? nil : $0 }
    }
}

/// The disk, with a recorder that notes what is asked of it.
public struct RecordedWorld: World {
    private let disk: DiskWorld
    private let recorder: RunRecorder

    /// What it sees is noted from the recorder's `begin` on.
    public init(_ recorder: RunRecorder) {
        disk = DiskWorld()
        self.recorder = recorder
    }

    public var today: CalendarDate {
        recorder.note(.today, disk.today.description)
        return disk.today
    }

    public func kind(of path: String) -> WorldEntry.Kind? {
        let kind = disk.kind(of: path)
        recorder.note(.kind(path), kind.map { String($0.code) })
        return kind
    }

    public func realPath(_ path: String) -> String? {
        let real = disk.realPath(path)
        recorder.note(.realPath(path), real)
        return real
    }

    public func entries(of folder: String) throws(WorldError) -> [WorldEntry] {
        guard let begun = recorder.begun else { return try disk.entries(of: folder) }
        do throws(WorldError) {
            let read = try disk.stampedEntries(of: folder)
            note(.folder, folder, 0, read.stamp, ContentDigest(of: read.entries), begun)
            return read.entries
        } catch {
            recorder.spoil()
            throw error
        }
    }

    public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
        guard let begun = recorder.begun else { return try disk.read(path, limit: limit) }
        do throws(WorldError) {
            let read = try disk.stampedRead(path, limit: limit)
            note(.file, path, limit, read.stamp, ContentDigest(of: read.bytes), begun)
            return read.bytes
        } catch {
            recorder.spoil()
            throw error
        }
    }

    private func note(
        _ kind: Look.Kind, _ path: String, _ limit: Int, _ stamp: FileStamp, _ digest: ContentDigest, _ begun: Int64
    ) {
        recorder.note(Look(kind, at: path, limit: Int64(limit), stamp, digest, begun: begun), at: path)
    }
}
