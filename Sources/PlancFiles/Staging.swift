#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A hidden folder beside what is to be written, in which it is made: `.planc-` and sixteen digits, with a journal that says
/// what it is for. Its journal is locked as long as its process lives.
final class Staging {
    let files: Files
    let parent: OpenFile
    let name: EntryName
    let folder: OpenFile
    let journal: OpenFile

    private init(files: Files, parent: OpenFile, name: EntryName, folder: OpenFile, journal: OpenFile) {
        self.files = files
        self.parent = parent
        self.name = name
        self.folder = folder
        self.journal = journal
    }

    static func begin(
        _ work: Journal.Work, target: EntryName, in parent: OpenFile, _ files: Files
    ) throws(SystemError) -> Staging {
        var attempt = 0
        while true {
            do throws(SystemError) {
                return try make(Journal(work, target: target), in: parent, files)
            } catch  where (error.number == ENOENT || error.number == EEXIST) && attempt < 5 {
                // Somebody took the folder for one that was left behind, in the moment before it was locked.
                attempt += 1
            }
        }
    }

    private static func make(_ plan: Journal, in parent: OpenFile, _ files: Files) throws(SystemError) -> Staging {
        let system = files.system
        try system.createFolder(plan.folderName, in: parent, mode: 0o700)
        do throws(SystemError) {
            let folder = try system.openFolder(plan.folderName, in: parent)
            let journal = try system.createFile(Journal.fileName, in: folder, mode: 0o600)
            let staging = Staging(
                files: files, parent: parent, name: plan.folderName, folder: folder, journal: journal)
            do throws(SystemError) {
                // A file system without locks: the process's number has to do.
                _ = try? system.tryLock(journal)
                try staging.note(plan.head)
            } catch {
                staging.end()
                throw error
            }
            return staging
        } catch {
            try? system.removeFolder(plan.folderName, in: parent)
            throw error
        }
    }

    /// Writes lines at the end of the journal.
    func note(_ lines: String) throws(SystemError) { try files.writeAll(Array(lines.utf8), to: journal) }

    /// Writes that a step was reached, and waits until that is on the disk.
    func note(_ mark: Journal.Mark) throws(SystemError) {
        try note(Journal.line(mark))
        try files.system.sync(journal)
    }

    /// Removes the folder, unless there is something in it that planc did not write.
    func end() { Self.remove(name, folder, in: parent, files) }

    static func remove(_ name: EntryName, _ folder: OpenFile, in parent: OpenFile, _ files: Files) {
        let system = files.system
        guard let names = try? system.entries(of: folder), names.allSatisfy({ $0 == Journal.fileName }) else { return }
        if !names.isEmpty, (try? system.removeFile(Journal.fileName, in: folder)) == nil { return }
        try? system.removeFolder(name, in: parent)
    }
}
