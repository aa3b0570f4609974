import PlancFiles
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real file system with something missing or going wrong.
public final class InterposedFileSystem: FileSystem {
    public struct Faults: Sendable {
        /// As on FAT: folders cannot be exchanged, files have one name, case does not count, there are no locks.
        public var hasExchange = true
        public var hasLinks = true
        public var hasCase = true
        public var hasLocks = true
        /// The process is gone at this call that changes something (the first is 1), before it does anything; a write is half done.
        public var dies: Int?
        /// The disk is full after so many bytes.
        public var space: Int?

        public init(
            hasExchange: Bool = true, hasLinks: Bool = true, hasCase: Bool = true, hasLocks: Bool = true,
            dies: Int? = nil, space: Int? = nil
        ) {
            self.hasExchange = hasExchange
            self.hasLinks = hasLinks
            self.hasCase = hasCase
            self.hasLocks = hasLocks
            self.dies = dies
            self.space = space
        }
    }

    private let real = PosixFileSystem()
    private let faults: Faults
    private let state = Mutex((calls: 0, written: 0, isDead: false))

    public init(_ faults: Faults = Faults()) { self.faults = faults }

    /// How many calls changed something.
    public var calls: Int { state.withLock { $0.calls } }

    /// A call that changes something: the last one that the process makes does nothing.
    private func change() throws(SystemError) {
        let isDead = state.withLock { state in
            if state.isDead { return true }
            state.calls += 1
            if state.calls == faults.dies { state.isDead = true }
            return state.isDead
        }
        if isDead { throw SystemError(EINTR) }
    }

    /// Nothing can be asked of the system by a process that is gone.
    private func live() throws(SystemError) {
        if state.withLock({ $0.isDead }) { throw SystemError(EINTR) }
    }

    /// The name that is there, where case does not count.
    private func found(_ name: EntryName, _ folder: OpenFile) -> EntryName {
        if faults.hasCase { return name }
        let names = (try? real.entries(of: folder)) ?? []
        if names.contains(name) { return name }
        return names.first { $0.description.lowercased() == name.description.lowercased() } ?? name
    }

    public func openFolder(_ path: String) throws(SystemError) -> OpenFile {
        try live()
        return try real.openFolder(path)
    }

    public func openFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile {
        try live()
        return try real.openFolder(found(name, folder), in: folder)
    }

    public func openForReading(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile {
        try live()
        return try real.openForReading(found(name, folder), in: folder)
    }

    public func openForWriting(_ name: EntryName, in folder: OpenFile, atEnd: Bool) throws(SystemError) -> OpenFile {
        try live()
        return try real.openForWriting(found(name, folder), in: folder, atEnd: atEnd)
    }

    public func openDevice(_ path: String) throws(SystemError) -> OpenFile {
        try live()
        return try real.openDevice(path)
    }

    public func createFile(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError) -> OpenFile {
        try change()
        return try real.createFile(found(name, folder), in: folder, mode: mode)
    }

    public func createFolder(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError) {
        try change()
        try real.createFolder(found(name, folder), in: folder, mode: mode)
    }

    public func entries(of folder: OpenFile) throws(SystemError) -> [EntryName] {
        try live()
        return try real.entries(of: folder)
    }

    public func status(of name: EntryName, in folder: OpenFile) throws(SystemError) -> FileStatus? {
        try live()
        return try real.status(of: found(name, folder), in: folder)
    }

    public func status(of file: OpenFile) throws(SystemError) -> FileStatus {
        try live()
        return try real.status(of: file)
    }

    public func target(ofLink name: EntryName, in folder: OpenFile) throws(SystemError) -> String {
        try live()
        return try real.target(ofLink: found(name, folder), in: folder)
    }

    public func read(_ file: OpenFile, atMost count: Int) throws(SystemError) -> [UInt8] {
        try live()
        return try real.read(file, atMost: count)
    }

    public func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(SystemError) -> Int {
        do {
            try change()
        } catch {
            if state.withLock({ $0.calls }) == faults.dies, !bytes.isEmpty, state.withLock({ $0.written >= 0 }) {
                state.withLock { $0.written = -1 }
                _ = try? real.write(bytes.prefix(bytes.count / 2), to: file)
            }
            throw error
        }
        if let space = faults.space {
            let left = state.withLock { max(0, space - $0.written) }
            if left == 0 { throw SystemError(ENOSPC) }
            let count = try real.write(bytes.prefix(left), to: file)
            state.withLock { $0.written += count }
            return count
        }
        return try real.write(bytes, to: file)
    }

    public func truncate(_ file: OpenFile, to size: Int) throws(SystemError) {
        try change()
        try real.truncate(file, to: size)
    }

    // What reaches the disk when is not looked at here: the tests would wait for everybody's disk.
    public func sync(_ file: OpenFile) throws(SystemError) { try live() }

    public func syncAll(_ file: OpenFile) throws(SystemError) { try live() }

    public func close(_ file: OpenFile) throws(SystemError) {
        try live()
        try real.close(file)
    }

    public func removeFile(_ name: EntryName, in folder: OpenFile) throws(SystemError) {
        try change()
        try real.removeFile(found(name, folder), in: folder)
    }

    public func removeFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError) {
        try change()
        try real.removeFolder(found(name, folder), in: folder)
    }

    public func rename(_ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile)
        throws(SystemError)
    {
        try change()
        try real.rename(found(name, folder), in: folder, to: found(new, newFolder), in: newFolder)
    }

    public func renameExclusively(
        _ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile
    ) throws(SystemError) {
        try change()
        try real.renameExclusively(found(name, folder), in: folder, to: found(new, newFolder), in: newFolder)
    }

    public func exchange(
        _ name: EntryName, in folder: OpenFile, with other: EntryName, in otherFolder: OpenFile
    ) throws(SystemError) {
        try change()
        guard faults.hasExchange else { throw SystemError(EINVAL) }
        try real.exchange(found(name, folder), in: folder, with: found(other, otherFolder), in: otherFolder)
    }

    public func link(_ name: EntryName, in folder: OpenFile, as new: EntryName, in newFolder: OpenFile)
        throws(SystemError)
    {
        try change()
        guard faults.hasLinks else { throw SystemError(EPERM) }
        try real.link(found(name, folder), in: folder, as: found(new, newFolder), in: newFolder)
    }

    public func carryAttributes(from file: OpenFile, to other: OpenFile) throws(SystemError) {
        try change()
        try real.carryAttributes(from: file, to: other)
    }

    public func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
        try live()
        guard faults.hasLocks else { throw SystemError(ENOLCK) }
        return try real.tryLock(file)
    }

    // Without locks the number of the process has to do: whoever wrote it in these tests is dead.
    public func isAlive(process: Int32) -> Bool { false }

    public func wait(milliseconds: UInt32) { real.wait(milliseconds: milliseconds) }
}
