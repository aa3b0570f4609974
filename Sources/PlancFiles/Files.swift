import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Everything that planc writes, renames or removes goes through here and through nothing else (a test searches the sources).
///
/// What it rests on: a file is recognised by what it holds, never by its name; links are never followed when something is
/// removed; what is there already is replaced in one step, or written into where replacing would take more away than bytes.
public struct Files: Sendable {
    let system: any FileSystem

    public init(_ system: any FileSystem = PosixFileSystem()) { self.system = system }
}

/// A file to be written, its path from the folder that it belongs to.
public struct OutputFile: Sendable {
    public var path: String
    /// All that it is to hold, in bytes.
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A file as it was written once: enough to recognise it.
public struct KnownFile: Sendable, Hashable {
    /// From the folder that it belongs to.
    public var path: String
    /// In bytes.
    public var size: Int
    /// 64 hexadecimal digits.
    public var sha256: String

    public init(path: String, size: Int, sha256: String) {
        self.path = path
        self.size = size
        self.sha256 = sha256
    }

    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, size: bytes.count, sha256: PlancSource.sha256(bytes))
    }
}

/// Where a path leads when every link is followed: an open folder and a name in it.
struct Place {
    var folder: OpenFile
    var name: EntryName
    /// nil when nothing is there yet.
    var status: FileStatus?
    /// The path that it was found by.
    var path: String
}

extension Files {
    /// Follows the links of a path to their end, which need not be there.
    func place(of path: String, makingFolders: Bool = false) throws(FileError) -> Place {
        var current = path
        for _ in 0..<40 {
            let (above, name) = parts(of: current)
            guard let name else { throw FileError(path, .isFolder) }
            let folder = makingFolders ? try self.folder(making: above, for: path) : try self.folder(above, for: path)
            let status = try showing(path) { () throws(SystemError) in try system.status(of: name, in: folder) }
            guard status?.kind == .link else {
                return Place(folder: folder, name: name, status: status, path: current)
            }
            let target = try showing(path) { () throws(SystemError) in try system.target(ofLink: name, in: folder) }
            current = target.hasPrefix("/") ? target : joined(above, target)
        }
        throw FileError(path, .linkToNowhere)
    }

    private func folder(_ path: String, for shown: String) throws(FileError) -> OpenFile {
        try showing(shown) { () throws(SystemError) in try system.openFolder(path) }
    }

    /// Opens a folder, making it and those above it when they are not there.
    func folder(making path: String, for shown: String) throws(FileError) -> OpenFile {
        do throws(SystemError) {
            return try system.openFolder(path)
        } catch  where error.number == ENOENT {
            let (above, name) = parts(of: path)
            guard let name else { throw FileError(shown, error) }
            let parent = try folder(making: above, for: shown)
            do throws(SystemError) {
                try system.createFolder(name, in: parent, mode: 0o777)
            } catch  where error.number == EEXIST {
                // Somebody was faster, or it is a link that leads nowhere.
            } catch {
                throw FileError(shown, error)
            }
            return try folder(path, for: shown)
        } catch {
            throw FileError(shown, error)
        }
    }

    /// The whole of a plain file.
    func contents(of name: EntryName, in folder: OpenFile, limit: Int = .max) throws(SystemError) -> [UInt8] {
        let file = try system.openForReading(name, in: folder)
        let status = try system.status(of: file)
        guard status.kind == .file else { throw SystemError(EISDIR) }
        return try rest(of: file, sized: status.size, limit: limit)
    }

    /// What can still be read of an open file.
    func rest(of file: OpenFile, sized size: Int, limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(size, limit))
        while bytes.count < limit {
            let piece = try system.read(file, atMost: min(limit - bytes.count, 1 << 20))
            if piece.isEmpty { break }
            bytes += piece
        }
        return bytes
    }

    func writeAll(_ bytes: [UInt8], to file: OpenFile) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try system.write(rest, to: file)
            // A write of nothing that is no error would go on for ever.
            if count == 0 { throw SystemError(EIO) }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether a name stands for a plain file that holds exactly what it held once.
    func holds(_ known: KnownFile, _ name: EntryName, in folder: OpenFile) -> Bool {
        guard let status = try? system.status(of: name, in: folder), status.kind == .file, status.size == known.size,
            let bytes = try? contents(of: name, in: folder, limit: known.size + 1)
        else { return false }
        return bytes.count == known.size && sha256(bytes) == known.sha256
    }
}

/// A path's folder and last part; no last part for a folder that has no name of its own (`/`, `.`, `x/..`).
func parts(of path: String) -> (folder: String, name: EntryName?) {
    var pieces = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    guard let last = pieces.popLast(), last != ".." else { return (path, nil) }
    let above = pieces.joined(separator: "/")
    return (path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above, EntryName(last))
}

func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
