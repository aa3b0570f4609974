#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The calls of a file system that planc writes with, one for one. Names are looked up in open folders, never by a path,
/// and links are not followed: what was looked at is what is written or removed. The tests lay file systems over the real
/// one that lack a call, fail, or end the process at a given call.
public protocol FileSystem: Sendable {
    /// Opens a folder by the path that a user gave; links are followed.
    func openFolder(_ path: String) throws(SystemError) -> OpenFile
    /// Opens a folder of a folder; a link is refused (ELOOP or ENOTDIR).
    func openFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile
    func openForReading(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile
    /// Opens what is there for writing from its beginning, without shortening it; `atEnd` for writing after its end.
    func openForWriting(_ name: EntryName, in folder: OpenFile, atEnd: Bool) throws(SystemError) -> OpenFile
    /// Opens a device, pipe or socket by its path, links followed.
    func openDevice(_ path: String) throws(SystemError) -> OpenFile
    /// Makes a file that must not be there yet.
    func createFile(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError) -> OpenFile
    func createFolder(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError)
    /// The names in a folder, in no order, without `.` and `..`.
    func entries(of folder: OpenFile) throws(SystemError) -> [EntryName]
    /// What a name stands for, links not followed; nil when there is nothing.
    func status(of name: EntryName, in folder: OpenFile) throws(SystemError) -> FileStatus?
    func status(of file: OpenFile) throws(SystemError) -> FileStatus
    /// What a link says.
    func target(ofLink name: EntryName, in folder: OpenFile) throws(SystemError) -> String
    /// At most `count` bytes from where reading stopped; none at the end.
    func read(_ file: OpenFile, atMost count: Int) throws(SystemError) -> [UInt8]
    /// Writes the beginning of the bytes and returns how many.
    func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(SystemError) -> Int
    func truncate(_ file: OpenFile, to size: Int) throws(SystemError)
    /// Has the bytes of a file, or the names of a folder, reach the disk.
    func sync(_ file: OpenFile) throws(SystemError)
    /// The same for the whole file system of an open file.
    func syncAll(_ file: OpenFile) throws(SystemError)
    /// Closes a file before its time, to hear whether everything was written.
    func close(_ file: OpenFile) throws(SystemError)
    func removeFile(_ name: EntryName, in folder: OpenFile) throws(SystemError)
    func removeFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError)
    /// Gives another name, taking the place of a file that has it.
    func rename(_ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile) throws(SystemError)
    /// The same, but a name that is taken is left alone (EEXIST).
    func renameExclusively(_ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile)
        throws(SystemError)
    /// Two names are given to each other's files in one step.
    func exchange(_ name: EntryName, in folder: OpenFile, with other: EntryName, in otherFolder: OpenFile)
        throws(SystemError)
    func link(_ name: EntryName, in folder: OpenFile, as new: EntryName, in newFolder: OpenFile) throws(SystemError)
    /// Mode, owner, access list and extended attributes of one open file for another.
    func carryAttributes(from file: OpenFile, to other: OpenFile) throws(SystemError)
    /// Takes the lock of an open file or folder, which is given back when it is closed; false when somebody has it.
    func tryLock(_ file: OpenFile) throws(SystemError) -> Bool
    /// Whether a process of this machine with this number lives.
    func isAlive(process: Int32) -> Bool
    func wait(milliseconds: UInt32)
}

/// What a call of the system answers instead of doing what was asked: its `errno`.
public struct SystemError: Error, Sendable, Hashable {
    /// The system's `errno`.
    public var number: Int32

    public init(_ number: Int32) { self.number = number }

    /// The call is not there, or the file system cannot do this.
    var isUnsupported: Bool { [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(number) }
}

/// A name in a folder: any bytes but `/` and zero, since a folder may hold names that are not UTF-8.
public struct EntryName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As the file system has it: UTF-8 on most, any bytes but `/` and 0 on Linux.
    public var bytes: [UInt8]

    public init(bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    public init(stringLiteral text: String) { self.init(text) }

    /// As it can be shown; what is not UTF-8 is replaced.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// A file or folder that is open; closed when nobody holds it any more.
public final class OpenFile: @unchecked Sendable {
    /// The number by which the process knows it, as `open` gave it.
    public let descriptor: Int32
    private var isOpen = true

    public init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { if isOpen { _ = systemClose(descriptor) } }

    /// 0, or -1 with `errno` set.
    func close() -> Int32 {
        isOpen = false
        return systemClose(descriptor)
    }
}

private func systemClose(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
        Glibc.close(descriptor)
    #else
        Darwin.close(descriptor)
    #endif
}

/// What the system knows of a file.
public struct FileStatus: Sendable, Hashable {
    /// What the file system says that an entry is.
    public enum Kind: Sendable, Hashable { case file, folder, link, other }

    public var kind: Kind
    /// In bytes.
    public var size: Int
    /// How many names the file has.
    public var names: Int
    /// The number that the system gives to the device it lies on.
    public var device: UInt64
    /// Its number on that device, the same for all its names.
    public var inode: UInt64
    /// When it was last written, in nanoseconds.
    public var modified: Int
    /// The permission bits.
    public var mode: UInt32
    /// The user that it belongs to.
    public var owner: UInt32
}
