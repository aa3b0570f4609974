import CFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file system of the machine.
public struct PosixFileSystem: FileSystem {
    public init() {}

    public func openFolder(_ path: String) throws(SystemError) -> OpenFile {
        try opened(open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0))
    }

    public func openFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile {
        try opened(
            name.withCString { open_at(folder.descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0) })
    }

    public func openForReading(_ name: EntryName, in folder: OpenFile) throws(SystemError) -> OpenFile {
        // Not blocking: a pipe must not make anyone wait.
        try opened(
            name.withCString { open_at(folder.descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0) })
    }

    public func openForWriting(_ name: EntryName, in folder: OpenFile, atEnd: Bool) throws(SystemError) -> OpenFile {
        let flags = O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC | (atEnd ? O_APPEND : 0)
        return try opened(name.withCString { open_at(folder.descriptor, $0, flags, 0) })
    }

    public func openDevice(_ path: String) throws(SystemError) -> OpenFile {
        try opened(open_at(AT_FDCWD, path, O_WRONLY | O_NOCTTY | O_CLOEXEC, 0))
    }

    public func createFile(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError) -> OpenFile {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        return try opened(name.withCString { open_at(folder.descriptor, $0, flags, mode) })
    }

    public func createFolder(_ name: EntryName, in folder: OpenFile, mode: UInt32) throws(SystemError) {
        try done(name.withCString { mkdirat(folder.descriptor, $0, mode_t(mode)) })
    }

    public func entries(of folder: OpenFile) throws(SystemError) -> [EntryName] {
        // A descriptor of its own: reading moves it.
        let copy = open_at(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        guard copy >= 0 else { throw SystemError(errno) }
        guard let handle = fdopendir(copy) else { throw SystemError(errno) }
        defer { closedir(handle) }
        var names: [EntryName] = []
        errno = 0
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { bytes in
                    Array(UnsafeBufferPointer(start: bytes, count: strlen(bytes)))
                }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(EntryName(bytes: name)) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError(errno) }
        return names
    }

    public func status(of name: EntryName, in folder: OpenFile) throws(SystemError) -> FileStatus? {
        var status = stat()
        if name.withCString({ fstatat(folder.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 {
            return FileStatus(status)
        }
        if errno == ENOENT { return nil }
        throw SystemError(errno)
    }

    public func status(of file: OpenFile) throws(SystemError) -> FileStatus {
        var status = stat()
        try done(fstat(file.descriptor, &status))
        return FileStatus(status)
    }

    public func target(ofLink name: EntryName, in folder: OpenFile) throws(SystemError) -> String {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = name.withCString { name in
            buffer.withUnsafeMutableBytes { bytes in
                readlinkat(
                    folder.descriptor, name, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
            }
        }
        guard count >= 0 else { throw SystemError(errno) }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    public func read(_ file: OpenFile, atMost count: Int) throws(SystemError) -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = again { systemRead(file.descriptor, buffer.baseAddress, count) }
            if got < 0 { failure = errno } else { filled = got }
        }
        if let failure { throw SystemError(failure) }
        return bytes
    }

    public func write(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(SystemError) -> Int {
        let count = bytes.withUnsafeBytes { buffer in
            again { systemWrite(file.descriptor, buffer.baseAddress, buffer.count) }
        }
        guard count >= 0 else { throw SystemError(errno) }
        return count
    }

    public func truncate(_ file: OpenFile, to size: Int) throws(SystemError) {
        try done(ftruncate(file.descriptor, off_t(size)))
    }

    public func sync(_ file: OpenFile) throws(SystemError) { try done(fsync(file.descriptor)) }

    public func syncAll(_ file: OpenFile) throws(SystemError) { try done(sync_file_system(file.descriptor)) }

    public func close(_ file: OpenFile) throws(SystemError) { try done(file.close()) }

    public func removeFile(_ name: EntryName, in folder: OpenFile) throws(SystemError) {
        try done(name.withCString { unlinkat(folder.descriptor, $0, 0) })
    }

    public func removeFolder(_ name: EntryName, in folder: OpenFile) throws(SystemError) {
        try done(name.withCString { unlinkat(folder.descriptor, $0, AT_REMOVEDIR) })
    }

    public func rename(
        _ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile
    ) throws(SystemError) {
        try done(both(name, new) { renameat(folder.descriptor, $0, newFolder.descriptor, $1) })
    }

    public func renameExclusively(
        _ name: EntryName, in folder: OpenFile, to new: EntryName, in newFolder: OpenFile
    ) throws(SystemError) {
        let result = both(name, new) { rename_exclusively(folder.descriptor, $0, newFolder.descriptor, $1) }
        if result == 0 { return }
        let error = SystemError(errno)
        guard error.isUnsupported else { throw error }
        // A file system that cannot do both at once: look, then rename.
        if try status(of: new, in: newFolder) != nil { throw SystemError(EEXIST) }
        try rename(name, in: folder, to: new, in: newFolder)
    }

    public func exchange(
        _ name: EntryName, in folder: OpenFile, with other: EntryName, in otherFolder: OpenFile
    ) throws(SystemError) {
        try done(both(name, other) { exchange_names(folder.descriptor, $0, otherFolder.descriptor, $1) })
    }

    public func link(
        _ name: EntryName, in folder: OpenFile, as new: EntryName, in newFolder: OpenFile
    ) throws(SystemError) {
        try done(both(name, new) { linkat(folder.descriptor, $0, newFolder.descriptor, $1, 0) })
    }

    public func carryAttributes(from file: OpenFile, to other: OpenFile) throws(SystemError) {
        try done(carry_attributes(file.descriptor, other.descriptor))
    }

    public func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
        if try_lock(file.descriptor) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw SystemError(errno)
    }

    public func isAlive(process: Int32) -> Bool { kill(process, 0) == 0 || errno != ESRCH }

    public func wait(milliseconds: UInt32) { usleep(milliseconds * 1000) }

    private func opened(_ descriptor: Int32) throws(SystemError) -> OpenFile {
        guard descriptor >= 0 else { throw SystemError(errno) }
        return OpenFile(descriptor: descriptor)
    }

    private func done(_ result: Int32) throws(SystemError) {
        guard result == 0 else { throw SystemError(errno) }
    }

    /// A call that a signal broke off is made again.
    private func again(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private func both(
        _ one: EntryName, _ other: EntryName, _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
    ) -> Int32 {
        one.withCString { one in other.withCString { call(one, $0) } }
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.read(file, buffer, count)
    #else
        Darwin.read(file, buffer, count)
    #endif
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(file, buffer, count)
    #else
        Darwin.write(file, buffer, count)
    #endif
}

extension EntryName {
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBytes { buffer in body(buffer.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }
}

extension FileStatus {
    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        names = Int(status.st_nlink)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(status.st_ino)
        #if canImport(Glibc)
            modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        #else
            modified = Int(status.st_mtimespec.tv_sec) * 1_000_000_000 + Int(status.st_mtimespec.tv_nsec)
        #endif
        mode = UInt32(status.st_mode) & 0o7777
        owner = UInt32(status.st_uid)
    }
}
