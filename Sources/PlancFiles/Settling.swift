#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Clears a folder that planc is done with: what it wrote itself is removed, what it did not write is moved to where it was.
/// Links are removed or moved as links; what is behind them is not looked at.
struct Settling {
    let files: Files
    /// What planc wrote, by path: a file may have been written more than once.
    let own: [String: [KnownFile]]
    /// Files that were looked at a moment ago: when nothing of their status has changed they are not read again.
    var seen: [String: FileStatus] = [:]
    /// Files whose writing was broken off hold something else than they should: nothing but their path is looked at. Only for
    /// a folder that nobody else ever saw.
    var isUnfinished = false
    private let folders: Set<String>
    /// What could neither be removed nor moved.
    private(set) var left: [String] = []

    init(_ files: Files, own: [KnownFile]) {
        self.files = files
        self.own = Dictionary(grouping: own, by: \.path)
        folders = foldersAbove(own.map(\.path))
    }

    /// Clears a folder; `target` is where foreign files go, nil to leave them.
    mutating func clear(_ folder: OpenFile, into target: LazyFolder?) { clear(folder, "", target) }

    private mutating func clear(_ folder: OpenFile, _ prefix: String, _ target: LazyFolder?) {
        let system = files.system
        guard let names = try? system.entries(of: folder) else {
            left.append(prefix)
            return
        }
        for name in names {
            let path = prefix + name.description
            guard let status = try? system.status(of: name, in: folder) else { continue }
            if status.kind == .folder, folders.contains(path), let below = try? system.openFolder(name, in: folder) {
                clear(below, path + "/", target?.below(name))
                try? system.removeFolder(name, in: folder)
            } else if isOwn(path, name, status, folder) {
                if (try? system.removeFile(name, in: folder)) == nil { left.append(path) }
            } else if let target, move(name, in: folder, to: target) {
                continue
            } else if let target, status.kind == .folder, isFolder(name, target),
                let below = try? system.openFolder(name, in: folder)
            {
                // A folder of that name is there now: what is in it is moved one by one.
                clear(below, path + "/", target.below(name))
                try? system.removeFolder(name, in: folder)
            } else {
                left.append(path)
            }
        }
    }

    /// Removes what planc wrote from a folder that others use too, and the folders that this leaves empty.
    mutating func clearListed(_ folder: OpenFile) {
        let system = files.system
        for path in own.keys.sorted() {
            let names = path.split(separator: "/").map { EntryName($0) }
            var chain = [folder]
            for name in names.dropLast() {
                guard let next = try? system.openFolder(name, in: chain[chain.count - 1]) else { break }
                chain.append(next)
            }
            guard chain.count == names.count, let known = own[path] else { continue }
            if known.contains(where: { files.holds($0, names[names.count - 1], in: chain[chain.count - 1]) }) {
                try? system.removeFile(names[names.count - 1], in: chain[chain.count - 1])
            }
        }
        // The deepest first; a folder that holds anything stays.
        for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            let names = path.split(separator: "/").map { EntryName($0) }
            var above: OpenFile? = folder
            for name in names.dropLast() { above = above.flatMap { try? system.openFolder(name, in: $0) } }
            if let above { try? system.removeFolder(names[names.count - 1], in: above) }
        }
    }

    private func isOwn(_ path: String, _ name: EntryName, _ status: FileStatus, _ folder: OpenFile) -> Bool {
        guard status.kind == .file, let known = own[path] else { return false }
        return isUnfinished || seen[path] == status || known.contains { files.holds($0, name, in: folder) }
    }

    private func isFolder(_ name: EntryName, _ target: LazyFolder) -> Bool {
        guard let place = try? target.open() else { return false }
        return (try? files.system.status(of: name, in: place))?.kind == .folder
    }

    private func move(_ name: EntryName, in folder: OpenFile, to target: LazyFolder) -> Bool {
        do throws(SystemError) {
            let place = try target.open()
            try files.system.renameExclusively(name, in: folder, to: name, in: place)
            return true
        } catch {
            return false
        }
    }
}

/// The folders that files with these paths lie in.
func foldersAbove(_ paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
        var rest = path[...]
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            if !folders.insert(String(rest)).inserted { break }
        }
    }
    return folders
}

/// A folder that is opened, and made if need be, when something goes into it.
final class LazyFolder {
    private let files: Files
    private let name: EntryName
    private let above: Above
    private var opened: OpenFile?

    private enum Above {
        case open(OpenFile)
        case lazy(LazyFolder)
    }

    init(_ files: Files, _ name: EntryName, in parent: OpenFile) {
        self.files = files
        self.name = name
        above = .open(parent)
    }

    private init(_ name: EntryName, below folder: LazyFolder) {
        files = folder.files
        self.name = name
        above = .lazy(folder)
    }

    func below(_ name: EntryName) -> LazyFolder { LazyFolder(name, below: self) }

    func open() throws(SystemError) -> OpenFile {
        if let opened { return opened }
        let parent: OpenFile
        switch above {
        case .open(let folder): parent = folder
        case .lazy(let folder): parent = try folder.open()
        }
        do throws(SystemError) {
            try files.system.createFolder(name, in: parent, mode: 0o777)
        } catch  where error.number == EEXIST {
            // Good.
        }
        let folder = try files.system.openFolder(name, in: parent)
        opened = folder
        return folder
    }
}
