#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a start does with staging folders of processes that are no more: first what was there before is brought back, then
/// what planc wrote is removed.
struct Recovery {
    let files: Files

    /// Looks through a folder. Of folders that only look like planc's nothing is touched.
    func run(in parent: OpenFile) {
        for name in (try? files.system.entries(of: parent)) ?? [] where Journal.mayName(name) {
            recover(name, in: parent)
        }
    }

    /// The process that has a staging folder in this one and lives.
    func owner(in parent: OpenFile) -> Int32? {
        for name in (try? files.system.entries(of: parent)) ?? [] where Journal.mayName(name) {
            guard let folder = try? files.system.openFolder(name, in: parent),
                let bytes = try? files.contents(of: Journal.fileName, in: folder), let journal = Journal(bytes),
                journal.folderName == name, isHeld(journal, folder)
            else { continue }
            return journal.process
        }
        return nil
    }

    private func isHeld(_ journal: Journal, _ folder: OpenFile) -> Bool {
        guard let file = try? files.system.openForReading(Journal.fileName, in: folder) else { return true }
        guard let isFree = try? files.system.tryLock(file) else { return journal.mayBeAlive(files.system) }
        return !isFree
    }

    private func recover(_ name: EntryName, in parent: OpenFile) {
        let system = files.system
        guard let folder = try? system.openFolder(name, in: parent), let names = try? system.entries(of: folder) else {
            return
        }
        guard names.contains(Journal.fileName) else {
            // Killed between making the folder and its journal, or between removing the journal and the folder.
            if names.isEmpty { try? system.removeFolder(name, in: parent) }
            return
        }
        guard let file = try? system.openForReading(Journal.fileName, in: folder),
            let bytes = try? files.contents(of: Journal.fileName, in: folder)
        else { return }
        let isFree = try? system.tryLock(file)
        if isFree == false { return }
        guard let journal = Journal(bytes), journal.folderName == name else {
            if names.count == 1, isFree == true, Journal.isBeginning(bytes, of: name) {
                Staging.remove(name, folder, in: parent, files)
            }
            return
        }
        if isFree == nil, journal.mayBeAlive(system) { return }
        switch journal.work {
        case .output: output(journal, folder, parent)
        case .file: clear("new", journal, folder)
        case .rewrite: rewrite(journal, folder, parent)
        case .folder: newFolder(journal, folder, parent)
        }
        Staging.remove(name, folder, in: parent, files)
    }

    /// An output that was being exchanged.
    private func output(_ journal: Journal, _ folder: OpenFile, _ parent: OpenFile) {
        guard journal.marks.contains(.listed) else { return }
        guard journal.marks.contains(.whole) else {
            clear("new", journal, folder)
            return
        }
        // Where names cannot be exchanged the old output steps aside: back to its place, if that is free.
        try? files.system.renameExclusively("old", in: folder, to: journal.target, in: parent)
        // Whichever of the two is here: what planc wrote goes, what it did not write goes back to where it was.
        for name: EntryName in ["old", "new"] {
            guard let rest = try? files.system.openFolder(name, in: folder) else { continue }
            var settling = Settling(files, own: journal.new + journal.old)
            settling.clear(rest, into: LazyFolder(files, journal.target, in: parent))
            try? files.system.removeFolder(name, in: folder)
        }
    }

    private func clear(_ name: EntryName, _ journal: Journal, _ folder: OpenFile) {
        guard let status = try? files.system.status(of: name, in: folder) else { return }
        if status.kind == .file, journal.work == .file {
            try? files.system.removeFile(name, in: folder)
            return
        }
        guard let unfinished = try? files.system.openFolder(name, in: folder) else { return }
        var settling = Settling(files, own: journal.new)
        settling.isUnfinished = true
        settling.clear(unfinished, into: nil)
        try? files.system.removeFolder(name, in: folder)
    }

    /// A file that was being written into where it is: what it held comes back, unless somebody has been at it since.
    private func rewrite(_ journal: Journal, _ folder: OpenFile, _ parent: OpenFile) {
        let old = journal.old.first
        let new = journal.new.first
        if journal.marks.contains(.whole), let old, let new, files.holds(old, "old", in: folder),
            files.holds(new, "new", in: folder), let before = try? files.contents(of: "old", in: folder),
            let after = try? files.contents(of: "new", in: folder),
            let now = try? files.contents(of: journal.target, in: parent)
        {
            if now != before, now != after, isBetween(now, before, after),
                (try? files.overwrite(journal.target, in: parent, with: before)) == nil
            {
                // The copy stays where it is until it can be put back.
                return
            }
        }
        for name: EntryName in ["old", "new"] where (try? files.system.status(of: name, in: folder))?.kind == .file {
            try? files.system.removeFile(name, in: folder)
        }
    }

    /// Whether bytes are the beginning of the new ones followed by what the old ones had from there on.
    private func isBetween(_ now: [UInt8], _ before: [UInt8], _ after: [UInt8]) -> Bool {
        var count = 0
        while count < now.count, count < after.count, now[count] == after[count] { count += 1 }
        return now.dropFirst(count).elementsEqual(before.dropFirst(count))
            || (count == now.count && count <= after.count)
    }

    /// A new folder that was being filled: all of it or nothing, `plan.md` being the last to come.
    private func newFolder(_ journal: Journal, _ folder: OpenFile, _ parent: OpenFile) {
        clear("new", journal, folder)
        guard journal.target == ".", journal.marks.contains(.whole), let last = journal.new.last,
            !files.holds(last, EntryName(last.path), in: parent)
        else { return }
        var settling = Settling(files, own: journal.new)
        settling.clearListed(parent)
    }
}
