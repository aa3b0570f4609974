import PlancModel
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real files, seen from the working folder.
public struct DiskWorld: World {
    public let today: CalendarDate

    /// Today is the local date of the moment this is made.
    public init() {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        today =
            CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate(dayNumber: Int(now) / 86_400)
    }

    public func entries(of folder: String) throws(WorldError) -> [WorldEntry] { try stampedEntries(of: folder).entries }

    /// What a folder holds, and what the system said of it before it was read.
    func stampedEntries(of folder: String) throws(WorldError) -> (entries: [WorldEntry], stamp: FileStamp) {
        guard let handle = opendir(folder) else { throw lastError(folder) }
        defer { closedir(handle) }
        var status = stat()
        guard fstat(dirfd(handle), &status) == 0 else { throw lastError(folder) }
        var entries: [WorldEntry] = []
        var badName: String?
        while let entry = readdir(handle) {
            let type = entry.pointee.d_type
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            guard let name else {
                badName = folder
                continue
            }
            if name == "." || name == ".." { continue }
            entries.append(WorldEntry(name: name, kind: kind(dirent: type, of: name, in: folder)))
        }
        if let badName { throw WorldError(badName, .notUTF8Name) }
        return (entries.sorted { precedes($0.name, $1.name) }, FileStamp(status))
    }

    private func kind(dirent type: UInt8, of name: String, in folder: String) -> WorldEntry.Kind {
        switch Int32(type) {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK): return .link
        case Int32(DT_UNKNOWN):
            var status = stat()
            return lstat(Path.join(folder, name), &status) == 0 ? kind(mode: status.st_mode) : .other
        default: return .other
        }
    }

    private func kind(mode: mode_t) -> WorldEntry.Kind {
        switch mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    public func kind(of path: String) -> WorldEntry.Kind? {
        var status = stat()
        return stat(path, &status) == 0 ? kind(mode: status.st_mode) : nil
    }

    public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
        try stampedRead(path, limit: limit).bytes
    }

    /// The bytes of a file, and what the system said of it before they were read.
    func stampedRead(_ path: String, limit: Int) throws(WorldError) -> (bytes: [UInt8], stamp: FileStamp) {
        // Not blocking: a named pipe that stands in a plan must not make anyone wait.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw lastError(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw lastError(path) }
        guard kind(mode: status.st_mode) == .file else { throw WorldError(path, .isFolder) }
        var wanted = min(limit, max(Int(status.st_size), 0) + 1)
        var failure: WorldError?
        var bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            count = fill(buffer, from: file, path, &failure)
        }
        // A file may grow while it is read.
        while failure == nil, bytes.count == wanted, wanted < limit {
            let more = min(limit - bytes.count, 64 * 1024)
            bytes.append(
                contentsOf: [UInt8](unsafeUninitializedCapacity: more) { buffer, count in
                    count = fill(buffer, from: file, path, &failure)
                })
            wanted += more
        }
        if let failure { throw failure }
        return (bytes, FileStamp(status))
    }

    private func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32, _ path: String, _ failure: inout WorldError?
    ) -> Int {
        var filled = 0
        while filled < buffer.count, let base = buffer.baseAddress {
            let asked = buffer.count - filled
            #if canImport(Glibc)
                let got = Glibc.read(file, base + filled, asked)
            #else
                let got = Darwin.read(file, base + filled, asked)
            #endif
            if got < 0 {
                if errno == EINTR { continue }
                failure = lastError(path)
                break
            }
            filled += got
            // Of a plain file there is no more when there is less than was asked for.
            if got < asked { break }
        }
        return filled
    }

    public func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }
}

/// What `errno` says about a path.
func lastError(_ path: String) -> WorldError {
    switch errno {
    case ENOENT, ENOTDIR: WorldError(path, .missing)
    case EACCES, EPERM: WorldError(path, .denied)
    case EISDIR: WorldError(path, .isFolder)
    case ENOSPC, EDQUOT: WorldError(path, .noSpace)
    default: WorldError(path, .other(errno))
    }
}
