#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Files {
    /// Writes files into a folder that is not there yet or is empty: all of them, or none. The last file is the one that makes
    /// the folder what it is (`plan.md`): whoever is killed before it is there is undone by the next start.
    public func writeNewFolder(_ new: [OutputFile], at path: String) throws(FileError) {
        if let fault = PortablePaths.fault(in: new.map(\.path)) { throw FileError(path, fault) }
        guard parts(of: path).name != nil else { return try fill(try openedEmpty(path), with: new, path) }
        let place = try place(of: path, makingFolders: true)
        Recovery(files: self).run(in: place.folder)
        switch place.status?.kind {
        case nil: try make(place, with: new, path)
        case .folder?: try fill(try openedEmpty(place.path), with: new, path)
        default: throw FileError(path, .exists)
        }
    }

    /// The folder, what a killed start left in it removed.
    private func openedEmpty(_ path: String) throws(FileError) -> OpenFile {
        let folder = try showing(path) { () throws(SystemError) in try system.openFolder(path) }
        Recovery(files: self).run(in: folder)
        guard try showing(path, { () throws(SystemError) in try system.entries(of: folder) }).isEmpty else {
            throw FileError(path, .exists)
        }
        return folder
    }

    private func make(_ place: Place, with new: [OutputFile], _ path: String) throws(FileError) {
        let staging = try begin(.folder, place.name, place.folder, new, path)
        defer { staging.end() }
        do throws(SystemError) {
            try system.renameExclusively("new", in: staging.folder, to: place.name, in: place.folder)
        } catch {
            clear(staging, new)
            throw FileError(path, error)
        }
    }

    /// An empty folder stays the one it is (somebody may stand in it): the files are made in a folder inside it and moved up.
    private func fill(_ folder: OpenFile, with new: [OutputFile], _ path: String) throws(FileError) {
        let staging = try begin(.folder, ".", folder, new, path)
        defer { staging.end() }
        do throws(SystemError) {
            let made = try system.openFolder("new", in: staging.folder)
            let last = new.last.map { EntryName($0.path.prefix { $0 != "/" }) }
            var names = try system.entries(of: made).filter { $0 != last }
            if let last { names.append(last) }
            for name in names { try system.renameExclusively(name, in: made, to: name, in: folder) }
            try system.removeFolder("new", in: staging.folder)
        } catch {
            clear(staging, new)
            var settling = Settling(self, own: new.map { KnownFile(path: $0.path, bytes: $0.bytes) })
            settling.clearListed(folder)
            throw FileError(path, error)
        }
    }

    private func begin(
        _ work: Journal.Work, _ target: EntryName, _ parent: OpenFile, _ new: [OutputFile], _ path: String
    ) throws(FileError) -> Staging {
        let staging = try showing(path) { () throws(SystemError) in
            try Staging.begin(work, target: target, in: parent, self)
        }
        var current = path
        do throws(SystemError) {
            try staging.note(Journal.lines(new.map { KnownFile(path: $0.path, bytes: $0.bytes) }, "new"))
            try staging.note(.listed)
            try system.createFolder("new", in: staging.folder, mode: 0o777)
            let tree = OpenTree(self, try system.openFolder("new", in: staging.folder), makesFolders: true)
            for file in new {
                current = joined(path, file.path)
                let (above, name) = try tree.place(of: file.path)
                let made = try system.createFile(name, in: above, mode: 0o666)
                try writeAll(file.bytes, to: made)
                try system.close(made)
            }
            try system.syncAll(staging.folder)
            try staging.note(.whole)
        } catch {
            clear(staging, new)
            staging.end()
            throw FileError(current, error)
        }
        return staging
    }

    private func clear(_ staging: Staging, _ new: [OutputFile]) {
        guard let folder = try? system.openFolder("new", in: staging.folder) else { return }
        var settling = Settling(self, own: new.map { KnownFile(path: $0.path, bytes: $0.bytes) })
        settling.isUnfinished = true
        settling.clear(folder, into: nil)
        try? system.removeFolder("new", in: staging.folder)
    }
}
