#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of files that planc can do without: anyone may remove any of them at any time.
///
/// What is in them may be private, so the folder is made for its owner alone, each file in it as well, and a folder or file that
/// others own or may write into is left alone. A file is replaced in one step; it is not made to reach the disk, since whoever
/// reads it must recognise a damaged one anyway. What does not begin with `mark` is not planc's, and stays.
public struct CacheFolder: Sendable {
    /// Limits past which the files that were not written for the longest time are removed.
    static let mostFiles = 200
    static let mostBytes = 256 << 20
    /// How long another process may take to write a file, in nanoseconds.
    private static let longestWrite = 600 * 1_000_000_000

    private let folder: OpenFile
    private let files: Files
    private let mark: [UInt8]

    /// nil where there is no such folder, or one that others may write into.
    ///
    /// - Parameter isMade: whether a folder that is missing is made, with those above it.
    public init?(at path: String, mark: [UInt8], isMade: Bool, _ files: Files = Files()) {
        do throws(SystemError) {
            folder = try Self.opened(path, isMade: isMade, files.system)
            let status = try files.system.status(of: folder)
            guard status.kind == .folder, Self.isOwn(status) else { return nil }
        } catch {
            return nil
        }
        self.files = files
        self.mark = mark
    }

    private static func opened(
        _ path: String, isMade: Bool, _ system: any FileSystem
    ) throws(SystemError) -> OpenFile {
        do throws(SystemError) {
            return try system.openFolder(path)
        } catch let error where isMade && error.number == ENOENT {
            let (above, name) = parts(of: path)
            guard let name else { throw error }
            let parent = try opened(above, isMade: true, system)
            do throws(SystemError) {
                try system.createFolder(name, in: parent, mode: 0o700)
            } catch let error where error.number == EEXIST {
                // Another process was faster.
            }
            return try system.openFolder(path)
        }
    }

    /// Nobody else can have written it.
    private static func isOwn(_ status: FileStatus) -> Bool { status.owner == geteuid() && status.mode & 0o022 == 0 }

    /// The whole of a file; nil where there is none that planc wrote.
    public func contents(of name: String) -> [UInt8]? {
        let name = EntryName(name)
        do throws(SystemError) {
            let file = try files.system.openForReading(name, in: folder)
            let status = try files.system.status(of: file)
            guard status.kind == .file, Self.isOwn(status), status.size <= Self.mostBytes else { return nil }
            let bytes = try files.rest(of: file, sized: status.size, limit: Self.mostBytes)
            return bytes.starts(with: mark) ? bytes : nil
        } catch {
            return nil
        }
    }

    /// Writes a file, or replaces the one that is there. Where that cannot be, nothing changes.
    public func keep(_ bytes: [UInt8], as name: String) {
        let (name, new) = (EntryName(name), EntryName("\(name).new-\(getpid())"))
        do throws(SystemError) {
            let isNew = try files.system.status(of: name, in: folder) == nil
            guard isNew || isOwnFile(name) else { return }
            if isNew { makeRoom(for: bytes.count) }
            let file = try files.system.createFile(new, in: folder, mode: 0o600)
            do throws(SystemError) {
                try files.writeAll(bytes, to: file)
                try files.system.close(file)
                try files.system.rename(new, in: folder, to: name, in: folder)
            } catch {
                try? files.system.removeFile(new, in: folder)
            }
        } catch {
            // A full disk, a folder that may only be read: the next run will be as slow as this one.
        }
    }

    private func isOwnFile(_ name: EntryName) -> Bool {
        guard let file = try? files.system.openForReading(name, in: folder),
            let status = try? files.system.status(of: file), status.kind == .file, Self.isOwn(status),
            let start = try? files.system.read(file, atMost: mark.count)
        else { return false }
        // What was cut short before its mark was written is planc's by its name and place alone.
        return mark.starts(with: start)
    }

    /// Removes the oldest files until one more fits, and what a process that was killed has left.
    private func makeRoom(for size: Int) {
        guard let names = try? files.system.entries(of: folder) else { return }
        let known = names.compactMap { name -> (name: EntryName, status: FileStatus)? in
            guard let status = try? files.system.status(of: name, in: folder), status.kind == .file else { return nil }
            return (name, status)
        }.sorted { $0.status.modified < $1.status.modified }
        var bytes = known.reduce(size) { $0 + $1.status.size }
        var count = known.count + 1
        let newest = known.last?.status.modified ?? 0
        for (name, status) in known {
            let isLeft =
                name.description.contains(".new-") && status.modified < newest - Self.longestWrite
            guard isLeft || count > Self.mostFiles || bytes > Self.mostBytes else { continue }
            guard isOwnFile(name), (try? files.system.removeFile(name, in: folder)) != nil else { continue }
            bytes -= status.size
            count -= 1
        }
    }
}
