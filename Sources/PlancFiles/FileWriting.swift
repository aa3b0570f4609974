#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Files {
    /// Writes a whole file. A file that is there keeps its mode, owner, access list and links: it is replaced in one step
    /// where that takes nothing of these away, and written into otherwise, with a copy of what it held beside it until that
    /// is done. A link leads to what is written; a device, pipe or open file (`/dev/stdout`) is written into.
    ///
    /// `before`: what the file held when it was read, so that nobody's later change is lost.
    public func write(_ bytes: [UInt8], to path: String, before: [UInt8]? = nil, makingFolders: Bool = false)
        throws(FileError)
    {
        if let file = openDescriptor(named: path) {
            try showing(path) { () throws(SystemError) in try writeAll(bytes, to: file) }
            return
        }
        let place = try place(of: path, makingFolders: makingFolders)
        switch place.status?.kind {
        case nil, .file?: break
        case .folder?: throw FileError(path, .isFolder)
        case .link?, .other?:
            return try showing(path) { () throws(SystemError) in
                let device = try system.openDevice(place.path)
                try writeAll(bytes, to: device)
            }
        }
        Recovery(files: self).run(in: place.folder)
        if let before {
            let now = try? contents(of: place.name, in: place.folder, limit: before.count + 1)
            guard now == before else { throw FileError(path, now == nil ? .missing : .changedMeanwhile) }
        }
        do throws(SystemError) {
            try replace(place, with: bytes)
        } catch {
            throw FileError(path, error)
        }
    }

    /// Writes after the end of a file, which is made when it is not there.
    public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        if let file = openDescriptor(named: path) {
            try showing(path) { () throws(SystemError) in try writeAll(bytes, to: file) }
            return
        }
        let place = try place(of: path)
        if place.status?.kind == .folder { throw FileError(path, .isFolder) }
        try showing(path) { () throws(SystemError) in
            let file =
                place.status == nil
                ? try system.createFile(place.name, in: place.folder, mode: 0o666)
                : try system.openForWriting(place.name, in: place.folder, atEnd: true)
            try writeAll(bytes, to: file)
            try system.close(file)
        }
    }

    /// `/dev/stdout`, `/dev/fd/3`: the file that is open under this number, written from where it stands.
    private func openDescriptor(named path: String) -> OpenFile? {
        let number: Int32?
        switch path {
        case "/dev/stdout": number = 1
        case "/dev/stderr": number = 2
        default:
            number =
                ["/dev/fd/", "/proc/self/fd/"].lazy.compactMap { folder in
                    path.hasPrefix(folder) ? Int32(path.dropFirst(folder.count)) : nil
                }.first
        }
        guard let number, number >= 0 else { return nil }
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        return copy < 0 ? nil : OpenFile(descriptor: copy)
    }

    private func replace(_ place: Place, with bytes: [UInt8]) throws(SystemError) {
        guard let status = place.status else { return try exchange(place, with: bytes, like: nil) }
        if status.names == 1 {
            do throws(SystemError) {
                return try exchange(place, with: bytes, like: place.name)
            } catch  where [EPERM, EACCES, EROFS, EBUSY, EXDEV].contains(error.number) || error.isUnsupported {
                // The folder may not be written in, the owner not be given, or something is mounted on the file.
            }
        }
        try overwriteSafely(place, with: bytes)
    }

    /// A new file beside the old one takes its place.
    private func exchange(_ place: Place, with bytes: [UInt8], like old: EntryName?) throws(SystemError) {
        // What may not be written into is not replaced either.
        if let old { _ = try system.openForWriting(old, in: place.folder, atEnd: false) }
        let staging = try Staging.begin(.file, target: place.name, in: place.folder, self)
        defer { staging.end() }
        do throws(SystemError) {
            let file = try system.createFile("new", in: staging.folder, mode: old == nil ? 0o666 : 0o600)
            try writeAll(bytes, to: file)
            if let old {
                let source = try system.openForReading(old, in: place.folder)
                try system.carryAttributes(from: source, to: file)
            }
            try system.sync(file)
            try system.close(file)
            if old == nil {
                try system.renameExclusively("new", in: staging.folder, to: place.name, in: place.folder)
            } else {
                try system.rename("new", in: staging.folder, to: place.name, in: place.folder)
            }
            try? system.sync(place.folder)
        } catch {
            try? system.removeFile("new", in: staging.folder)
            throw error
        }
    }

    /// Writes into a file that others know by another name, or whose owner cannot be given to a new one.
    private func overwriteSafely(_ place: Place, with bytes: [UInt8]) throws(SystemError) {
        let before = try contents(of: place.name, in: place.folder)
        let staging: Staging
        do throws(SystemError) {
            staging = try Staging.begin(.rewrite, target: place.name, in: place.folder, self)
        } catch let error where [EPERM, EACCES, EROFS].contains(error.number) {
            // Nothing can be put beside it: then only the bytes in memory are there to put back.
            return try overwrite(place.name, in: place.folder, with: bytes, or: before)
        }
        defer { staging.end() }
        do throws(SystemError) {
            for (name, content) in [("old", before), ("new", bytes)] {
                let copy = try system.createFile(EntryName(name), in: staging.folder, mode: 0o600)
                try writeAll(content, to: copy)
                try system.sync(copy)
                try system.close(copy)
            }
            try staging.note(
                Journal.lines([KnownFile(path: place.name.description, bytes: before)], "old")
                    + Journal.lines([KnownFile(path: place.name.description, bytes: bytes)], "new"))
            try staging.note(.whole)
            try overwrite(place.name, in: place.folder, with: bytes, or: before)
        } catch {
            removeCopies(staging)
            throw error
        }
        removeCopies(staging)
    }

    private func removeCopies(_ staging: Staging) {
        for name: EntryName in ["old", "new"] { try? system.removeFile(name, in: staging.folder) }
    }

    /// Writes into a file and puts back what it held when that fails.
    private func overwrite(
        _ name: EntryName, in folder: OpenFile, with bytes: [UInt8], or before: [UInt8]
    ) throws(SystemError) {
        do throws(SystemError) {
            try overwrite(name, in: folder, with: bytes)
        } catch {
            try? overwrite(name, in: folder, with: before)
            throw error
        }
    }

    func overwrite(_ name: EntryName, in folder: OpenFile, with bytes: [UInt8]) throws(SystemError) {
        let file = try system.openForWriting(name, in: folder, atEnd: false)
        try writeAll(bytes, to: file)
        try system.truncate(file, to: bytes.count)
        try system.sync(file)
        try system.close(file)
    }
}

extension Files {
    /// Writes files that must not be there yet, each with its permission bits; folders that are missing are made. All of them are
    /// there afterwards, on the disk, or none.
    public func writeNewFiles(_ new: [(path: String, bytes: [UInt8], mode: UInt32)]) throws(FileError) {
        var made: [Place] = []
        do throws(FileError) {
            for (path, bytes, mode) in new {
                let place = try place(of: path, makingFolders: true)
                guard place.status == nil else { throw FileError(path, .exists) }
                let file = try showing(path) { () throws(SystemError) in
                    try system.createFile(place.name, in: place.folder, mode: mode)
                }
                made.append(place)
                try showing(path) { () throws(SystemError) in
                    try writeAll(bytes, to: file)
                    try system.sync(file)
                    try system.close(file)
                }
            }
        } catch {
            for place in made { try? system.removeFile(place.name, in: place.folder) }
            throw error
        }
    }
}
